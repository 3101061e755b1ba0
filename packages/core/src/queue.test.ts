import type { QueueFilter } from '@tddh/domain/filter';
import { expect, inject, test } from 'vitest';
import { change } from './change.ts';
import { plannedOf } from './complete.ts';
import type { Db } from './db.ts';
import { enterDocument } from './enter.ts';
import { type QueueGroup, queueByTask } from './queue.ts';
import { actors, aDocument, testDb, testDesk } from './testing.ts';

const proven = { result: 'Đã rà soát xong', documentNumber: '12/BC', documentDate: '2023-06-15' };
const task = (content: string, leads: string[]) => ({ content, leads, supports: [], dueOn: '2023-06-30' });
const reporter: Record<string, keyof typeof actors> = { snv: 'agency', stc: 'stranger' };

/** Enters a document and reports its tasks, each by the units named and on the day named. */
async function told(db: Db, tasks: [content: string, leads: string[], reports: [string, string][]][]) {
  const document = await enterDocument(
    testDesk(db, actors.officer),
    aDocument({ tasks: tasks.map(([content, leads]) => task(content, leads)) }),
  );
  const planned = await plannedOf(db, document);
  for (const [content, , reports] of tasks) {
    for (const [unit, on] of reports) {
      const a = planned.find((one) => one.content === content && one.agencyId === unit)!;
      await change(testDesk(db, actors[reporter[unit]!], on), a.id, { verb: 'report', body: proven });
    }
  }
  return planned;
}
const queue = (db: Db, filter: Partial<QueueFilter> = {}, who: keyof typeof actors = 'officer') =>
  queueByTask(testDesk(db, actors[who], '2023-07-03'), { limit: 50, ...filter });
const shape = (group: QueueGroup) => [
  group.content,
  `${group.reported}/${group.total}`,
  group.awaiting.map((item) => item.agency.id),
  group.missing.map((item) => item.agency.id),
];

test('reports that wait stand by task, oldest first, with who has reported and who has not', async () => {
  const db = await testDb(inject('endpoint'));
  await told(db, [
    ['Việc một', ['snv', 'stc', 'vpubnd'], [['snv', '2023-06-20']]],
    [
      'Việc hai',
      ['snv', 'stc'],
      [
        ['stc', '2023-06-16'],
        ['snv', '2023-06-21'],
      ],
    ],
    ['Việc ba', ['snv'], []],
  ]);
  const { items, cursor } = await queue(db);
  expect(items.map(shape)).toEqual([
    ['Việc hai', '2/2', ['stc', 'snv'], []],
    ['Việc một', '1/3', ['snv'], ['stc', 'vpubnd']],
  ]);
  expect(cursor).toBeNull();
  expect(items[0]!.awaiting[0]).toMatchObject({ awaitingDays: 11, escalatedTo: 'chief' });
});

test('what was confirmed counts as reported and leaves the queue; the task stays while a report waits', async () => {
  const db = await testDb(inject('endpoint'));
  const [one, two] = await told(db, [
    [
      'Việc',
      ['snv', 'stc'],
      [
        ['snv', '2023-06-20'],
        ['stc', '2023-06-21'],
      ],
    ],
  ]);
  await change(testDesk(db, actors.officer, '2023-06-22'), one!.id, { verb: 'confirm', body: {} });
  expect((await queue(db)).items).toMatchObject([{ total: 2, reported: 2, done: 1, missing: [] }]);
  await change(testDesk(db, actors.officer, '2023-06-22'), two!.id, { verb: 'confirm', body: {} });
  expect((await queue(db)).items).toEqual([]);
});

test('page by page every task comes once, at its oldest report', async () => {
  const db = await testDb(inject('endpoint'));
  for (let i = 0; i < 4; i += 1) {
    await told(db, [
      [
        `Việc ${i}`,
        ['snv', 'stc'],
        [
          ['snv', `2023-06-1${5 + i}`],
          ['stc', '2023-06-25'],
        ],
      ],
    ]);
  }
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await queue(db, { limit: 3, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map((group) => group.content));
    cursor = page.cursor;
  } while (cursor);
  expect(seen).toEqual(['Việc 0', 'Việc 1', 'Việc 2', 'Việc 3']);
  const { cursor: other } = await queue(db, { limit: 3 });
  await expect(queue(db, { limit: 3, cursor: other! }, 'head')).rejects.toMatchObject({ code: 'bad_cursor' });
});

test('the queue is narrowed by department and field, and is not for agencies', async () => {
  const db = await testDb(inject('endpoint'));
  await told(db, [['Việc', ['snv'], [['snv', '2023-06-20']]]]);
  const found = async (filter: Partial<QueueFilter>) => (await queue(db, filter, 'chief')).items.length;
  expect(
    await Promise.all([found({}), found({ department: 'tonghop' }), found({ field: 'noichinh' })]),
  ).toEqual([1, 1, 1]);
  expect(await Promise.all([found({ department: 'khoagiao' }), found({ field: 'taichinh' })])).toEqual([
    0, 0,
  ]);
  await expect(queue(db, {}, 'agency')).rejects.toMatchObject({ code: 'forbidden' });
});
