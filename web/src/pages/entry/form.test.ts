import { expect, test } from 'vitest';
import { type EntryForm, emptyTask, meant, readForm } from './form.ts';

const task = (more: object = {}) => ({
  ...emptyTask(),
  content: 'Báo cáo kết quả',
  leads: ['sct'],
  dueOn: '2023-12-15',
  ...more,
});
const form = (more: Partial<EntryForm> = {}): EntryForm => ({
  number: '645/VPUBND-HCQT',
  issuedOn: '2023-11-30',
  issuer: 'UBND tỉnh',
  type: 'Công văn',
  subject: 'V/v cập nhật dữ liệu',
  field: '',
  signer: '',
  noTask: false,
  tasks: [task()],
  ...more,
});
const said = { dueMissing: '!', tasksMissing: '?' };
const faults = (read: ReturnType<typeof readForm>) =>
  'faults' in read ? read.faults.map((fault) => fault.path) : read;

test('a filled form is sent as the schema takes it, without empty fields and blank last rows', () => {
  const read = readForm(form({ tasks: [task(), emptyTask()] }), false, said);
  expect(read).toEqual({
    body: {
      number: '645/VPUBND-HCQT',
      issuedOn: '2023-11-30',
      issuer: 'UBND tỉnh',
      type: 'Công văn',
      subject: 'V/v cập nhật dữ liệu',
      tasks: [{ content: 'Báo cáo kết quả', leads: ['sct'], supports: [], dueOn: '2023-12-15' }],
    },
  });
});

test('every task owes a due day or an explicit no due date', () => {
  expect(faults(readForm(form({ tasks: [task({ dueOn: null })] }), false, said))).toEqual(['tasks.0.dueOn']);
  const free = readForm(form({ tasks: [task({ dueOn: null, noDue: true })] }), false, said);
  expect('body' in free && free.body.tasks[0]?.dueOn).toBe(null);
});

test('all faults are told at once, at the path of their field', () => {
  const read = readForm(
    form({ number: 'abc', subject: ' ', tasks: [task(), task({ leads: [], content: '' })] }),
    false,
    said,
  );
  expect(faults(read)).toEqual(['number', 'subject', 'tasks.1.content', 'tasks.1.leads']);
});

test('days are held against each other and against today before anything is sent', () => {
  const late = form({ issuedOn: '2023-12-20', tasks: [task({ leads: [] })] });
  expect(faults(readForm(late, false, { ...said, today: '2023-11-30' }))).toEqual([
    ...['tasks.0.leads', 'issuedOn', 'tasks.0.dueOn'],
  ]);
});

test('a mark of secrecy is refused before anything else', () => {
  expect('secret' in readForm(form({ subject: 'MẬT - Kế hoạch', number: '' }), true, said)).toBe(true);
});

test('without a number the document is a draft; with "no task" its rows are not sent', () => {
  const read = readForm(form({ number: '', noTask: true }), true, said);
  expect('body' in read && read.body).toMatchObject({ number: null, draft: true, noTask: true, tasks: [] });
});

test('without a task a document is refused, unless it is a draft or orders none', () => {
  const none = [emptyTask()];
  expect(faults(readForm(form({ tasks: none }), false, said))).toEqual(['tasks']);
  expect('body' in readForm(form({ tasks: none }), true, said)).toBe(true);
  expect('body' in readForm(form({ tasks: none, noTask: true }), false, said)).toBe(true);
});

test('a blank row between filled ones is meant, one at the end is not', () => {
  expect(meant([task(), emptyTask(), task(), emptyTask()])).toHaveLength(3);
  expect(meant([emptyTask()])).toHaveLength(0);
});
