import { expect, inject, test } from 'vitest';
import { enterDocument } from './enter.ts';
import { exportedItems } from './exporting.ts';
import { askFileOut, fileOutLink, listFileOuts, readFileOut } from './fileouts.ts';
import { type WriteFile, workFileOuts } from './fileoutwork.ts';
import { removeStale } from './files.ts';
import type { Item } from './item.ts';
import { commitPerson } from './people.ts';
import type { FileStore } from './store.ts';
import { actors, aDocument, testDb, testDesk } from './testing.ts';

/** A store that only keeps what is made. */
function shelf() {
  const stored = new Map<string, Uint8Array>();
  const store = {
    write: async (id: string, { bytes }: { bytes: Uint8Array }) => void stored.set(id, bytes),
    download: async (id: string) => `/get/${id}`,
    remove: async (id: string) => void stored.delete(id),
  } as unknown as FileStore;
  return { stored, store };
}

const ids: WriteFile = async (items) => {
  const all: string[] = [];
  for await (const item of items) all.push(item.id);
  return Buffer.from(JSON.stringify(all));
};

/** A table with `count` assignments of snv and as many of stc, and who asks for files. */
async function office(count: number) {
  const db = await testDb(inject('endpoint'));
  for (const { id, name, role, unitId, fields } of Object.values(actors)) {
    await commitPerson(db, { ...{ id, name, username: id, role, unitId, fields }, passwordHash: '' }, []);
  }
  const task = { content: 'Việc', leads: ['snv', 'stc'], supports: [], dueOn: null };
  for (let left = count; left > 0; left -= 20) {
    const tasks = Array.from({ length: Math.min(20, left) }, () => task);
    await enterDocument(testDesk(db, actors.officer), aDocument({ tasks }));
  }
  const { stored, store } = shelf();
  const desk = { ...testDesk(db, actors.leader), store };
  const work = (write = ids, errors: unknown[] = []) =>
    workFileOuts(desk, write, {
      until: Date.now() + 60_000,
      page: 10,
      onError: (_, error) => errors.push(error),
    });
  return { db, desk, stored, work };
}

const filter = { clock: 'report', basis: 'assigned', scope: 'new', limit: 50 } as const;
const whole = async (desk: Parameters<typeof exportedItems>[0]): Promise<string[]> => {
  const all: Item[] = [];
  for await (const item of exportedItems(desk, filter)) all.push(item);
  return all.map(({ id }) => id);
};

test('a run that dies half way is gone on with: every row once, in the order of the page', async () => {
  const { db, desk, stored, work } = await office(60);
  const job = await askFileOut(desk, filter, 'http://a.test');
  expect(await askFileOut(desk, { ...filter, limit: 20 }, 'http://a.test')).toEqual(job);
  // The process ends after one chunk, before the second.
  const real = db.client.send.bind(db.client);
  let chunks = 0;
  db.client.send = ((command: Parameters<typeof real>[0]) => {
    const packed = JSON.stringify(command.input).includes('"packed"');
    if (packed && ++chunks === 2) throw new Error('killed');
    return real(command);
  }) as typeof db.client.send;
  const errors: unknown[] = [];
  expect(await work(ids, errors)).toMatchObject({ done: 0, left: 1 });
  expect(String(errors)).toContain('killed');
  expect(await readFileOut(desk, job.id)).toMatchObject({ state: 'waiting', rows: 50 });
  await expect(fileOutLink(desk, job.id)).rejects.toMatchObject({ code: 'busy' });
  // The next one dies while it writes the file.
  const dies: WriteFile = async (items) => {
    for await (const _ of items) throw new Error('killed while writing');
    return new Uint8Array();
  };
  expect(await work(dies)).toMatchObject({ done: 0, left: 1 });
  expect(await work()).toMatchObject({ done: 1, left: 0 });
  expect(await work()).toMatchObject({ done: 0, left: 0 });
  const done = await readFileOut(desk, job.id);
  expect(done).toMatchObject({ state: 'done', rows: 120 });
  expect(JSON.parse(Buffer.from([...stored.values()][0]!).toString())).toEqual(await whole(desk));
  expect(await fileOutLink(desk, job.id)).toBe(`/get/${job.id.replace('out', 'fil')}`);
}, 60_000);

test('only who asked fetches the file, and only until its day; then the sweep takes it away', async () => {
  const { db, desk, stored, work } = await office(1);
  const job = await askFileOut(desk, filter, 'http://a.test');
  await work();
  for (const actor of [actors.admin, actors.chief, { ...desk.actor, role: 'admin' as const }]) {
    await expect(readFileOut({ ...desk, actor }, job.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(fileOutLink({ ...desk, actor }, job.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await listFileOuts({ ...desk, actor })).toEqual([]);
  }
  expect(await listFileOuts(desk)).toMatchObject([{ id: job.id, state: 'done', rows: 2 }]);
  const days = (n: number) => ({ ...desk, now: new Date(desk.now.getTime() + n * 86_400_000) });
  await expect(fileOutLink(days(4), job.id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await removeStale(days(4))).toBe(0);
  expect(await removeStale(days(8))).toBe(1);
  expect(stored.size).toBe(0);
  expect((await db.files.get({ fileId: job.id.replace('out', 'fil') }).go()).data).toBeNull();
});

test('a unit gets its own alone; whose role changed since gets nothing; what always dies is given up', async () => {
  const { db, desk, stored, work } = await office(2);
  const own = { ...desk, actor: actors.agency };
  const mine = await askFileOut(own, filter, 'http://a.test');
  await work();
  expect(await readFileOut(own, mine.id)).toMatchObject({ state: 'done', rows: 2 });
  expect(JSON.parse(Buffer.from([...stored.values()][0]!).toString())).toEqual(await whole(own));

  const officer = { ...desk, actor: actors.officer };
  const lost = await askFileOut(officer, filter, 'http://a.test');
  const { data } = (await db.people.get({ personId: actors.officer.id }).go()).data!;
  await db.people.put({ personId: data.id, unitId: 'snv', data: { ...data, unitId: 'snv' } }).go();
  expect(await work()).toMatchObject({ failed: 1, done: 0 });
  expect((await readFileOut(officer, lost.id)).message).toContain('Quyền của bạn đã thay đổi');

  const bad = await askFileOut(desk, filter, 'http://a.test');
  const dies: WriteFile = async () => {
    throw new Error('always');
  };
  const reports = [];
  for (let run = 0; run < 8; run += 1) reports.push(await work(dies));
  expect(reports.map(({ left, failed }) => [left, failed]).slice(-3)).toEqual([
    [1, 0],
    [0, 1],
    [0, 0],
  ]);
  expect(await readFileOut(desk, bad.id)).toMatchObject({ state: 'failed' });
});

test('nobody has more than three waiting, and two runs at once are one', async () => {
  const { desk, work } = await office(1);
  const asks = ['snv', 'stc', 'vpubnd', 'tonghop'].map((agency) => ({ ...filter, agency }));
  for (const one of asks.slice(0, 3)) await askFileOut(desk, one, 'http://a.test');
  await expect(askFileOut(desk, asks[3]!, 'http://a.test')).rejects.toMatchObject({
    code: 'too_many_attempts',
  });
  const reports = await Promise.all([work(), work()]);
  expect(reports.reduce((n, { done }) => n + done, 0)).toBe(3);
  expect(reports.filter(({ held }) => held)).toHaveLength(1);
});
