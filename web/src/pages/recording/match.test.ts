import { expect, test } from 'vitest';
import type { AssignmentItem } from '../../shapes.ts';
import { readPaste, search } from './match.ts';

const item = (id: string, number: string, content: string, unit: string) =>
  ({ id, content, document: { number }, agency: { id: unit, name: unit } }) as AssignmentItem;
const items = [
  item('a', '168/UBND-TH', 'Rà soát quy hoạch', 'Sở Nội vụ'),
  item('b', '1683/QĐ-UBND', 'Phòng cháy rừng', 'UBND huyện Đắk Song'),
  item('c', '1683/QĐ-UBND', 'Phòng cháy rừng', 'UBND huyện Cư Jút'),
  item('d', '9/CT-UBND', 'Báo cáo theo văn bản 1683/QĐ-UBND', 'Sở Tài chính'),
];
const ids = (list: readonly { id: string }[]) => list.map((one) => one.id);

test('a few letters find by number, content or unit, without accents; numbers that begin so first', () => {
  expect(ids(search(items, '1683'))).toEqual(['b', 'c', 'd']);
  expect(ids(search(items, 'chay rung dak song'))).toEqual(['b']);
  expect(search(items, ' ')).toEqual([]);
});

test('pasted rows mean an assignment each, with unit, number and day of the incoming document where they stand', () => {
  const pasted = readPaste(items, '168/ubnd-th\n1683/QĐ-UBND\tcu jut\t55/BC-UBND\t20/11\n\n', '2023-11-30');
  expect(pasted.unknown).toEqual([]);
  expect(pasted.found).toMatchObject([
    { item: { id: 'a' }, documentNumber: '', documentDate: null },
    { item: { id: 'c' }, documentNumber: '55/BC-UBND', documentDate: '2023-11-20' },
  ]);
});

test('a number alone means every unit that owes a report, and what means nothing is named by its line', () => {
  const pasted = readPaste(items, '1683/QĐ-UBND\n777/XX\n168/UBND-TH; Sở Y tế', '2023-11-30');
  expect(ids(pasted.found.map((one) => one.item))).toEqual(['b', 'c']);
  expect(pasted.unknown).toEqual([
    { line: 2, text: '777/XX' },
    { line: 3, text: '168/UBND-TH; Sở Y tế' },
  ]);
});
