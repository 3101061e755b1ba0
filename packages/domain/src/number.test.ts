import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber, sameWriting, uniqueKey } from './number.ts';

const key = (issuer: string, written: string, on = '2023-05-26') =>
  uniqueKey(issuer, parseNumber(written)!, on);
const province = 'UBND tỉnh Đắk Nông';

test('the five written forms are read', () => {
  expect(parseNumber('645/VPUBND-HCQT')).toEqual({
    number: '645',
    symbol: 'VPUBND-HCQT',
    written: '645/VPUBND-HCQT',
  });
  expect(parseNumber('/VPUBND-HCQT')).toEqual({ number: '', symbol: 'VPUBND-HCQT', written: '/VPUBND-HCQT' });
  expect(parseNumber('497-KL/TU')).toEqual({ number: '497', symbol: 'KL/TU', written: '497-KL/TU' });
  expect(parseNumber('42/2014/QĐ-TTg')).toEqual({
    ...{ number: '42', year: 2014, symbol: 'QĐ-TTg', written: '42/2014/QĐ-TTg' },
  });
  expect(parseNumber('1683/QĐ-UBND')).toMatchObject({ number: '1683', symbol: 'QĐ-UBND' });
});

test('other numbers of life are read as well', () => {
  for (const written of [
    '19/NQ-CP',
    '08-NQ/TU',
    '12a/TB-VP',
    '-KL/TU',
    '30/2020/NĐ-CP',
    '5/UBND-KTN',
    '03/CĐ-TTg',
  ]) {
    expect(parseNumber(written)?.written, written).toBe(written);
  }
});

test('spaces inside, the word Số and long dashes are folded away', () => {
  for (const written of [
    '  645 / VPUBND - HCQT ',
    'Số: 645/VPUBND-HCQT',
    'số 645/VPUBND–HCQT',
    '645\u00a0/VPUBND\u2011HCQT',
  ]) {
    expect(parseNumber(written)?.written, written).toBe('645/VPUBND-HCQT');
  }
});

test('NFD and NFC are one number', () => {
  const written = '1683/QĐ-UBND'.normalize('NFD');
  expect(parseNumber(written)).toEqual(parseNumber('1683/QĐ-UBND'));
  expect(parseNumber('Số: 12/TTr-SNV'.normalize('NFD'))?.written).toBe('12/TTr-SNV');
});

test('what is no number is none', () => {
  for (const text of [
    '',
    '645',
    'không số',
    '645/',
    '/',
    '-',
    '645//HCQT',
    '645/VPUBND-',
    '42/2014',
    'abc/VP',
    '1.2/VP',
  ]) {
    expect(parseNumber(text), text).toBeUndefined();
  }
});

test('the key is of issuer, symbol, number and year, however they are written', () => {
  const one = key(province, '1683/QĐ-UBND');
  expect(key('ubnd TỈNH đắk nông', '1683/qđ-ubnd')).toBe(one);
  expect(key(province.normalize('NFD'), '1683 / QĐ - UBND'.normalize('NFD'))).toBe(one);
  expect(key(`  UBND   tỉnh Đắk\u00a0Nông `, '01683/QĐ-UBND')).toBe(one);
  expect(key(province, '1683/QĐ-UBND', '2023-12-31')).toBe(one);
});

test('another issuer, symbol, number or year is another document', () => {
  const keys = [
    key(province, '1683/QĐ-UBND'),
    key('UBND tỉnh Lâm Đồng', '1683/QĐ-UBND'),
    key(province, '1683/QD-UBND'),
    key(province, '1684/QĐ-UBND'),
    key(province, '1683a/QĐ-UBND'),
    key(province, '1683/QĐ-UBND', '2024-05-26'),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test('a year in the number itself is the year of the key', () => {
  expect(key('Thủ tướng', '42/2014/QĐ-TTg', '2015-01-02')).toBe(
    key('Thủ tướng', '42/2014/QĐ-TTg', '2014-12-31'),
  );
});

test('Ủy and Uỷ are one writing, in NFC and NFD, in capitals and not', () => {
  for (const [a, b] of [
    ['Ủy ban nhân dân', 'Uỷ ban nhân dân'],
    ['Hòa Bình', 'Hoà Bình'],
    ['Thúy', 'Thuý'],
    ['hoẻ', 'hỏe'],
  ] as const) {
    for (const form of ['NFC', 'NFD'] as const) {
      expect(sameWriting(a.normalize(form))).toBe(sameWriting(b));
      expect(sameWriting(a)).toBe(sameWriting(b.toUpperCase().normalize(form)));
    }
  }
  expect(sameWriting('Đ')).not.toBe(sameWriting('D'));
  expect(sameWriting('Tỉnh')).not.toBe(sameWriting('Tình'));
});

test('reading what was read gives the same, and no text makes it fail', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.stringMatching(/^\d{0,4}[-/ ]{1,2}[A-ZĐ]{1,4}[-/][A-Z]{1,4}$/),
      ),
      (text) => {
        const read = parseNumber(text);
        if (read) expect(parseNumber(read.written)).toEqual(read);
      },
    ),
    { numRuns: 300 },
  );
});
