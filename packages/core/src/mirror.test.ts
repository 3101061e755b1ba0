import type { Assignment } from '@tddh/domain/assignment';
import { addDays, type Day } from '@tddh/domain/day';
import type { Document } from '@tddh/domain/document';
import type { AssignmentEvent } from '@tddh/domain/events';
import type { MirrorRow } from '@tddh/domain/mirror';
import { expect, inject, test } from 'vitest';
import { histories } from './asof.ts';
import { plannedOf } from './complete.ts';
import { enterDocument } from './enter.ts';
import { followField, handOverField } from './handover.ts';
import { mirror } from './mirror.ts';
import { mirrorRows } from './mirrorrows.ts';
import { live } from './randomlife.ts';
import { actors, aDocument, storeActor, testDb, testDesk } from './testing.ts';

/** Working days after one day up to another, counted one by one: this calendar has weekends only. */
function age(from: Day, to: Day): number {
  let n = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (![0, 6].includes(new Date(day).getUTCDay())) n += 1;
  }
  return n;
}

type Entered = Pick<Document, 'status' | 'enteredOn' | 'issuedOn' | 'departmentId'>;
interface Counted {
  department: string;
  age: number;
}

/** A second, slow way to count: what history says of one assignment, event by event, up to the end of a day. */
function told(events: readonly AssignmentEvent[], from: Day, to: Day) {
  const confirmed: Counted[] = [];
  let waits: Day | undefined;
  let department = '';
  for (const event of events.filter(({ on }) => on <= to)) {
    if (event.type === 'assigned') {
      const { initial } = event.data as { initial: Assignment };
      department = initial.departmentId;
      const taken = initial.reports.at(-1);
      if (taken && !taken.outcome) waits = taken.on;
    }
    if (event.type === 'corrected') department = event.data.after.departmentId ?? department;
    if (event.type === 'reported') waits = event.on;
    if (event.type === 'confirmed' && from <= event.on)
      confirmed.push({ department, age: age(waits!, event.on) });
    if (['confirmed', 'returned', 'withdrawn', 'recalled', 'cancelled', 'transferred'].includes(event.type)) {
      waits = undefined;
    }
  }
  return { confirmed, waiting: waits ? [{ department, age: age(waits, to) }] : [] };
}

/** A row of the mirror by what stands on the table: every document, and the history of every assignment. */
function recounted(
  { documents, list }: { documents: readonly Entered[]; list: readonly AssignmentEvent[][] },
  row: MirrorRow,
  from: Day,
  to: Day,
) {
  const mine = (one: Counted) => row.departmentId === null || one.department === row.departmentId;
  const entered = documents
    .filter((d) => d.status === 'issued' && from <= d.enteredOn && d.enteredOn <= to)
    .map((d) => ({ department: d.departmentId, age: age(d.issuedOn!, d.enteredOn) }))
    .filter(mine);
  const all = list.map((events) => told(events, from, to));
  const confirmed = all.flatMap((one) => one.confirmed).filter(mine);
  const waiting = all.flatMap((one) => one.waiting).filter(mine);
  const ages = (some: Counted[]) => some.map((one) => one.age).sort((a, b) => a - b);
  const worst = (some: Counted[]) => ages(some).pop() ?? null;
  const middle = (some: Counted[]) => {
    const sorted = ages(some);
    while (sorted.length > 2) {
      sorted.shift();
      sorted.pop();
    }
    return sorted.length === 0 ? null : sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
  };
  return {
    ...{ departmentId: row.departmentId, week: row.week },
    ...{ entered: entered.length, entryMedian: middle(entered), entryWorst: worst(entered) },
    late: entered.filter((one) => one.age > 2).length,
    ...{ confirmed: confirmed.length, confirmMedian: middle(confirmed), confirmWorst: worst(confirmed) },
    ...{ backlog: waiting.length, backlogWorst: worst(waiting) },
  };
}

test('after a random life, with a field handed over, every figure of the mirror equals a recount from history', async () => {
  const seed = Math.floor(Math.random() * 1_000_000);
  console.log(`mirror: seed ${seed}`);
  const db = await testDb(inject('endpoint'));
  const half = await live(db, seed, 50);
  const admin = testDesk(db, actors.admin, half.day);
  await handOverField(admin, 'noichinh', 'khoagiao');
  await followField(admin, 'noichinh', half.ids.slice(0, 100));
  const { day } = await live(db, seed + 1, 30, half);
  const desk = testDesk(db, actors.chief, day);
  const documents = (await db.documents.scan.go({ pages: 'all' })).data.map((one) => one.data);
  const facts = { documents, list: await histories(db, '2023-05-01', day) };
  const { period, rows } = await mirror(desk, { from: addDays(day, -40) });
  for (const row of rows) {
    const from = row.week && row.week > period.from ? row.week : period.from;
    const end = row.week ? addDays(row.week, 6) : period.to;
    const to = end < period.to ? end : period.to;
    expect(row).toEqual(recounted(facts, row, from, to));
    for (const of of ['entered', 'late', 'confirmed', 'backlog'] as const) {
      if (row.week) continue;
      const behind = row.departmentId ? { department: row.departmentId } : {};
      expect((await mirrorRows(desk, { of, from, to, ...behind })).total).toBe(row[of]);
    }
  }
}, 60_000);

test('who never signed in is named to heads and leaders, an officer and an agency are turned away', async () => {
  const db = await testDb(inject('endpoint'));
  for (const [who, more] of [
    ['officer', {}],
    ['other', { usedAt: '2023-06-01T02:00:00.000Z' }],
    ['head', { disabled: true }],
  ] as const) {
    await storeActor(db, actors[who], more);
  }
  const desk = testDesk(db, actors.head);
  expect((await mirror(desk, {})).unsigned).toEqual([
    { departmentId: null, count: 1 },
    { departmentId: 'tonghop', count: 1 },
    { departmentId: 'khoagiao', count: 0 },
  ]);
  const { items } = await mirrorRows(desk, { of: 'unsigned' });
  expect(items).toMatchObject([{ what: 'person', number: 'officer', department: 'Phòng Tổng hợp' }]);
  expect(JSON.stringify(items)).not.toContain('passwordHash');
  for (const who of [actors.officer, actors.agency, actors.agencyHead]) {
    await expect(mirror(testDesk(db, who), {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(mirrorRows(testDesk(db, who), { of: 'unsigned' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
});

test('a draft is not entered yet; days that end before they begin, or more than two years, are refused', async () => {
  const db = await testDb(inject('endpoint'));
  const officer = testDesk(db, actors.officer);
  await enterDocument(officer, aDocument({ draft: true }));
  const document = await enterDocument(officer, aDocument());
  expect(await plannedOf(db, document)).toHaveLength(1);
  const desk = testDesk(db, actors.leader);
  expect((await mirror(desk, {})).rows[0]).toMatchObject({ departmentId: null, entered: 1, entryMedian: 3 });
  for (const days of [
    { from: '2023-06-16', to: '2023-06-15' },
    { from: '2021-06-01', to: '2023-06-15' },
  ]) {
    await expect(mirror(desk, days)).rejects.toMatchObject({ code: 'invalid' });
  }
});
