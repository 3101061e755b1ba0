import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { faultsOf } from './testing.ts';
import { type Usage, writeUsage } from './usage.ts';

const row = (entered: number, backlog: number) => ({
  ...{ entered, entryMedian: entered ? 1.5 : null, entryWorst: entered ? 6 : null, late: 2 },
  ...{ confirmed: 7, confirmMedian: 4, confirmWorst: 21, backlog, backlogWorst: backlog ? 30 : null },
});
const usage: Usage = {
  office: { name: 'Văn phòng UBND tỉnh Đắk Nông', province: 'tỉnh Đắk Nông' },
  department: { name: 'Phòng Hành chính - Quản trị', short: 'HC-QT' },
  period: { from: '2023-04-15', to: '2023-11-30' },
  decimalComma: true,
  round: {
    ...{ name: 'Đánh giá 2023', dueOn: '2024-02-03' },
    questions: [
      { id: 'q1', text: 'Khó khăn, vướng mắc?', topic: 'difficulty', kind: 'text' },
      { id: 'q2', text: 'Hiệu quả?', topic: 'effect', kind: 'mark' },
      { id: 'q3', text: 'Đề xuất?', topic: 'proposal', kind: 'text' },
    ],
  },
  figures: [
    { name: null, row: row(148, 9), unsigned: 3 },
    { name: 'Phòng Tổng hợp', row: row(148, 9), unsigned: 2 },
    { name: 'Phòng Mới', row: row(0, 0), unsigned: 1 },
  ],
  answered: [
    {
      unit: 'Phòng Tổng hợp',
      answers: [
        { question: 'q1', text: '<b>Nhập</b> chậm & khó;\nmạng yếu' },
        { question: 'q2', mark: 4 },
        { question: 'q3', text: 'Tiếp tục sử dụng' },
      ],
    },
    { unit: 'Phòng Khoa giáo', answers: [{ question: 'q2', mark: 3 }] },
  ],
  missing: ['Phòng Mới'],
  feedback: [
    { kind: 'function', text: '=HYPERLINK("http://xau.vn")', state: 'doing', by: { unitName: 'Sở Nội vụ' } },
    { kind: 'praise', text: 'Dễ dùng', state: 'done', by: { unitName: 'Sở Tài chính' } },
  ],
};

/** The text of a paper, a line per paragraph. */
const textOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml']!)
    .split('</w:p>')
    .map((part) => part.replaceAll(/<[^>]+>/g, ''));

test('the report to the leaders is valid, holds every part, the figures and the words of the units as text', async () => {
  const bytes = await writeUsage(usage);
  expect(await faultsOf(bytes, 'docx')).toEqual([]);
  const text = textOf(bytes);
  for (const line of [
    'VĂN PHÒNG UBND TỈNH ĐẮK NÔNG',
    'PHÒNG HÀNH CHÍNH - QUẢN TRỊ',
    'Số:          /BC-HCQT',
    'BÁO CÁO',
    'Kính gửi: Lãnh đạo Văn phòng UBND tỉnh Đắk Nông',
    'I. Kết quả sử dụng tại các phòng',
    '1,5 / 6',
    'II. Khó khăn, vướng mắc',
    '- Phòng Tổng hợp: &lt;b&gt;Nhập&lt;/b&gt; chậm &amp; khó; mạng yếu',
    '- Sở Nội vụ (góp ý, đang xử lý): =HYPERLINK(&quot;http://xau.vn&quot;)',
    'Điểm trung bình 3,5/5 của 2 đơn vị: Phòng Tổng hợp 4; Phòng Khoa giáo 3.',
    '- Sở Tài chính (góp ý, đã xử lý): Dễ dùng',
    '1. Đôn đốc Phòng Mới: chưa nhập văn bản nào.',
    '- Phòng Tổng hợp: Tiếp tục sử dụng',
    'TRƯỞNG PHÒNG',
  ]) {
    expect(text).toContain(line);
  }
  expect(text.join('\n')).toContain('Các phòng đã nhập 148 văn bản');
  expect(text.join('\n')).toContain(
    '2/3 đơn vị trong đợt “Đánh giá 2023” (hạn 03/02/2024), chưa có ý kiến: Phòng Mới',
  );
});

test('with nothing said each part says so, and the paper stays valid', async () => {
  const { department: _, ...bare } = usage;
  const empty = { ...bare, answered: [], missing: [], feedback: [], figures: usage.figures.slice(0, 1) };
  const bytes = await writeUsage({ ...empty, round: { ...usage.round, questions: [] } });
  expect(await faultsOf(bytes, 'docx')).toEqual([]);
  expect(textOf(bytes).filter((line) => line === 'Không có ý kiến.')).toHaveLength(3);
});
