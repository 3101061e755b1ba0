import { type FileHandle, open, readFile, rename, writeFile } from 'node:fs/promises';

/** What is accepted and not yet done, kept in a file so that a killed process forgets nothing. */
export interface Journal<T> {
  /** What an earlier process left undone, oldest first. */
  left: T[];
  /** Returns when the items are safe on the disk. */
  add(items: readonly T[]): Promise<void>;
  /** Notes that an item is done. It may come again if the process is killed at once. */
  done(key: string): Promise<void>;
  close(): Promise<void>;
}

type Line<T> = { add: T } | { done: string };

/** Opens a journal: one JSON line for what is added and one for what is done. A torn last line is skipped. */
export async function openJournal<T extends { key: string }>(path: string): Promise<Journal<T>> {
  const undone = replay<T>(await readFile(path, 'utf8').catch(() => ''));
  await writeFile(`${path}.new`, [...undone.values()].map((add) => line({ add })).join(''));
  await rename(`${path}.new`, path);
  const file = await open(path, 'a');
  return writer(file, undone);
}

function replay<T extends { key: string }>(text: string): Map<string, T> {
  const undone = new Map<string, T>();
  for (const one of text.split('\n')) {
    const entry = parse<T>(one);
    if (entry && 'add' in entry) undone.set(entry.add.key, entry.add);
    else if (entry) undone.delete(entry.done);
  }
  return undone;
}

function writer<T extends { key: string }>(file: FileHandle, undone: Map<string, T>): Journal<T> {
  let lines = undone.size;
  let turn: Promise<unknown> = Promise.resolve();
  /** One write at a time, so that lines never mix and the file is emptied only between writes. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const result = turn.then(work);
    turn = result.catch(() => {});
    return result;
  };
  return {
    left: [...undone.values()],
    add: (items) =>
      inTurn(async () => {
        for (const item of items) undone.set(item.key, item);
        await file.appendFile(items.map((add) => line({ add })).join(''));
        await file.datasync();
        lines += items.length;
      }),
    done: (key) =>
      inTurn(async () => {
        undone.delete(key);
        lines += 1;
        if (undone.size > 0 || lines < 1000) await file.appendFile(line({ done: key }));
        else {
          await file.truncate(0);
          lines = 0;
        }
      }),
    close: () => inTurn(() => file.close()),
  };
}

function line<T>(entry: Line<T>): string {
  return `${JSON.stringify(entry)}\n`;
}

function parse<T>(text: string): Line<T> | undefined {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as Line<T>;
  } catch {
    return undefined;
  }
}
