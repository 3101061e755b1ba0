import type { LegacyRow } from '@tddh/domain/legacy';
import { expect, inject, test } from 'vitest';
import { loadDocument } from './complete.ts';
import type { Db } from './db.ts';
import { importLegacy } from './legacy.ts';
import { actors, testDb, testDesk } from './testing.ts';

/** 60 rows of one document: more than a transaction holds, each reported and confirmed. */
const rows = Array.from(
  { length: 60 },
  (_, i): LegacyRow => ({
    ...{ number: '7/UBND-TH', issuedOn: '2023-02-01', issuer: 'UBND tỉnh Thử', type: 'Công văn' },
    ...{ subject: 'Việc cũ', departmentId: 'tonghop', content: `Việc ${i >> 1}` },
    ...{ agencyId: i % 2 ? 'snv' : 'stc', assignedOn: '2023-02-02', dueOn: '2023-03-01' },
    ...{ reportedOn: '2023-02-20', confirmedOn: '2023-04-03' },
  }),
);

/** Lets so many transactions through, and breaks the next one off. */
function breakAfter(db: Db, transactions: number): () => void {
  const send = db.client.send.bind(db.client);
  let left = transactions;
  db.client.send = (async (sent: { constructor: { name: string } }, ...rest: never[]) => {
    if (sent.constructor.name === 'TransactWriteCommand') {
      if (left === 0) throw new Error('broken off');
      left -= 1;
    }
    return send(sent as never, ...rest);
  }) as never;
  return () => {
    db.client.send = send as never;
  };
}

/** All that the table holds of a take-over. */
async function taken(db: Db) {
  const [documents, assignments, history, file, lines] = await Promise.all([
    db.documents.scan.go({ pages: 'all' }),
    db.assignments.scan.go({ pages: 'all' }),
    db.history.scan.go({ pages: 'all' }),
    db.file.scan.go({ pages: 'all' }),
    db.lines.scan.go({ pages: 'all' }),
  ]);
  const told = (row: object) => JSON.stringify(Object.fromEntries(Object.entries(row).sort()));
  const sorted = (all: { data: object[] }) => all.data.map(told).sort();
  return [documents, assignments, history, file, lines].map(sorted);
}

test('a take-over broken off anywhere and sent again comes to the same as one that went through', async () => {
  const whole = await testDb(inject('endpoint'));
  const desk = (db: Db) => testDesk(db, actors.admin);
  expect(await importLegacy(desk(whole), rows, false)).toEqual([
    { number: '7/UBND-TH', rows: 60, outcome: 'new' },
  ]);
  const expected = await taken(whole);
  expect(expected.map((one) => one.length)).toEqual([1, 60, 180, 1, 1]);
  for (const transactions of [0, 1, 2]) {
    const db = await testDb(inject('endpoint'));
    const mend = breakAfter(db, transactions);
    await expect(importLegacy(desk(db), rows, false)).rejects.toThrow('broken off');
    mend();
    const [documents, assignments] = await taken(db);
    expect([documents!.length, assignments!.length]).toEqual(
      [
        [0, 0],
        [1, 24],
        [1, 48],
      ][transactions],
    );
    expect((await importLegacy(desk(db), rows, false))[0]?.outcome).toBe('new');
    expect(await taken(db)).toEqual(expected);
    expect((await importLegacy(desk(db), rows, false))[0]?.outcome).toBe('same');
    expect(await taken(db)).toEqual(expected);
  }
});

test('sent twice at once it is taken over once', async () => {
  const db = await testDb(inject('endpoint'));
  const desk = testDesk(db, actors.admin);
  await Promise.all([importLegacy(desk, rows, false), importLegacy(desk, rows, false)]);
  const [documents, assignments] = await taken(db);
  expect([documents!.length, assignments!.length]).toEqual([1, 60]);
  const { id } = JSON.parse(documents![0]!).data;
  expect((await loadDocument(db, id))?.made).toBe(60);
});
