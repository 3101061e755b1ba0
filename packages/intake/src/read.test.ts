import { describe, expect, test } from 'vitest';
import {
  conclusions,
  directive,
  letter,
  news,
  planOfWork,
  report,
  reward,
  upwards,
  urgent,
} from './fixtures.ts';
import { readDirective } from './read.ts';

const brief = (source: string) =>
  readDirective(source).tasks.map(({ lead, coordinate, deadline, span }) => ({
    start: source.slice(...span).slice(0, 18),
    lead,
    coordinate,
    due: deadline.date ?? deadline.kind,
  }));

describe('a letter of a PDF', () => {
  test('says its fields though two columns are mixed', () => {
    expect(readDirective(letter).doc).toEqual({
      type: 'Công văn',
      number: '412/UBND-KT',
      issuer: 'Ủy ban nhân dân tỉnh Hải Bình',
      date: '2024-04-03',
      subject: 'tăng cường quản lý chợ và kho bãi',
      signer: 'Đỗ Minh Khang',
      signer_title: 'Phó Chủ tịch',
    });
  });

  test('gives each item to the unit of its heading, over a page number and hard wraps', () => {
    const parish = 'Ủy ban nhân dân các xã, phường';
    expect(brief(letter)).toEqual([
      {
        start: 'Chủ trì, phối hợp ',
        lead: ['Sở Công Thương'],
        coordinate: ['Công an tỉnh'],
        due: '2024-05-20',
      },
      { start: 'Hằng quý tổng hợp ', lead: ['Sở Công Thương'], coordinate: [], due: 'recurring' },
      { start: 'Bố trí lực lượng t', lead: [parish], coordinate: [], due: '2024-06-30' },
    ]);
    const [first] = readDirective(letter).tasks;
    expect(first?.text).toContain('phải sửa chữa và các chợ phải di dời');
    expect(letter.slice(...first!.span).endsWith('20/5/2024.')).toBe(true);
  });
});

test('a plan gives the blocks, the duties and the rows of its annex, and nothing of its aims', () => {
  expect(readDirective(planOfWork).doc).toMatchObject({ type: 'Kế hoạch', signer: 'Lương Thị Hòa' });
  const heads = ['các phòng, ban', 'UBND các xã, thị trấn'];
  expect(brief(planOfWork)).toEqual([
    {
      start: 'Rà soát văn bản do',
      lead: ['Phòng Tư pháp'],
      coordinate: ['UBND các xã, thị trấn'],
      due: '2024-06-30',
    },
    { start: 'Phòng Nội vụ chủ t', lead: ['Phòng Nội vụ'], coordinate: [], due: 'none' },
    { start: 'định kỳ trước ngày', lead: ['Phòng Nội vụ'], coordinate: [], due: 'recurring' },
    { start: 'Gửi kế hoạch của đ', lead: heads, coordinate: [], due: '2024-02-15' },
    {
      start: 'Ban hành quy chế l',
      lead: ['Văn phòng HĐND và UBND huyện'],
      coordinate: ['Phòng Nội vụ'],
      due: '2024-03-30',
    },
    {
      start: 'Kiểm tra công vụ t',
      lead: ['Phòng Nội vụ'],
      coordinate: ['Thanh tra huyện'],
      due: 'recurring',
    },
  ]);
});

test('conclusions of a visit give items without a unit to the province, and part what two units do', () => {
  expect(brief(conclusions)).toEqual([
    { start: 'Rà soát quy hoạch ', lead: ['UBND tỉnh Hải Bình'], coordinate: [], due: 'none' },
    { start: 'Giao Bộ Xây dựng h', lead: ['Bộ Xây dựng'], coordinate: [], due: '2025-06-30' },
    { start: 'Về mặt bằng: Bộ Tà', lead: ['Bộ Tài chính'], coordinate: [], due: 'none' },
    { start: 'Bộ Quốc phòng bàn ', lead: ['Bộ Quốc phòng'], coordinate: [], due: '2025-03-31' },
  ]);
});

test('what is to be founded by a day is a task; what somebody answers for is none', () => {
  const heads = 'UBND các huyện, thị xã, thành phố';
  expect(brief(directive)).toEqual([
    { start: 'Chủ trì, phối hợp ', lead: ['Sở Nông nghiệp và PTNT'], coordinate: [], due: 'none' },
    { start: 'Báo cáo UBND tỉnh ', lead: ['Sở Nông nghiệp và PTNT'], coordinate: [], due: 'recurring' },
    { start: 'Thành lập Ban Chỉ ', lead: [heads], coordinate: [], due: '2019-05-20' },
  ]);
});

test('a stamp of urgency is no part of the subject; a report of every day recurs', () => {
  expect(readDirective(urgent).doc.subject).toBe('tổ chức xét nghiệm diện rộng');
  expect(readDirective(urgent).tasks.map(({ deadline: { kind, text } }) => [kind, text])).toEqual([
    ['relative', 'trong 03 ngày kể từ ngày 22/7/2021'],
    ['recurring', 'trước 17 giờ hằng ngày'],
  ]);
});

test.each([
  ['a letter to a ministry', upwards, 'Công văn'],
  ['a reward', reward, 'Quyết định'],
  ['a report', report, 'Báo cáo'],
  ['news', news, null],
])('%s gives nobody a task', (_, source, type) => {
  expect(readDirective(source)).toMatchObject({ doc: { type }, tasks: [] });
});

test('a blank number and day stay blank', () => {
  const draft = letter.replace('412 /', '    /').replace('ngày 03 tháng', 'ngày    tháng');
  expect(readDirective(draft).doc).toMatchObject({ number: '/UBND-KT', date: null });
});

test('the same letter with decomposed letters gives the same tasks', () => {
  const names = (source: string) => readDirective(source).tasks.map(({ text, lead }) => ({ text, lead }));
  expect(names(letter.normalize('NFD'))).toEqual(names(letter));
});

test('an empty text is no document', () => {
  expect(readDirective('')).toMatchObject({ doc: { type: null, number: null }, tasks: [] });
});
