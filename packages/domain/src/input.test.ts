import type { GenericSchema } from 'valibot';
import { expect, test } from 'vitest';
import { dayFaults, documentChange, newDocument } from './document.ts';
import { readInput } from './input.ts';
import { newPerson, signIn } from './person.ts';
import { Refusal } from './refusal.ts';
import { verbNames, verbs } from './verbs.ts';

const task = { content: 'Báo cáo', leads: ['so1'], supports: ['so2'], dueOn: '2023-12-31' };
const document = {
  ...{
    number: '1683/QĐ-UBND',
    issuedOn: '2023-11-20',
    issuer: 'UBND tỉnh',
    type: 'QĐ',
    subject: 'Về việc x',
  },
  tasks: [task],
};
const vietnamese = /[àáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ]/iu;

/** The paths of the faults; every one speaks Vietnamese, and each place is named once. */
function paths(schema: GenericSchema, input: unknown): string[] | 'ok' {
  const read = readInput(schema, input);
  if (!(read instanceof Refusal)) return 'ok';
  expect(read.code).toBe('invalid');
  expect(read.faults.length).toBeGreaterThan(0);
  for (const { message } of read.faults) {
    expect(message).toMatch(vietnamese);
    expect(message).not.toMatch(/expected|invalid|received/i);
  }
  return read.faults.map((fault) => fault.path);
}
const withTask = (over: object) => ({ ...document, tasks: [task, { ...task, ...over }] });

test('a whole document is read, tidied', () => {
  expect(paths(newDocument, document)).toBe('ok');
  expect(paths(newDocument, { ...document, number: null, issuedOn: null, tasks: [] })).toBe('ok');
  const read = readInput(newDocument, { ...document, subject: '  Về  việc\u00a0Ủy ban '.normalize('NFD') });
  expect(read).toMatchObject({ subject: 'Về việc Ủy ban' });
});

test('each bad input of a document is told at its place', () => {
  const megabyte = 'ạ'.repeat(1_000_000);
  expect(paths(newDocument, { ...document, issuedOn: '2023-02-31' })).toEqual(['issuedOn']);
  expect(paths(newDocument, { ...document, issuedOn: '31/12/2023' })).toEqual(['issuedOn']);
  expect(paths(newDocument, { ...document, number: 'không số' })).toEqual(['number']);
  expect(paths(newDocument, { ...document, subject: '   ' })).toEqual(['subject']);
  expect(paths(newDocument, { ...document, subject: megabyte })).toEqual(['subject']);
  expect(paths(newDocument, { ...document, subject: 7 })).toEqual(['subject']);
  expect(paths(newDocument, { ...document, extra: 1 })).toEqual(['extra']);
  expect(paths(newDocument, { ...document, secrecy: 'Kín' })).toEqual(['secrecy']);
  expect(paths(newDocument, { ...document, tasks: 'x' })).toEqual(['tasks']);
  expect(paths(newDocument, { ...document, tasks: Array(101).fill(task) })).toEqual(['tasks']);
  const { issuer: _, ...missing } = document;
  expect(paths(newDocument, missing)).toEqual(['issuer']);
  for (const input of [null, undefined, 'x', 7]) expect(paths(newDocument, input)).toEqual(['']);
});

test('each bad input of a task is told at its place', () => {
  expect(paths(newDocument, withTask({ content: '' }))).toEqual(['tasks.1.content']);
  expect(paths(newDocument, withTask({ content: 'x'.repeat(1_048_576) }))).toEqual(['tasks.1.content']);
  expect(paths(newDocument, withTask({ content: 'a\u0000b' }))).toEqual(['tasks.1.content']);
  expect(paths(newDocument, withTask({ leads: [] }))).toEqual(['tasks.1.leads']);
  expect(paths(newDocument, withTask({ leads: ['so1', 'so1'] }))).toEqual(['tasks.1.leads']);
  expect(paths(newDocument, withTask({ supports: ['so1'] }))).toEqual(['tasks.1.supports']);
  expect(paths(newDocument, withTask({ dueOn: '2023-06-31' }))).toEqual(['tasks.1.dueOn']);
  expect(paths(newDocument, withTask({ dueOn: undefined }))).toEqual(['tasks.1.dueOn']);
  expect(paths(newDocument, withTask({ owner: 'x' }))).toEqual(['tasks.1.owner']);
  expect(paths(newDocument, withTask({ dueOn: null }))).toBe('ok');
});

