import { expect, test } from 'vitest';
import type { HistoryRow } from '../../shapes.ts';
import { loadWords } from '../../words/words.ts';
import { toldOf } from './told.ts';

const names = { field: (id: string) => `lĩnh vực ${id}`, unit: (id: string) => `phòng ${id}` };
const row = (event: HistoryRow['event'], data: object, reason?: string) =>
  ({ event, data, reason }) as unknown as HistoryRow;

test('a correction says of each value what it was and what it is, and why', async () => {
  await Promise.all([loadWords('work'), loadWords('life')]);
  const before = { dueOn: '2023-12-02', fieldId: 'a', departmentId: 'p', signer: '' };
  const after = { dueOn: null, fieldId: 'b', departmentId: 'p', departmentName: 'P', signer: 'Lê Văn Chiến' };
  expect(toldOf(row('corrected', { before, after }, 'Gõ nhầm'), names)).toEqual([
    ...['Gõ nhầm', 'Hạn: 02/12/2023 → không hạn', 'Lĩnh vực: lĩnh vực a → lĩnh vực b'],
    'Người ký: … → Lê Văn Chiến',
  ]);
});

test('a step says what it is about: the day, the unit, the text, whom a waiting report has reached', () => {
  const auto = { kind: 'due', dueOn: '2023-12-20', before: 3 };
  expect(toldOf(row('reminded', { auto }), names)).toEqual(['trước hạn 3 ngày, hạn 20/12/2023']);
  expect(toldOf(row('escalated', { to: 'chief' }), names)).toEqual(['báo Chánh Văn phòng']);
  expect(toldOf(row('noted', { text: 'Một nửa', blocker: 'Thiếu vốn' }), names)).toEqual([
    ...['Một nửa', 'Vướng mắc: Thiếu vốn'],
  ]);
  const request = { to: { id: 'stc', name: 'Sở Tài chính' } };
  expect(toldOf(row('transfer-asked', { request }, 'Đúng việc'), names)).toEqual([
    ...['Đúng việc', 'Chuyển cho: Sở Tài chính'],
  ]);
  expect(toldOf(row('recalled', { reference: '99/UBND-TH' }, 'Hết cần'), names)).toEqual([
    ...['Hết cần', 'Văn bản căn cứ: 99/UBND-TH'],
  ]);
  expect(toldOf(row('accepted', {}), names)).toEqual([]);
});
