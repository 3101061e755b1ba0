/** Where a browser sends a file, straight to the store: the headers are bound by the signature. */
export interface UploadLink {
  url: string;
  headers: Record<string, string>;
}

/** The store of files: S3, or what answers the same calls. Keys are ids of files. */
export interface FileStore {
  /** A link for one upload of so many bytes of this type; what lies there already is never written over. */
  upload(id: string, file: { size: number; type: string }): Promise<UploadLink>;
  /** A short-lived link that downloads, and never shows, a file under this name. */
  download(id: string, file: { name: string; type: string }): Promise<string>;
  /** The content; undefined where there is none. @throws Error where it is longer than `most` bytes */
  read(id: string, most: number): Promise<Uint8Array | undefined>;
  /** Keeps content that the product itself made; what lies there already is written over. */
  write(id: string, file: { bytes: Uint8Array; type: string }): Promise<void>;
  remove(id: string): Promise<void>;
}
