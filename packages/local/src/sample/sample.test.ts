import { existsSync, readFileSync } from 'node:fs';
import { replay } from '@tddh/domain/apply';
import type { Assignment } from '@tddh/domain/assignment';
import { isWorkingDay } from '@tddh/domain/calendar';
import type { Clock } from '@tddh/domain/clock';
import { isAwaiting } from '@tddh/domain/clock';
import { type Day, dayOf } from '@tddh/domain/day';
import { parseNumber, uniqueKey } from '@tddh/domain/number';
import { isSecret } from '@tddh/domain/secrecy';
import { belongs, columnsOf, inAppendix, leafOf, newTally, type Period } from '@tddh/domain/statistics';
import { describe, expect, it } from 'vitest';
import { agencies, calendar, departments, first, last, people, units } from './catalog.ts';
import { golden } from './golden.ts';
import { sampleData } from './sample.ts';

const sample = sampleData();
const assignments = sample.histories.map((h) => h.assignment);
const period = (clock: Clock, asOf: Day = last): Period => ({
  ...{ from: first, to: last, asOf, clock, basis: 'assigned', scope: 'new' },
});

function counts(list: readonly Assignment[], p: Period) {
  const tally = newTally().counts;
  for (const a of list) if (inAppendix(a) && belongs(a, p)) tally[leafOf(a, p.asOf, p.clock)] += 1;
  return tally;
}
const columns = (list: readonly Assignment[], p: Period) => columnsOf(counts(list, p));
const counted = assignments.filter((a) => inAppendix(a) && belongs(a, period('report')));

