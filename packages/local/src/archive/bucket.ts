import { createHash } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { openStore } from '@tddh/functions/store';
import { filePrefix, wiring } from '@tddh/functions/wiring';
import { Trouble } from '../trouble.ts';
import type { Expected, Piece } from './pieces.ts';

/** The content of files beside a table. */
export interface Bucket {
  read(id: string): Promise<Uint8Array | undefined>;
  write(file: Expected, content: Uint8Array): Promise<void>;
}

/** Bytes of a file at most: a package of the document axis may have 45 MB. */
const mostBytes = 64 * 1024 * 1024;
/** Bytes of a piece: a line of an archive stays near a megabyte. */
const pieceBytes = 768 * 1024;

/** The bucket `FILES_BUCKET` of S3, or of what answers its calls under `AWS_ENDPOINT_URL_S3`. */
export function openBucket(environment: Record<string, string | undefined> = process.env): Bucket {
  const store = openStore(environment);
  const client = new S3Client({
    forcePathStyle: Boolean(environment.AWS_ENDPOINT_URL_S3),
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const name = environment.FILES_BUCKET || wiring.bucket;
  return {
    read: (id) => store.read(id, mostBytes),
    async write({ id, type }, Body) {
      const Key = `${filePrefix}${id}`;
      await client.send(new PutObjectCommand({ Bucket: name, Key, Body, ContentType: type }));
    },
  };
}

/** For a table that has no files. */
export const noBucket: Bucket = {
  read: async () => undefined,
  write: async ({ id }) => {
    throw new Error(`there is no bucket for ${id}`);
  },
};

/** The content of a file, as its item tells of it. @throws Trouble `damaged` where it is lost or changed */
export async function contentOf(bucket: Bucket, { id, sha256 }: Expected): Promise<Uint8Array> {
  const content = await bucket.read(id);
  if (content && (!sha256 || createHash('sha256').update(content).digest('hex') === sha256)) return content;
  throw new Trouble(
    'damaged',
    `Nội dung tệp ${id} ${content ? 'đã bị thay đổi' : 'không còn'} trong kho tệp. Hãy khôi phục tệp này từ bản lưu trữ trước rồi chạy lại.`,
  );
}

/** A file's content in pieces, in order. */
export function* piecesOf(file: string, content: Uint8Array): Generator<Piece> {
  for (let at = 0; at < content.length; at += pieceBytes) {
    yield { file, bytes: Buffer.from(content.subarray(at, at + pieceBytes)).toString('base64') };
  }
}
