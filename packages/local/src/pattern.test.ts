import { type Pattern, wiring } from '@tddh/functions/wiring';
import { describe, expect, test } from 'vitest';
import { matches } from './pattern.ts';

const event = {
  source: 'tddh',
  'detail-type': 'assignment.confirmed',
  resources: ['asg_1', 'doc_1'],
  detail: { assignment: { status: 'done' }, revision: 3, late: false },
};

describe('an event pattern', () => {
  test.each<[string, Pattern, boolean]>([
    ['an exact value', { source: ['tddh'] }, true],
    ['one of several values', { source: ['other', 'tddh'] }, true],
    ['another value', { source: ['other'] }, false],
    ['a field that is missing', { account: ['1'] }, false],
    ['a prefix', { 'detail-type': [{ prefix: 'assignment.' }] }, true],
    ['another prefix', { 'detail-type': [{ prefix: 'document.' }] }, false],
    ['a nested field', { detail: { assignment: { status: ['done'] } } }, true],
    ['a number', { detail: { revision: [3] } }, true],
    ['a number is no text', { detail: { revision: ['3'] } }, false],
    ['a boolean', { detail: { late: [false] } }, true],
    ['a value of a list', { resources: ['doc_1'] }, true],
    ['anything but a value', { source: [{ 'anything-but': 'other' }] }, true],
    ['anything but that value', { source: [{ 'anything-but': ['tddh', 'x'] }] }, false],
    ['a field that exists', { detail: { revision: [{ exists: true }] } }, true],
    ['a field that must not exist', { detail: { secret: [{ exists: false }] } }, true],
    ['all fields together', { source: ['tddh'], 'detail-type': [{ prefix: 'document.' }] }, false],
    ['a nested pattern on a plain value', { source: { name: ['tddh'] } }, false],
  ])('%s', (_name, pattern, expected) => {
    expect(matches(pattern, event)).toBe(expected);
  });

  test('throws on an operator that the yard does not know', () => {
    const pattern = { source: ['tddh', { wildcard: 't*' }] } as unknown as Pattern;
    expect(() => matches(pattern, event)).toThrow(/wildcard/);
  });

  test('every rule of the wiring uses known operators only', () => {
    for (const { pattern } of Object.values(wiring.rules))
      expect(() => matches(pattern, event)).not.toThrow();
  });
});
