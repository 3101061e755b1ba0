import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { catalogOf } from '@tddh/core/catalog';
import { load } from '@tddh/core/change';
import { loadDocument } from '@tddh/core/complete';
import { Db } from '@tddh/core/db';
import { newId } from '@tddh/core/desk';
import { mirror } from '@tddh/core/mirror';
import { verifyPassword } from '@tddh/core/password';
import { personNamed } from '@tddh/core/people';
import { needsSetup } from '@tddh/core/setup';
import { tableDefinition } from '@tddh/core/table';
import { replay } from '@tddh/domain/apply';
import type { AssignmentEvent } from '@tddh/domain/events';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { calendar } from './catalog.ts';
import { golden } from './golden.ts';
import { sampleData } from './sample.ts';
import { samplePassword, seedSample } from './seed.ts';

const client = new DynamoDBClient({
  endpoint: inject('endpoint'),
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const table = `seed-${process.pid}`;
const db = new Db(client, table);

/** Working days after one day up to another, one by one. */
function workingDays(from: string, to: string): number {
  let n = 0;
  for (let at = Date.parse(from) + 86_400_000; at <= Date.parse(to); at += 86_400_000) {
    const on = new Date(at).toISOString().slice(0, 10);
    if (![0, 6].includes(new Date(at).getUTCDay()) && !calendar.off.includes(on)) n += 1;
  }
  return n;
}

/** After how many working days each confirmation of a history came, by the report before it. */
function confirmedAfter(events: readonly AssignmentEvent[]): number[] {
  return events.flatMap(({ type, on }, i) => {
    const report = events.slice(0, i).findLast((one) => one.type === 'reported');
    return type === 'confirmed' && report ? [workingDays(report.on, on)] : [];
  });
}

describe('the seed', () => {
  beforeAll(async () => {
    await client.send(new CreateTableCommand(tableDefinition(table)));
    await seedSample(db);
  }, 60_000);

  it('holds the catalog in the order of the official list, set up already', async () => {
    const { units, fields, settings } = await catalogOf(db);
    expect(units.slice(0, 27).map((u) => u.name)).toEqual(golden.map((row) => row.unit));
    expect(fields).toHaveLength(16);
    expect(settings.calendar.off).toContain('2023-05-01');
    expect(await needsSetup(db)).toBe(false);
  });

  it('lets every account of the contract sign in', async () => {
    const person = await personNamed(db, 'donvi16');
    expect(person).toMatchObject({ role: 'agency-officer', unitId: 'svhttdl' });
    expect(await verifyPassword(samplePassword, person!.passwordHash)).toBe(true);
  });

  it('shows the letter’s footnote as the first row of the mirror, and figures that equal a recount of what was played', async () => {
    const { documents, histories, people } = sampleData();
    const actor = people.find((one) => one.role === 'office-leader')!;
    const now = new Date('2023-11-30T02:00:00Z');
    const { rows, departments } = await mirror({ db, actor, today: '2023-11-30', now, newId }, {});
    const whole = rows.filter((row) => row.week === null);
    expect(departments.map((one) => one.id)).toEqual(['ptonghop', 'pkhoagiao', 'pnongnghiep']);
    expect(whole.map((row) => row.entered)).toEqual([148, 29, 90, 29]);
    const ages = [null, ...departments].map((of) => {
      const own = histories.filter(({ assignment }) => !of || assignment.departmentId === of.id);
      const waits = own.flatMap(({ events }) => confirmedAfter(events)).sort((a, b) => a - b);
      return { confirmed: waits.length, confirmWorst: waits.at(-1) ?? null };
    });
    expect(whole.map(({ confirmed, confirmWorst }) => ({ confirmed, confirmWorst }))).toEqual(ages);
    expect(ages[0]!.confirmed).toBeGreaterThan(50);
    const late = documents.filter((d) => workingDays(d.issuedOn!, d.enteredOn) > 2);
    expect([whole[0]!.late, whole[0]!.backlog]).toEqual([
      late.length,
      histories.filter(({ assignment }) => assignment.status === 'reported').length,
    ]);
    const weekly = rows.filter((row) => row.week !== null && row.departmentId === null);
    expect(weekly.reduce((sum, row) => sum + row.entered, 0)).toBe(148);
    expect(weekly.reduce((sum, row) => sum + row.confirmed, 0)).toBe(ages[0]!.confirmed);
  });

  it('holds every assignment with its whole history, and every document', async () => {
    const { documents, histories } = sampleData();
    const some = histories.filter((_, i) => i % 40 === 0);
    for (const { assignment } of some) {
      expect(await load(db, assignment.id)).toEqual(JSON.parse(JSON.stringify(assignment)));
      const { data } = await db.history.query.life({ assignmentId: assignment.id }).go({ pages: 'all' });
      expect(replay(data.map((row) => row.data))).toEqual(assignment);
    }
    const document = await loadDocument(db, documents[5]!.id);
    expect(document).toEqual(documents[5]);
  });
});