test('several faults are told at once', () => {
  expect(
    paths(newDocument, { ...document, subject: '', issuedOn: 'x', tasks: [{ ...task, leads: [] }] }),
  ).toEqual([...['issuedOn', 'subject', 'tasks.0.leads']]);
});

test('a due day before the issue day and an issue day to come are told at their places', () => {
  const faults = (issuedOn: string | null, ...dues: (string | null)[]) =>
    dayFaults(
      issuedOn,
      dues.map((dueOn) => ({ dueOn })),
      '2023-11-30',
    ).map((fault) => {
      expect(fault.message).toMatch(vietnamese);
      return fault.path;
    });
  expect(faults('2023-11-20', '2023-11-20', null, '2023-11-19')).toEqual(['tasks.2.dueOn']);
  expect(faults('2023-12-01', null)).toEqual(['issuedOn']);
  expect(faults('2023-11-30')).toEqual([]);
  expect(faults(null, '2023-01-01')).toEqual([]);
});

test('a change of a document needs something to change', () => {
  expect(paths(documentChange, {})).toEqual(['']);
  expect(paths(documentChange, { number: '7/QĐ-UBND', issuedOn: '2023-11-20' })).toBe('ok');
  expect(paths(documentChange, { status: 'issued' })).toEqual(['status']);
});

test('every verb refuses a field too many and what is no object', () => {
  for (const verb of verbNames) {
    expect(paths(verbs[verb], { status: 'done' }), verb).toContain('status');
    expect(paths(verbs[verb], null), verb).toEqual(['']);
  }
});

test('the verbs ask for their reasons, references and days', () => {
  expect(paths(verbs.return, {})).toEqual(['reason']);
  expect(paths(verbs.reopen, { reason: 'x' })).toEqual(['cureOn']);
  expect(paths(verbs.pause, { reason: 'x' })).toEqual(['reference']);
  expect(paths(verbs.recall, { reference: 'x' })).toEqual(['reason']);
  expect(paths(verbs.redue, { dueOn: '2023-02-30', reference: 'x' })).toEqual(['dueOn']);
  expect(paths(verbs.extend, { dueOn: '2023-12-31', reason: ' ' })).toEqual(['reason']);
  expect(paths(verbs.grant, {})).toEqual(['agreedBy']);
  expect(paths(verbs.report, { result: '' })).toEqual(['result']);
  expect(paths(verbs.report, { result: 'x', confirm: 'yes' })).toEqual(['confirm']);
  expect(paths(verbs.report, { result: 'x', files: ['../etc'] })).toEqual(['files.0']);
  expect(paths(verbs.correct, { fields: {}, reason: 'x' })).toEqual(['fields']);
  expect(paths(verbs.correct, { fields: { status: 'done' }, reason: 'x' })).toEqual(['fields.status']);
  expect(paths(verbs['transfer-decide'], { accept: 1 })).toEqual(['accept']);
});

test('a person is read, and a short password or a made-up role refused', () => {
  const given = {
    name: 'Trần Văn A',
    username: ' TongHop ',
    password: 'mot-cau-de-nho',
    role: 'officer',
    unitId: 'p1',
  };
  expect(readInput(newPerson, given)).toMatchObject({ username: 'tonghop', fields: [] });
  expect(paths(newPerson, { ...given, password: 'ngan' })).toEqual(['password']);
  expect(paths(newPerson, { ...given, role: 'system' })).toEqual(['role']);
  expect(paths(newPerson, { ...given, unitId: 'P 1' })).toEqual(['unitId']);
  expect(paths(newPerson, { ...given, fields: 'f1' })).toEqual(['fields']);
  expect(paths(signIn, { username: '', password: '' })).toEqual(['username', 'password']);
  expect(paths(signIn, { username: 'x', password: 'x'.repeat(1_000_000) })).toEqual(['password']);
});
