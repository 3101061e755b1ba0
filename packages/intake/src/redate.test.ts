import { emptyCalendar } from '@tddh/domain/calendar';
import type { NamedUnit } from '@tddh/domain/unitname';
import { expect, test } from 'vitest';
import { nation, officeLetter } from './fixtures.ts';
import { propose } from './propose.ts';
import { redateTask } from './redate.ts';
import type { Surroundings } from './surroundings.ts';

const unit = (id: string, name: string, more: Partial<NamedUnit> = {}): NamedUnit => ({
  ...{ id, name, short: '', kind: 'agency', ...more },
});
/** Sở Kế hoạch và Đầu tư ended with February 2025, and Sở Dân tộc began. */
const around: Surroundings = {
  units: [
    unit('skh', 'Sở Kế hoạch và Đầu tư', { validTo: '2025-02-28' }),
    unit('sdt', 'Sở Dân tộc và Tôn giáo', { validFrom: '2025-03-01' }),
    unit('stc', 'Sở Tài chính'),
    unit('th', 'Phòng Tổng hợp', { kind: 'department' }),
    unit('hcqt', 'Phòng Hành chính - Quản trị', { kind: 'department' }),
  ],
  types: [],
  province: 'tỉnh Hải Bình',
  calendar: emptyCalendar,
};
const first = (source: string) => {
  const all = propose(source, around);
  if (all === 'secret' || !all[0]?.tasks[0]) throw new Error('nothing proposed');
  return { task: all[0].tasks[0], issuer: all[0].issuer, source: all[0].source };
};
const circular = (day: string) => `ỦY BAN NHÂN DÂN
TỈNH HẢI BÌNH
Số: /UBND-TH
${nation}
Độc lập - Tự do - Hạnh phúc
Hải Bình, ngày ${day} năm 2025
V/v báo cáo

Kính gửi: Các sở, ban, ngành.

Chủ tịch UBND tỉnh yêu cầu:
1. Các sở, ban, ngành rà soát biên chế, báo cáo trong 10 ngày kể từ ngày ký.
Nơi nhận:
- Như trên.
`;

test('a due day that counts from the document’s day follows it, and one given by hand does not', () => {
  const { task, issuer, source } = first(
    officeLetter.replace('trước ngày **15/12/2023**', 'trong 10 ngày kể từ ngày ký'),
  );
  expect([task.dueOn, task.reading.doubts]).toEqual([null, ['due-event']]);
  const document = { before: null, issuedOn: '2023-12-01', issuer, source };
  expect(redateTask(task, document, around)).toMatchObject({
    ...{ dueOn: '2023-12-11', reading: { rule: { code: 'days', n: 10 }, doubts: ['due-rule'] } },
  });
  expect(redateTask({ ...task, dueOn: '2023-12-20' }, document, around)).toBeUndefined();
});

test('what is written out stays', () => {
  const { task, issuer, source } = first(officeLetter);
  expect(redateTask(task, { before: null, issuedOn: '2023-12-01', issuer, source }, around)).toBeUndefined();
});

test('a group holds the units that are valid on the document’s day, also when that day changes', () => {
  const { task, issuer, source } = first(circular('20 tháng 02'));
  expect([task.leads, task.dueOn]).toEqual([['skh', 'stc'], '2025-03-02']);
  const document = { before: '2025-02-20', issuedOn: '2025-03-05', issuer, source };
  const after = redateTask(task, document, around);
  expect(after).toMatchObject({ leads: ['sdt', 'stc'], dueOn: '2025-03-15' });
  expect(after?.reading.leads[0]).toMatchObject({ ids: ['sdt', 'stc'], at: task.reading.leads[0]!.at });
  expect(redateTask(task, { ...document, issuedOn: '2025-02-20' }, around)).toBeUndefined();
});

test('a group that somebody narrowed stays as they left it', () => {
  const { task, issuer, source } = first(circular('20 tháng 02'));
  const document = { before: '2025-02-20', issuedOn: '2025-03-05', issuer, source };
  const after = redateTask({ ...task, leads: ['stc'] }, document, around);
  expect(after?.leads).toBeUndefined();
  expect(after?.dueOn).toBe('2025-03-15');
});

test('a group of a document without a day is of all units, and of those of its day once it has one', () => {
  const { task, issuer, source } = first(circular('   tháng 3'));
  expect(task.leads).toEqual(['skh', 'sdt', 'stc']);
  const document = { before: null, issuedOn: '2025-03-05', issuer, source };
  expect(redateTask(task, document, around)?.leads).toEqual(['sdt', 'stc']);
});
