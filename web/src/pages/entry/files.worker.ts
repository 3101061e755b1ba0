import { Refusal } from '@tddh/domain/refusal';
import { type Incoming, readIncoming } from '@tddh/forms/incoming/incoming';
import { readSheet } from '@tddh/forms/sheet';

/** What the page asks of the worker, and what it answers. */
export interface FileAsked {
  id: number;
  name: string;
  bytes: Uint8Array;
}
export interface FileRead {
  id: number;
  read?: Incoming;
  /** The rows of a workbook's first sheet that has any. */
  rows?: string[][];
  /** Why the file cannot be read, and the way out. */
  trouble?: string;
}

addEventListener('message', async ({ data }: MessageEvent<FileAsked>) => {
  const { id, name, bytes } = data;
  let answer: FileRead;
  try {
    const read = await readIncoming(name, bytes);
    answer = read.kind === 'sheet' ? { id, rows: await rowsOf(read.bytes) } : { id, read };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answer = { id, trouble: error.message };
  }
  postMessage(answer);
});

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  const pages = await readSheet(bytes);
  return pages.find(({ rows }) => rows.some((row) => row.some(Boolean)))?.rows ?? [];
}
