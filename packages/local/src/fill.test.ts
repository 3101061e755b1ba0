import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { catalogOf } from '@tddh/core/catalog';
import { assignmentsOf, loadDocument } from '@tddh/core/complete';
import { Db } from '@tddh/core/db';
import { personNamed } from '@tddh/core/people';
import { tableDefinition } from '@tddh/core/table';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { fill } from './fill.ts';

const client = new DynamoDBClient({
  endpoint: inject('endpoint'),
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
let tables = 0;
const size = { assignments: 400, days: 365, units: 30, seed: 7, today: '2023-11-30' };

describe('fill', () => {
  let db: Db;
  beforeEach(async () => {
    tables += 1;
    db = new Db(client, `fill-${process.pid}-${tables}`);
    await client.send(new CreateTableCommand(tableDefinition(db.table)));
  });

  it('writes what was asked, with its catalog, its people and whole documents', async () => {
    const filled = await fill(db, size);
    expect(filled.assignments).toBe(400);
    expect(filled.events).toBeGreaterThan(1200);
    const { units, office } = await catalogOf(db);
    expect(units.filter((u) => u.kind === 'agency')).toHaveLength(30);
    expect(office.since).toBe('2022-12-01');
    expect((await personNamed(db, 'donvi30'))?.unitId).toBe('xa003');
    const id = 'doc_f7x000001';
    const document = await loadDocument(db, id);
    expect(await assignmentsOf(db, document!)).toHaveLength(document!.made);
  });

  it('refuses the table of a real office', async () => {
    await db.unique.put({ kind: 'setup', value: 'first', owner: 'per_real' }).go();
    await expect(fill(db, size)).rejects.toMatchObject({ code: 'wrong-mode' });
    expect((await catalogOf(db)).units).toEqual([]);
  });
});
