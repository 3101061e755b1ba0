import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conclusions, letter, planOfWork } from './fixtures.ts';
import { readDirective } from './read.ts';

const pieces = [
  'Giao ',
  'Sở Tài chính',
  'các sở, ban, ngành',
  ' chủ trì, phối hợp với ',
  'UBND các huyện: ',
  'Đắk Mil',
  ', ',
  '; ',
  '. ',
  ': ',
  '\n',
  '\n\n',
  '\t',
  '    ',
  '- ',
  '1. ',
  'a) ',
  'I. ',
  'Điều 1. ',
  'trước ngày 05/6/2024',
  'trong quý II/2024',
  'hằng năm',
  'Nơi nhận:',
  'Kính gửi: ',
  'Số: 1/UBND',
  'V/v ',
  'KT. CHỦ TỊCH',
  'yêu cầu:',
  'như sau:',
  './.',
  '(',
  ')',
  '| ',
  '1\t',
  '¹ ',
  '[1] ',
  'TT\tNội dung\tChủ trì\n',
  'rà soát',
  'Thời gian thực hiện: ',
  'ngày 1 tháng 1 năm 2024',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n',
];

test('any text is read without failing, and every span lies in it', () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })), {
    maxLength: 120,
  });
  fc.assert(
    fc.property(text, (parts) => {
      const source = parts.join('');
      for (const { span, lead } of readDirective(source).tasks) {
        expect(span[0]).toBeGreaterThanOrEqual(0);
        expect(span[0]).toBeLessThan(span[1]);
        expect(span[1]).toBeLessThanOrEqual(source.length);
        expect(lead.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 400 },
  );
});

test('a letter cut anywhere is still read', () => {
  for (const source of [letter, planOfWork, conclusions])
    for (let end = 0; end < source.length; end += 37)
      expect(() => readDirective(source.slice(0, end))).not.toThrow();
});

test.each([
  '- Giao Sở Tài chính rà soát trước ngày 05/6/2024;\n',
  ' ',
  '(',
  'Sở Y tế, ',
  'phối hợp với ',
  '1\n\n',
  '1\tA\tB\n',
  'A B ',
  '; Sở Y tế rà soát',
  'trong thời hạn 5 ngày ',
  '1. ',
  'a\u0301',
  'báo cáo hằng ',
  'SỞ Y TẾ, ',
])('a long text of %j ends soon', (piece) => {
  const body = piece.repeat(Math.ceil(300_000 / piece.length));
  const before = process.cpuUsage();
  readDirective(letter.replace('      1. Sở Công Thương\n', `      1. Sở Công Thương\n${body}\n`));
  // Of the processor, not of the wall: beside other tests the same work takes longer.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2500);
});
