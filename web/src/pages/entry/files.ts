import type { FileAsked, FileRead } from './files.worker.ts';

/** Milliseconds after which a file that is still being read is given up. */
const patience = 30_000;
let worker: Worker | undefined;
let last = 0;

/**
 * Reads a file beside the page, so that no file can make it stand still. One that takes too long is given up.
 * @returns what it holds, a trouble in words, or `slow`
 */
export async function readFile(file: File): Promise<Omit<FileRead, 'id'> | 'slow'> {
  last += 1;
  const asked: FileAsked = { id: last, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  worker ??= new Worker(new URL('./files.worker.ts', import.meta.url), { type: 'module' });
  const own = worker;
  return new Promise((done) => {
    const stop = (answer: Omit<FileRead, 'id'> | 'slow') => {
      clearTimeout(timer);
      own.removeEventListener('message', hear);
      own.removeEventListener('error', fail);
      done(answer);
    };
    const giveUp = () => {
      own.terminate();
      if (worker === own) worker = undefined;
      stop('slow');
    };
    const fail = () => giveUp();
    const hear = ({ data }: MessageEvent<FileRead>) => {
      if (data.id === asked.id) stop(data);
    };
    const timer = setTimeout(giveUp, patience);
    own.addEventListener('message', hear);
    own.addEventListener('error', fail);
    own.postMessage(asked, [asked.bytes.buffer]);
  });
}
