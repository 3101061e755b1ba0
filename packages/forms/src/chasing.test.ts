import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type Chasing, writeChasing } from './chasing.ts';
import { faultsOf } from './testing.ts';

const chasing: Chasing = {
  office: { name: 'Văn phòng UBND tỉnh Đắk Nông', province: 'tỉnh Đắk Nông' },
  ...{ department: 'P. Tổng hợp', unit: 'UBND huyện Cư Jút', today: '2023-11-30', answerBy: '2023-12-07' },
  tasks: [
    {
      ...{ number: '1683/QĐ-UBND', issuedOn: '2023-10-02', content: '=Rà soát & báo cáo <lần 2>' },
      ...{ dueOn: '2023-11-15', daysLate: 15 },
    },
    { number: '99/UBND-TH', issuedOn: '2023-11-20', content: 'Tổng hợp số liệu', dueOn: null, daysLate: 0 },
  ],
};

test('a letter of chasing names the unit, its late tasks with number, due day and days late, and is valid', async () => {
  const bytes = await writeChasing(chasing);
  expect(await faultsOf(bytes, 'docx')).toEqual([]);
  const lines = strFromU8(unzipSync(bytes)['word/document.xml']!)
    .split('</w:p>')
    .map((part) => part.replaceAll(/<[^>]+>/g, ''));
  for (const line of [
    'UBND TỈNH ĐẮK NÔNG',
    'Kính gửi: UBND huyện Cư Jút',
    '1683/QĐ-UBND ngày 02/10/2023',
    '=Rà soát &amp; báo cáo &lt;lần 2&gt;',
    '15/11/2023',
    '15',
    'Không hạn',
    '- Lưu: VT, P. Tổng hợp.',
  ]) {
    expect(lines).toContain(line);
  }
  expect(lines.join('\n')).toContain(
    'còn 02 nhiệm vụ chưa có báo cáo kết quả, trong đó 01 nhiệm vụ đã quá thời hạn',
  );
  expect(lines.join('\n')).toContain('trước ngày 07/12/2023');
});
