import { expect, test } from 'vitest';
import { fold, matches, tidy } from './text.ts';

test('search finds words in any order, with accents or not, in NFC and NFD', () => {
  const folded = fold('Báo cáo tình hình Đắk Song'.normalize('NFD'));
  for (const query of ['dak song', 'ĐẮK SONG', 'song bao', 'Báo cáo'.normalize('NFD'), 'tinh  hinh', '']) {
    expect(matches(folded, query), query).toBe(true);
  }
  expect(matches(folded, 'dak mil')).toBe(false);
  expect(fold('Ủy')).toBe(fold('Uỷ'));
});

test('text is made NFC, its spaces are folded, its lines kept', () => {
  expect(tidy('  Ủy \t ban \n  nhân  dân \u00a0'.normalize('NFD'))).toBe('Ủy ban\nnhân dân');
});
