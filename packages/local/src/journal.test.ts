import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Journal, openJournal } from './journal.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tddh-journal-'));
  path = join(folder, 'bus.jsonl');
});
afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Item {
  key: string;
  text: string;
}
const opened: Journal<Item>[] = [];

async function open(): Promise<Journal<Item>> {
  const journal = await openJournal<Item>(path);
  opened.push(journal);
  return journal;
}

const item = (key: string) => ({ key, text: `item ${key}` });

test('what was added and not done is left for the next process, oldest first', async () => {
  const journal = await open();
  await journal.add([item('a'), item('b'), item('c')]);
  await journal.done('b');
  expect((await open()).left).toEqual([item('a'), item('c')]);
  expect((await open()).left).toEqual([item('a'), item('c')]);
});

test('a line that a power cut tore is skipped', async () => {
  const journal = await open();
  await journal.add([item('a')]);
  appendFileSync(path, '{"add":{"key":"b","te');
  const next = await open();
  expect(next.left).toEqual([item('a')]);
  await next.add([item('c')]);
  expect((await open()).left).toEqual([item('a'), item('c')]);
});

test('the file is emptied when all is done, so that it does not grow for ever', async () => {
  const journal = await open();
  for (let i = 0; i < 10; i++) {
    const items = Array.from({ length: 60 }, (_, n) => item(`${i}-${n}`));
    await journal.add(items);
    await Promise.all(items.map(({ key }) => journal.done(key)));
  }
  expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThan(1000);
  expect((await open()).left).toEqual([]);
});
