import { readInput } from '@tddh/domain/input';
import { Refusal } from '@tddh/domain/refusal';
import { verbNames, verbs } from '@tddh/domain/verbs';
import { expect, test } from 'vitest';
import { type Ask, bodyOf, forms, onPaper, type Values } from './forms.ts';

const filled: Record<Ask['kind'], Values[string]> = {
  text: 'Một',
  area: 'Hai',
  day: '2023-12-15',
  unit: 'sct',
  field: 'dautu',
  check: true,
  decision: true,
  files: [{ id: 'fil_1', name: 'a.pdf', size: 1, kind: 'pdf' }],
};
const full = (asks: readonly Ask[]) => Object.fromEntries(asks.map((ask) => [ask.path, filled[ask.kind]]));

test('every verb has a form, and what a filled form sends is what its schema takes', () => {
  for (const verb of verbNames) {
    const asks = forms[verb];
    const read = readInput(verbs[verb], bodyOf(asks, full(asks)));
    expect([verb, read instanceof Refusal ? read.faults : 'ok']).toEqual([verb, 'ok']);
  }
  expect(readInput(verbs.report, bodyOf(onPaper, full(onPaper)))).not.toBeInstanceOf(Refusal);
});

test('a form without what is owed is refused at the field that is owed', () => {
  for (const verb of verbNames) {
    const owed = forms[verb].filter((ask) => !ask.optional && !ask.path.includes('.') && verb !== 'report');
    for (const ask of owed.filter((one) => one.kind !== 'decision')) {
      const values = { ...full(forms[verb]), [ask.path]: '' };
      const read = readInput(verbs[verb], bodyOf(forms[verb], values, {}));
      expect([verb, read instanceof Refusal && read.faults[0]?.path]).toEqual([verb, ask.path]);
    }
  }
});

test('empty values are left out, but for texts that are owed', () => {
  expect(bodyOf(forms.pause, {})).toEqual({ reason: '', reference: '' });
  expect(bodyOf(onPaper, { result: 'Xong', reportedOn: null, confirm: false })).toEqual({
    result: 'Xong',
  });
});

test('a correction sends only what differs, and may take the due date away', () => {
  const before = { 'fields.content': 'Cũ', 'fields.dueOn': '2023-12-15', 'fields.field': 'dautu' };
  const values = { ...before, 'fields.dueOn': null, reason: 'Nhầm' };
  expect(bodyOf(forms.correct, values, before)).toEqual({ fields: { dueOn: null }, reason: 'Nhầm' });
});
