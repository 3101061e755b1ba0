import { expect, test } from 'vitest';
import { readCodes, readFields, readStatuses, readTypes, showCodes, showPairs } from './maps.ts';

const units = [
  { id: 'snv', name: 'Sở Nội vụ', short: 'Nội vụ' },
  { id: 'stc', name: 'Sở Tài chính', short: 'Tài chính' },
  { id: 'cu1', name: 'Huyện Cũ', short: 'Huyện' },
  { id: 'cu2', name: 'Huyện Cũ', short: 'Huyện' },
];

test('codes are read with their units and days of validity, and shown as they were written', () => {
  const text =
    'H22.01 = Sở Nội vụ\nH22.02 = Sở Tài chính 01/01/2023 30/06/2025\nH22.03 = Sở Tài chính - 30/06/2025\nH22.04 = cu2';
  const value = [
    { code: 'H22.01', unitId: 'snv' },
    { code: 'H22.02', unitId: 'stc', from: '2023-01-01', to: '2025-06-30' },
    { code: 'H22.03', unitId: 'stc', to: '2025-06-30' },
    { code: 'H22.04', unitId: 'cu2' },
  ];
  expect(readCodes(`${text}\n\n`, units)).toEqual({ value });
  expect(showCodes(value, units)).toBe(text);
  expect(readCodes('H1 = noi vu 2023-01-01\nH2 = stc 1/1/2023', units)).toEqual({
    value: [
      { code: 'H1', unitId: 'snv', from: '2023-01-01' },
      { code: 'H2', unitId: 'stc', from: '2023-01-01' },
    ],
  });
});

test('a line that is not in form, or names no unit or two, is named', () => {
  expect(readCodes('H22.01 = snv\nH22.02 stc', units)).toEqual({ at: 2, line: 'H22.02 stc' });
  expect(readCodes('H22.01 = snv 31/02/2023', units)).toMatchObject({ at: 1 });
  expect(readCodes('H22.01 = Huyện Cũ', units)).toMatchObject({ at: 1 });
  expect(readCodes('H22.01 = Sở Lạ', units)).toMatchObject({ at: 1 });
  expect(readTypes('a = document.unknown')).toMatchObject({ at: 1 });
  expect(readFields('number')).toMatchObject({ at: 1 });
  expect(readStatuses('task.completed = 06')).toEqual({ value: { 'task.completed': '06' } });
  expect(readStatuses('task.unknown = 06')).toMatchObject({ at: 1 });
});

test('types and fields are read as pairs', () => {
  expect(readTypes('moi = document.issued')).toEqual({ value: { moi: 'document.issued' } });
  expect(readFields('number = vanBan.so\nissuer = coQuan')).toEqual({
    value: { number: 'vanBan.so', issuer: 'coQuan' },
  });
  expect(showPairs({ number: 'vanBan.so' })).toBe('number = vanBan.so');
});
