import { type FileSeen, newFile } from '@tddh/domain/file';
import { readInput } from '@tddh/domain/input';
import { Refusal } from '@tddh/domain/refusal';
import { api } from '../api.ts';
import { Problem } from '../problem.ts';
import { t } from '../words/words.ts';

/** A file that was not taken: what to tell, and whether trying again can help. */
export class NotTaken extends Error {
  readonly again: boolean;

  constructor(message: string, again: boolean) {
    super(message);
    this.again = again;
  }
}

/**
 * Sends one file: announced to the API, sent straight to the store, examined there.
 * @param progress from 0 to 1 while its bytes are on their way
 * @throws NotTaken
 */
export async function upload(
  file: File,
  progress: (part: number) => void,
  signal: AbortSignal,
): Promise<FileSeen> {
  const body = readInput(newFile, { name: file.name, size: file.size, type: file.type });
  if (body instanceof Refusal) throw new NotTaken(body.faults[0]?.message ?? body.message, false);
  try {
    const { file: announced, upload: link } = await api.announceFile(body);
    await put(link, file, progress, signal);
    return (await api.examineFile(announced.id)).file;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const offline = error.status === 0 || error.status >= 500;
    throw new NotTaken(offline ? t('file.failed') : error.detail, offline);
  }
}

/** The bytes; by XMLHttpRequest, since fetch tells no progress. */
function put(
  { url, headers }: { url: string; headers: Record<string, string> },
  file: File,
  progress: (part: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => progress(event.loaded / file.size);
    // 412: an earlier attempt arrived whole, only its answer did not.
    request.onload = () => {
      if (request.status === 200 || request.status === 412) done();
      else fail(new NotTaken(t(request.status === 507 ? 'file.full' : 'file.failed'), true));
    };
    request.onerror = () => fail(new NotTaken(t('file.failed'), true));
    request.onabort = () => fail(new NotTaken(t('file.failed'), true));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/** Bytes as people say them: `1,2 MB`; never as nothing. */
export function sizeText(bytes: number): string {
  const [size, unit] = bytes < 1_000_000 ? [Math.max(bytes, 100) / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size.toLocaleString('vi-VN', { maximumFractionDigits: size < 10 ? 1 : 0 })} ${unit}`;
}
