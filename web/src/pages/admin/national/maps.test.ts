import { expect, test } from 'vitest';
import { readCodes, readFields, readStatuses, readTypes, showCodes, showPairs } from './maps.ts';

test('codes are read with their days of validity, and shown as they were written', () => {
  const text = 'H22.01 = snv\nH22.02 = stc 2023-01-01 2025-06-30\nH22.03 = stc - 2025-06-30';
  expect(readCodes(`${text}\n\n`)).toEqual({
    value: [
      { code: 'H22.01', unitId: 'snv' },
      { code: 'H22.02', unitId: 'stc', from: '2023-01-01', to: '2025-06-30' },
      { code: 'H22.03', unitId: 'stc', to: '2025-06-30' },
    ],
  });
  const read = readCodes(text);
  expect('value' in read && showCodes(read.value)).toBe(text);
});

test('a line that is not in form is named', () => {
  expect(readCodes('H22.01 = snv\nH22.02 stc')).toEqual({ at: 2, line: 'H22.02 stc' });
  expect(readCodes('H22.01 = snv 31/12/2023')).toMatchObject({ at: 1 });
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
