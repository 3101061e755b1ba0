import fc from 'fast-check';
import { expect, test } from 'vitest';
import { part, passage, plain, spanOf } from './text.ts';

test('a plain text leads back to the source, letter for letter', () => {
  const source = 'Giao S\u01a1\u0309 Y t\u1ebf r\u00e0 so\u00e1t **tr\u01b0\u1edbc** ng\u00e0y\u00a005/6';
  const { text, from, to } = plain(source);
  expect(text).toBe('Giao Sở Y tế rà soát trước ngày 05/6');
  const at = text.indexOf('trước');
  expect(source.slice(from[at], to[at + 4])).toBe('tr\u01b0\u1edbc');
  const so = text.indexOf('Sở');
  expect(source.slice(from[so], to[so + 1])).toBe('S\u01a1\u0309');
});

test('both ways to put a tone become one, and the length stays', () => {
  expect(plain('Uỷ ban, hoá, thuỷ, khoẻ').text).toBe('Ủy ban, hóa, thủy, khỏe');
  expect(plain('quý, toán, quỹ, hoàn').text).toBe('quý, toán, quỹ, hoàn');
});

test('a passage joins stretches, folds white space and keeps its place', () => {
  const source = '  Rà soát\n   hồ sơ   \n7\n và báo cáo  ';
  const found = passage(plain(source), [
    [0, 9],
    [10, 21],
    [24, source.length],
  ]);
  expect(found.text).toBe('Rà soát hồ sơ và báo cáo');
  expect(source.slice(...spanOf(found))).toBe('Rà soát\n   hồ sơ   \n7\n và báo cáo');
  expect(source.slice(...spanOf(part(found, 13)))).toBe('và báo cáo');
});

test('any text has offsets that grow and stay inside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (source) => {
      const { text, from, to } = plain(source);
      for (let at = 0; at < text.length; at += 1) {
        expect(from[at]).toBeLessThan(to[at]!);
        expect(to[at]).toBeLessThanOrEqual(source.length);
        if (at > 0) expect(from[at]).toBeGreaterThanOrEqual(from[at - 1]!);
      }
    }),
  );
});

test('letters that NFC makes into several keep their way back', () => {
  for (const letter of ['\u0344', '\u0958', '\ufb2c', 'e\u0301']) {
    const source = `a${letter.repeat(5)}b`;
    const { text, from, to } = plain(source);
    expect([from.length, to.length]).toEqual([text.length, text.length]);
    expect([from.at(-1), to.at(-1)]).toEqual([source.length - 1, source.length]);
  }
});
