import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { audit, auditLog, auditWrite } from './audit.ts';
import { catalogOf } from './catalog.ts';
import { Conflict, commit } from './commit.ts';
import { storeSettings } from './settings.ts';
import { actors, testDb, testDesk } from './testing.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Every source that runs in a function: core and the doors, without their tests. */
function sources(): { path: string; text: string }[] {
  return ['packages/core/src', 'functions/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/(test|testing)\.ts$/.test(path))
      .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8') })),
  );
}

/** What the sources do to rows of an entity: `db.audit.create` is `create`. */
function usesOf(entity: string): string[] {
  const pattern = new RegExp(`\\bdb\\s*\\.\\s*${entity}\\s*\\.\\s*(\\w+)`, 'g');
  const found = sources().flatMap(({ text }) => [...text.matchAll(pattern)].map(([, verb = '']) => verb));
  return [...new Set(found)].sort();
}

test('no function changes or deletes a row of the audit log or of a history: they are only created and read', () => {
  expect(sources().length).toBeGreaterThan(100);
  expect(usesOf('audit')).toEqual(['create']);
  expect(usesOf('file')).toEqual(['create', 'query']);
  expect(usesOf('history')).toEqual(['create', 'get', 'query']);
});

test('no function deletes in bulk, or deletes an item by a key that it was not meant to', () => {
  const deletes = sources().flatMap(({ path, text }) =>
    [
      ...text.matchAll(/\bdb\s*\.\s*(\w+)\s*\.\s*(?:delete|remove)\(|\b(DeleteCommand|BatchWriteCommand)\b/g),
    ].map(([, entity, raw]) => `${path}: ${entity ?? raw}`),
  );
  const entities = new Set(deletes.map((one) => one.split(': ')[1]));
  for (const kept of ['audit', 'history', 'file', 'BatchWriteCommand']) {
    expect([...entities], deletes.join('\n')).not.toContain(kept);
  }
});

test('an entry that stands is not written over, not even by its own id', async () => {
  const db = await testDb(inject('endpoint'));
  const desk = { ...testDesk(db, actors.admin), newId: () => 'aud_same' };
  await audit(desk, { act: 'exported', detail: 'first' });
  const again = commit(db, [auditWrite(desk, { act: 'exported', detail: 'second' })]);
  await expect(again).rejects.toBeInstanceOf(Conflict);
  const { rows } = await auditLog(desk, { limit: 50 });
  expect(rows.map((row) => row.detail)).toEqual(['first']);
});

test('the log is kept for 24 months, or as long as the setting says from then on; what is past its time is not shown', async () => {
  const db = await testDb(inject('endpoint'));
  const desk = testDesk(db, actors.admin);
  const endOf = async () => {
    const { data } = await db.audit.query
      .month({ auditMonth: '2023-06' })
      .go({ pages: 'all', order: 'desc' });
    return new Date(data[0]!.expiresAt * 1000).toISOString().slice(0, 10);
  };
  await audit(desk, { act: 'exported' });
  expect(await endOf()).toBe('2025-06-15');
  await storeSettings(desk, { auditMonths: 36 });
  await catalogOf(db);
  const later = { ...desk, now: new Date('2023-06-20T02:00:00Z') };
  await audit(later, { act: 'exported' });
  expect(await endOf()).toBe('2026-06-20');
  const years = (n: number) => ({ ...desk, now: new Date(`${2023 + n}-06-25T02:00:00Z`) });
  expect((await auditLog(years(1), { limit: 50 })).rows).toHaveLength(3);
  expect((await auditLog(years(4), { limit: 50 })).rows).toHaveLength(0);
});
