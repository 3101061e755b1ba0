import { legacyColumns, readLegacy } from '@tddh/intake/sheets/legacy';
import type { Surroundings } from '@tddh/intake/surroundings';
import { createRoot, createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { useRows } from './rows.ts';

const unit = (id: string, name: string, kind: 'agency' | 'department') => ({ id, name, short: name, kind });
const known = {
  units: [unit('sct', 'Sở Công Thương', 'agency'), unit('tonghop', 'Phòng Tổng hợp', 'department')],
  fields: [],
  province: 'tỉnh Đắk Nông',
} as unknown as Surroundings;
const row = [
  ...['9901/UBND-TH', '01/11/2023', 'UBND tỉnh Đắk Nông', 'Công văn', 'Việc cũ', 'Phòng Tổng hợp'],
  ...['Rà soát việc cũ', 'Sở Công Thương', '02/11/2023', '15/11/2023', '10/11/2023', '20/11/2023'],
];
const titles = [
  ...['Số, ký hiệu', 'Ngày văn bản', 'Cơ quan ban hành', 'Loại văn bản', 'Trích yếu', 'Phòng theo dõi'],
  ...['Nội dung nhiệm vụ', 'Đơn vị chủ trì', 'Ngày giao', 'Hạn', 'Ngày báo cáo', 'Ngày xác nhận'],
];

test('rows that came before the list of units are judged again once it is there, with what was mended', () => {
  const [around, setAround] = createSignal<Surroundings>({ ...known, units: [] });
  const { sheet, dispose } = createRoot((end) => ({
    dispose: end,
    sheet: useRows(legacyColumns, (grid, by) => readLegacy(grid, by, '2023-11-30'), around),
  }));
  sheet.load([titles, row, row.map((cell) => (cell === 'Sở Công Thương' ? 'Sở Lạ' : cell))]);
  expect(sheet.faulty()).toHaveLength(2);
  sheet.change(2, 'content', 'Đã sửa');
  setAround(known);
  expect(sheet.faulty().map(({ cells }) => cells.agency)).toEqual(['Sở Lạ']);
  expect(sheet.rows()[0]?.cells.content).toBe('Đã sửa');
  dispose();
});