describe('the sample', () => {
  it('reproduces the golden appendix in all 459 cells with the clock of confirmation', () => {
    const rows = agencies.map((u) => ({
      ...{ ordinal: u.ordinal, unit: u.name },
      columns: columns(
        assignments.filter((a) => a.agencyId === u.id),
        period('confirmation'),
      ),
    }));
    expect(rows).toEqual(golden);
    expect(rows.flatMap((r) => r.columns)).toHaveLength(459);
    const total = columns(assignments, period('confirmation'));
    expect([1, 2, 3, 5, 7, 8, 9, 11, 13, 14, 16].map((c) => total[c - 1])).toEqual([
      ...[247, 50, 46, 4, 197, 142, 20, 122, 55, 32, 23],
    ]);
  });

  it.skipIf(!existsSync(shared()))('has the golden appendix as the letter has it', () => {
    expect(JSON.parse(readFileSync(shared(), 'utf8')).rows).toEqual(golden);
  });

  it('is fairer with the clock of the report: the same number, half the red', () => {
    const total = columns(assignments, period('report'));
    expect(total[0]).toBe(247);
    expect(total[10]).toBe(60);
    expect(total[13]).toBe(45);
    expect(total[15]).toBe(10);
    for (const c of agencies.map((u) =>
      columns(
        assignments.filter((a) => a.agencyId === u.id),
        period('report'),
      ),
    )) {
      expect(c[0]).toBe(c[1]! + c[6]!);
      expect(c[6]).toBe(c[7]! + c[12]!);
    }
  });

  it('lets 84 reports wait for the Office, 59 of them in time among what the old clock calls overdue', () => {
    const waiting = counted.filter((a) => isAwaiting(a, last));
    expect(waiting).toHaveLength(84);
    const red = waiting.filter((a) => leafOf(a, last, 'confirmation') === 11);
    expect(red.filter((a) => leafOf(a, last, 'report') === 9)).toHaveLength(59);
    expect(red.filter((a) => leafOf(a, last, 'report') === 11)).toHaveLength(14);
  });

  it('holds 148 documents: 29, 90 and 29, each with a number of its own', () => {
    const of = (id: string) => sample.documents.filter((d) => d.departmentId === id).length;
    expect([of('ptonghop'), of('pkhoagiao'), of('pnongnghiep')]).toEqual([29, 90, 29]);
    const keys = sample.documents.map((d) => uniqueKey(d.issuer, parseNumber(d.number!)!, d.issuedOn!));
    expect(new Set(keys).size).toBe(148);
    expect(keys).toEqual(sample.documents.map((d) => d.uniqueKey));
    expect(new Set(sample.documents.map((d) => d.number)).size).toBe(148);
    for (const d of sample.documents) {
      expect(d.issuedOn! <= d.enteredOn && d.issuedOn! >= first && d.enteredOn <= last, d.number!).toBe(true);
      expect(isWorkingDay(calendar, d.issuedOn!) && isWorkingDay(calendar, d.enteredOn), d.number!).toBe(
        true,
      );
      for (const t of d.tasks)
        expect(t.dueOn === null || t.dueOn > d.enteredOn, `${d.number} ${t.id}`).toBe(true);
    }
  });

  it('has histories that the rules made: replayed they give the assignment, and no day runs backward', () => {
    const ids = new Set<string>();
    for (const { assignment, events } of sample.histories) {
      expect(replay(events)).toEqual(assignment);
      ids.add(assignment.id);
      events.forEach((event, i) => {
        expect(event.revision).toBe(i + 1);
        expect(event.on >= first && event.on <= last, `${event.assignmentId} ${event.on}`).toBe(true);
        expect(dayOf(new Date(event.at)), `${event.assignmentId} ${event.type}`).toBe(event.on);
        const before = events[i - 1];
        if (before)
          expect(before.on <= event.on && before.at <= event.at, `${event.assignmentId}.${i}`).toBe(true);
        if (event.by.role !== 'system')
          expect(isWorkingDay(calendar, event.on), `${event.assignmentId} ${event.on}`).toBe(true);
      });
    }
    expect(ids.size).toBe(sample.histories.length);
  });

  it('reads like real directives: no order twice, NFC, nothing secret', () => {
    const contents = sample.documents.flatMap((d) => d.tasks.map((t) => t.content));
    expect(new Set(contents).size).toBe(contents.length);
    expect(new Set(sample.documents.map((d) => d.subject)).size).toBe(148);
    const texts = JSON.stringify([sample.documents, sample.histories.map((h) => h.events)]);
    expect(texts.normalize('NFC')).toBe(texts);
    for (const text of [...contents, ...sample.documents.map((d) => d.subject)]) {
      expect(isSecret(text), text).toBe(false);
      expect(text.length, text).toBeLessThan(400);
    }
  });

  it('holds what is not counted too: cancelled, handed over, recalled; and extensions, pauses, questions', () => {
    const by = (status: string) => assignments.filter((a) => a.status === status).length;
    expect([by('cancelled'), by('transferred'), by('recalled'), by('paused')]).toEqual([3, 2, 1, 2]);
    expect(assignments.filter((a) => a.role === 'support').length).toBeGreaterThan(60);
    expect(counted.filter((a) => a.dues.some((d) => d.kind === 'extension')).length).toBe(6);
    expect(counted.filter((a) => a.questions.length > 0).length).toBeGreaterThan(5);
    expect(counted.some((a) => a.reports.some((r) => r.countedOn < r.on))).toBe(true);
    const made = sample.documents.reduce((sum, d) => sum + d.made, 0);
    const planned = assignments.filter((a) => !a.predecessorId).length;
    expect(planned).toBe(made);
  });

  it('as of 31/8 counts nothing that came later', () => {
    const asOf = '2023-08-31';
    const known = sample.histories
      .map(({ events }) => events.filter((e) => e.on <= asOf))
      .filter((events) => events.length > 0)
      .map(replay);
    for (const clock of ['report', 'confirmation'] as const) {
      expect(counts(assignments, period(clock, asOf))).toEqual(counts(known, period(clock, asOf)));
    }
    expect(columns(assignments, period('report', asOf))[0]).toBeLessThan(247);
  });

  it('is the same every time', () => {
    expect(JSON.stringify(sampleData())).toBe(JSON.stringify(sample));
  });
});

describe('the people of the sample', () => {
  it('are the accounts of the contract, each of a unit that exists', () => {
    const roles = Object.fromEntries(people.map((p) => [p.username, p.role]));
    expect(people).toHaveLength(10 + 54);
    expect(new Set(people.map((p) => p.id)).size).toBe(64);
    expect(roles).toMatchObject({
      ...{ hcqt: 'admin', tonghop: 'officer', khoagiao: 'officer', nongnghiep: 'officer', chutich: 'leader' },
      ...{ truongphong01: 'department-head', truongphong03: 'department-head', chanhvp: 'office-leader' },
      ...{ phochanhvp: 'office-leader', donvi01: 'agency-officer', donvi27: 'agency-officer' },
      ...{ lanhdao01: 'agency-leader', lanhdao27: 'agency-leader' },
    });
    expect(people.filter((p) => !units.some((u) => u.id === p.unitId))).toEqual([]);
    expect(people.find((p) => p.username === 'donvi16')!.unitId).toBe('svhttdl');
    expect(departments).toHaveLength(4);
    expect(agencies.filter((u) => u.isOffice).map((u) => u.ordinal)).toEqual([4]);
  });
});

function shared(): string {
  return new URL('../../../../../shared/data/appendix-2023-11-30.json', import.meta.url).pathname;
}
