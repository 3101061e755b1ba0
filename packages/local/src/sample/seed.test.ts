import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { catalogOf } from '@tddh/core/catalog';
import { load } from '@tddh/core/change';
import { loadDocument } from '@tddh/core/complete';
import { Db } from '@tddh/core/db';
import { verifyPassword } from '@tddh/core/password';
import { personNamed } from '@tddh/core/people';
import { needsSetup } from '@tddh/core/setup';
import { tableDefinition } from '@tddh/core/table';
import { replay } from '@tddh/domain/apply';
import { beforeAll, describe, expect, inject, it } from 'vitest';
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

describe('the seed', () => {
  beforeAll(async () => {
    await client.send(new CreateTableCommand(tableDefinition(table)));
    await seedSample(db);
  });

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
