import { expect, test } from 'vitest';
import type { StatisticsTerms } from '../../statistics.ts';
import { behind, preset, presetNames, presetOf, readQuery } from './query.ts';

const today = '2023-11-30';
const answer: StatisticsTerms = {
  period: { from: '2023-04-15', to: '2023-11-30' },
  asOf: '2023-11-30',
  clock: 'confirmation',
  basis: 'assigned',
  scope: 'new',
  by: 'agency',
};

test('an address is read, and what is wrong in it is left out', () => {
  expect(readQuery({ from: '2023-04-15', clock: 'report', by: 'field', leaf: '11' })).toEqual({
    from: '2023-04-15',
    clock: 'report',
    by: 'field',
  });
  expect(readQuery({ from: '2023-02-31', clock: 'sun', scope: ['new', 'carried'] })).toEqual({});
  expect(readQuery({ from: '2023-12-01', to: '2023-11-01' })).toEqual({
    from: '2023-11-01',
    to: '2023-12-01',
  });
});

test('the link behind a number repeats all that the number depends on', () => {
  expect(behind(answer, { leaf: 11, unit: 'so-noi-vu' })).toBe(
    '/nhiem-vu?leaf=11&agency=so-noi-vu&from=2023-04-15&to=2023-11-30&asOf=2023-11-30&clock=confirmation&basis=assigned&scope=new',
  );
  expect(behind({ ...answer, by: 'department' }, { leaf: 3, unit: 'tong-hop' })).toContain(
    'department=tong-hop',
  );
  expect(behind(answer, { beside: 'awaiting' })).toMatch(/^\/nhiem-vu\?beside=awaiting&from=/);
  expect(behind({ ...answer, by: 'signer' }, { leaf: 3, unit: '' })).toMatch(/scope=new&signer=$/);
  expect(behind(answer, { leaf: 3 })).not.toContain('agency');
});

test('months, quarters and years carry over, and end today', () => {
  expect(preset('month', today)).toEqual({ from: '2023-11-01', to: today, scope: 'carried' });
  expect(preset('lastMonth', today)).toEqual({ from: '2023-10-01', to: '2023-10-31', scope: 'carried' });
  expect(preset('quarter', today)).toEqual({ from: '2023-10-01', to: today, scope: 'carried' });
  expect(preset('quarter', '2024-03-05').from).toBe('2024-01-01');
  expect(preset('year', today)).toEqual({ from: '2023-01-01', to: today, scope: 'carried' });
  expect(preset('lastMonth', '2024-01-15').to).toBe('2023-12-31');
});

test('a period knows its name', () => {
  for (const name of presetNames) expect(presetOf(preset(name, today), today)).toBe(name);
  expect(presetOf({ ...preset('month', today), asOf: '2023-11-15' }, today)).toBeUndefined();
  expect(presetOf({ from: '2023-04-16' }, today)).toBeUndefined();
});
