import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type Letter, writeLetter } from './letter.ts';
import { dateLine } from './official.ts';
import { faultsOf } from './testing.ts';

const letter: Letter = {
  ...{ parent: 'UBND tỉnh Đắk Nông', office: 'Văn phòng', place: 'Đắk Nông', symbol: 'VPUBND-TH' },
  subject: 'đôn đốc thực hiện nhiệm vụ UBND tỉnh giao',
  to: ['Sở Nội vụ', 'UBND huyện Cư Jút'],
  paragraphs: ['Văn phòng UBND tỉnh đề nghị các đơn vị khẩn trương báo cáo kết quả.'],
  tables: [
    {
      title: 'Danh mục nhiệm vụ',
      columns: [
        { title: 'STT', share: 1, align: 'center' },
        { title: 'Nội dung', share: 6 },
      ],
      rows: [['1', 'Rà soát <quy hoạch> & báo cáo']],
    },
  ],
  signer: { authority: 'KT. Chánh Văn phòng', title: 'Phó Chánh Văn phòng', name: 'Nguyễn Văn A' },
  recipients: ['Như trên', 'Lưu: VT, TH.'],
};

/** The text of a letter, a line per paragraph. */
const textOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml']!)
    .split('</w:p>')
    .map((part) => part.replaceAll(/<[^>]+>/g, ''));

test('a letter is valid and holds every part of the form', async () => {
  const bytes = await writeLetter(letter);
  expect(await faultsOf(bytes, 'docx')).toEqual([]);
  const text = textOf(bytes);
  for (const line of [
    'UBND TỈNH ĐẮK NÔNG',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số:          /VPUBND-TH',
    'Đắk Nông, ngày ..... tháng ..... năm 20...',
    '- UBND huyện Cư Jút.',
    'Rà soát &lt;quy hoạch&gt; &amp; báo cáo',
    'KT. CHÁNH VĂN PHÒNG',
    'Nguyễn Văn A',
    '- Lưu: VT, TH.',
  ]) {
    expect(text).toContain(line);
  }
});

test('with a number and a day they are printed, to one addressee on one line', async () => {
  const bytes = await writeLetter({
    ...letter,
    number: '645/VPUBND-HCQT',
    day: '2024-02-09',
    to: ['Sở Nội vụ'],
  });
  const text = textOf(bytes);
  expect(text).toContain('Số: 645/VPUBND-HCQT');
  expect(text).toContain('Kính gửi: Sở Nội vụ');
});

test('the date line has zeros where the decree wants them', () => {
  expect(dateLine('Đắk Nông', '2024-02-09')).toBe('Đắk Nông, ngày 09 tháng 02 năm 2024');
  expect(dateLine('Đắk Nông', '2023-11-30')).toBe('Đắk Nông, ngày 30 tháng 11 năm 2023');
  expect(dateLine('Đắk Nông', '2023-03-05')).toBe('Đắk Nông, ngày 05 tháng 3 năm 2023');
});
