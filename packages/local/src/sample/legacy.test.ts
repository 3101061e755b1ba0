import { catalogRow } from '@tddh/core/catalog';
import { importLegacy } from '@tddh/core/legacy';
import { statistics } from '@tddh/core/statistics';
import { testDb, testDesk } from '@tddh/core/testing';
import { standardTypes } from '@tddh/domain/agency';
import { readLegacy } from '@tddh/intake/sheets/legacy';
import { expect, inject, test } from 'vitest';
import { agencies, calendar, fields, first, last, office, people, units } from './catalog.ts';
import { golden } from './golden.ts';
import { legacyExport, legacyTitles } from './legacy.ts';
import { sampleData } from './sample.ts';

test('the 247 assignments, exported in the old software’s form and taken over, give the golden 459 cells', async () => {
  const db = await testDb(inject('endpoint'));
  await Promise.all([
    ...units.map((unit) => catalogRow(db, 'unit', unit.id, unit).go()),
    ...fields.map((field) => catalogRow(db, 'field', field.id, field).go()),
    catalogRow(db, 'office', 'office', { ...office, since: last }).go(),
  ]);
  const admin = people.find(({ role }) => role === 'admin')!;
  const desk = testDesk(db, admin, last);
  const around = { units, types: standardTypes, province: office.province, calendar };
  const grid = [[...legacyTitles], ...legacyExport(sampleData())];
  const { rows, missing } = readLegacy(grid, around, last);
  expect(missing).toEqual([]);
  expect(rows.flatMap(({ at, faults }) => faults.map((fault) => [at, fault]))).toEqual([]);
  expect(rows).toHaveLength(247);
  const values = rows.map(({ value }) => value!);
  const send = async (check: boolean) => {
    let made = 0;
    for (let at = 0; at < values.length; ) {
      let to = Math.min(at + 90, values.length);
      while (to < values.length && values[to]!.number === values[to - 1]!.number) to += 1;
      const outcomes = await importLegacy(desk, values.slice(at, to), check);
      made += outcomes.filter(({ outcome }) => outcome === 'new').length;
      at = to;
    }
    return made;
  };
  const documents = new Set(values.map(({ number }) => number)).size;
  expect(await send(true)).toBe(documents);
  expect(await send(false)).toBe(documents);
  expect(await send(false)).toBe(0);

  const period = {
    from: first,
    to: last,
    asOf: last,
    clock: 'confirmation',
    basis: 'assigned',
    scope: 'new',
  } as const;
  const table = await statistics(desk, period, 'agency');
  const cells = table.rows
    .filter(({ unit }) => agencies.some(({ id }) => id === unit.id))
    .map(({ columns }) => columns);
  expect(cells).toEqual(golden.map(({ columns }) => columns));
  expect(cells.flat()).toHaveLength(459);
}, 60_000);
