import { Refusal } from '@tddh/domain/refusal';
import { type Incoming, readIncoming } from '@tddh/forms/incoming/incoming';

/** What the page asks of the worker, and what it answers. */
export interface FileAsked {
  id: number;
  name: string;
  bytes: Uint8Array;
}
export interface FileRead {
  id: number;
  read?: Incoming;
  /** Why the file cannot be read, and the way out. */
  trouble?: string;
}

addEventListener('message', async ({ data }: MessageEvent<FileAsked>) => {
  const { id, name, bytes } = data;
  let answer: FileRead;
  try {
    answer = { id, read: await readIncoming(name, bytes) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answer = { id, trouble: error.message };
  }
  postMessage(answer);
});
