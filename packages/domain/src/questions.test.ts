import { expect, test } from 'vitest';
import { Refusal } from './refusal.ts';
import { begin, codeOf } from './testing.ts';

const due = '2023-06-30';

test('a dispute of an overdue mark is a question of the unit, owed an answer in three working days', () => {
  const s = begin(due).does('2023-07-03', 'focal1', 'ask', { text: 'Đã gửi bản giấy', dispute: true });
  expect(s.a.questions[0]).toMatchObject({ dispute: true, answerBy: '2023-07-06' });
  s.does('2023-07-04', 'officer1', 'answer', { text: 'Đã tìm thấy, ghi nhận' });
  expect(s.a.questions[0]?.answeredOn).toBe('2023-07-04');
});

test('what is not overdue is not disputed, and only the unit that is marked disputes', () => {
  const body = { text: 'x', dispute: true };
  expect(codeOf(begin(due).tries(due, 'focal1', 'ask', body))).toBe('state_forbids');
  expect(codeOf(begin(null).tries('2023-08-01', 'focal1', 'ask', body))).toBe('state_forbids');
  const outcome = begin(due).tries('2023-07-03', 'officer1', 'ask', body);
  expect(outcome instanceof Refusal && outcome.faults[0]?.path).toBe('dispute');
});

test('of several questions the one that is named is answered, else the oldest', () => {
  const asked = () =>
    begin(due)
      .does('2023-06-02', 'focal1', 'ask', { text: 'Một' })
      .does('2023-06-03', 'focal1', 'ask', { text: 'Hai' });
  const open = (s: ReturnType<typeof asked>) => s.a.questions.filter((q) => !q.answeredOn).map((q) => q.text);
  expect(open(asked().does('2023-06-05', 'officer1', 'answer', { text: 'x' }))).toEqual(['Hai']);
  const named = { text: 'x', question: 'que_2' };
  const s = asked().does('2023-06-05', 'officer1', 'answer', named);
  expect(open(s)).toEqual(['Một']);
  expect(codeOf(s.tries('2023-06-05', 'officer1', 'answer', named))).toBe('state_forbids');
  expect(codeOf(s.tries('2023-06-05', 'boss1', 'answer', { text: 'x', question: 'que_1' }))).toBe(
    'state_forbids',
  );
});
