import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultsOfUse } from './used.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tddh-used-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const told = (...uses: { by: string; action: string; deleted?: string }[]) => {
  writeFileSync(join(folder, '1.jsonl'), uses.map((use) => `${JSON.stringify(use)}\n`).join(''));
  return faultsOfUse(folder).faults;
};

test('what a function is granted is no fault, and what it does is known', () => {
  expect(
    told({ by: 'api', action: 'Query' }, { by: 'api', action: 'DeleteItem', deleted: '$tddh#tokenhash_x' }),
  ).toEqual([]);
  expect(faultsOfUse(folder).used.get('api')).toEqual(new Set(['Query', 'DeleteItem']));
});

test('an action, or a key to delete under, that a function is not granted is told', () => {
  expect(told({ by: 'notify', action: 'DeleteItem', deleted: '$tddh#tokenhash_x' })).toEqual([
    'notify deleted under $tddh#tokenhash_x, which it is not granted',
    'notify used DeleteItem, which it is not granted',
  ]);
  expect(told({ by: 'api', action: 'Scan' })).toEqual(['api used Scan, which it is not granted']);
});

test('whoever deletes history is told, whether a function or not', () => {
  const deleted = '$tddh#assignmentid_asg_1';
  expect(told({ by: '-', action: 'DeleteItem', deleted })).toEqual([`- deleted history under ${deleted}`]);
});
