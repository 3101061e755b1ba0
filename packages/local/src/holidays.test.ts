import { readFileSync } from 'node:fs';
import { isWorkingDay } from '@tddh/domain/calendar';
import { holidays } from '@tddh/domain/holidays';
import { expect, test } from 'vitest';
import { holidaysFile } from '../bin/holidays.mjs';
import { calendar } from './sample/catalog.ts';

test('the proposed days off stand as the script writes them', () => {
  const written = readFileSync(new URL('../../domain/src/holidays.ts', import.meta.url), 'utf8');
  expect(written).toBe(holidaysFile());
  expect(written.length).toBeLessThan(12_000);
});

test('they name what was off in 2023, with the days in lieu, and no weekend', () => {
  const proposed = holidays[2023]!.map(([on]) => on);
  const since = calendar.off.filter((on) => on.startsWith('2023'));
  expect(proposed.filter((on) => on >= '2023-04-15' && on < '2023-09-01')).toEqual(
    since.filter((on) => on < '2023-09-01'),
  );
  for (const on of Object.values(holidays)
    .flat()
    .map(([day]) => day)) {
    expect(isWorkingDay({ off: [], working: [] }, on), on).toBe(true);
  }
});
