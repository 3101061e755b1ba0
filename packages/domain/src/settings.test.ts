import { expect, test } from 'vitest';
import { readInput } from './input.ts';
import { Refusal } from './refusal.ts';
import { settingGroups } from './settingrule.ts';
import { defaultSettings, settingRules, settingsChange, settingsFrom } from './settings.ts';

const faults = (input: unknown) => {
  const read = readInput(settingsChange, input);
  return read instanceof Refusal ? read.faults.map(({ path }) => path) : read;
};

test('every figure with its default is within its own bounds', () => {
  const { calendar, revision, ...figures } = defaultSettings;
  expect(faults(figures)).toEqual(figures);
  expect(Object.keys(settingRules).sort()).toEqual(Object.keys(figures).sort());
  for (const rule of Object.values(settingRules)) expect(settingGroups).toContain(rule.group);
});

test('a figure out of its bounds, of another kind or unknown is refused at its own place', () => {
  expect(faults({ startAfter: 31 })).toEqual(['startAfter']);
  expect(faults({ startAfter: 1.5, secondPerson: 'có' })).toEqual(['startAfter', 'secondPerson']);
  expect(faults({ rosterReminders: [3, 3] })).toEqual(['rosterReminders']);
  expect(faults({ rosterReminders: [1, 2, 3, 4, 5, 6, 7] })).toEqual(['rosterReminders']);
  expect(faults({ calendar: { off: [], working: [] } })).toEqual(['calendar']);
  expect(faults({ revision: 7 })).toEqual(['revision']);
  expect(faults({})).toEqual(['']);
});

test('what a table stored stands over the defaults, and a figure that it does not know has its default', () => {
  expect(settingsFrom({ startAfter: 5 })).toEqual({ ...defaultSettings, startAfter: 5 });
  expect(settingsFrom(undefined)).toEqual(defaultSettings);
});
