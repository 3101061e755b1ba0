import { expect, test } from 'vitest';
import { campaignProgress, leadsCampaigns, seesCampaign, stampOf } from './campaign.ts';
import { begin, filed, people, type Story } from './testing.ts';

const campaign = { startedOn: '2023-06-10', goalOn: '2023-06-30', departments: ['p1'] };
const progress = (stories: Story[], today: string) =>
  campaignProgress(
    campaign,
    stories.map((_, i) => ({ id: String(i), departmentId: i === 2 ? 'p2' : 'p1' })),
    new Map(stories.map((story, i) => [String(i), story.a])),
    today,
  );

test('a campaign tells how many are closed, by department, with the line of what is open', () => {
  const done = begin('2023-06-05')
    .does('2023-06-09', 'focal1', 'report', filed)
    .does('2023-06-12', 'officer1', 'confirm');
  const waits = begin('2023-06-05').does('2023-06-13', 'focal1', 'report', filed);
  const cancelled = begin('2023-06-05').does('2023-06-14', 'officer1', 'cancel', { reason: 'Nhập nhầm' });
  expect(progress([done, waits, cancelled], '2023-06-15')).toEqual({
    ...{ total: 3, closed: 2, awaiting: 1, daysLeft: 15 },
    departments: [
      { id: 'p1', total: 2, closed: 1, awaiting: 1 },
      { id: 'p2', total: 1, closed: 1, awaiting: 0 },
    ],
    line: [
      { on: '2023-06-09', open: 3 },
      { on: '2023-06-10', open: 3 },
      { on: '2023-06-12', open: 2 },
      { on: '2023-06-14', open: 1 },
      { on: '2023-06-15', open: 1 },
    ],
  });
});

test('what is reopened counts as open again, and a goal that has passed says so', () => {
  const again = begin('2023-06-05')
    .does('2023-06-09', 'focal1', 'report', filed)
    .does('2023-06-12', 'officer1', 'confirm')
    .does('2023-06-20', 'chief', 'reopen', { reason: 'Thiếu số liệu', cureOn: '2023-07-01' });
  expect(progress([again], '2023-07-02')).toMatchObject({ closed: 0, daysLeft: -2 });
});

test('the mark of a row changes with what people do, not with reminders or the sweep', () => {
  const story = begin('2023-06-05');
  const before = stampOf(story.a);
  story.does('2023-06-06', 'system', 'sweep').does('2023-06-07', 'officer1', 'remind');
  expect(stampOf(story.a)).toBe(before);
  const marks = [before];
  for (const act of [
    () => story.does('2023-06-08', 'focal1', 'note', { text: 'Đang làm' }),
    () => story.does('2023-06-08', 'focal1', 'ask', { text: 'Gửi ai?' }),
    () => story.does('2023-06-09', 'officer1', 'redue', { dueOn: '2023-06-20', reference: '5/UBND' }),
    () => story.does('2023-06-10', 'focal1', 'report', filed),
    () => story.does('2023-06-11', 'officer1', 'return', { reason: 'Thiếu' }),
  ]) {
    marks.push(stampOf(act().a));
  }
  expect(new Set(marks).size).toBe(marks.length);
});

test('officers see campaigns of their department, those above see all, agencies none', () => {
  const sees = (who: keyof typeof people) => seesCampaign(people[who], campaign);
  expect([sees('officer1'), sees('head1'), sees('chief'), sees('chair'), sees('admin')]).toEqual(
    Array(5).fill(true),
  );
  expect([sees('officer2'), sees('head2'), sees('focal1'), sees('boss1')]).toEqual(Array(4).fill(false));
  expect(
    ['officer1', 'head1', 'chief', 'chair', 'admin', 'focal1'].map((who) =>
      leadsCampaigns(people[who as 'chief']),
    ),
  ).toEqual([true, true, true, false, false, false]);
});
