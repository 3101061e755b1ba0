import { expect, test } from 'vitest';
import { conclusions, letter, planOfWork } from './fixtures.ts';
import { readDirective } from './read.ts';
import { documentsIn } from './several.ts';

test('one document is one, with its annex', () => {
  for (const source of [letter, planOfWork, conclusions])
    expect(documentsIn(source)).toEqual([[0, source.length]]);
});

test('three in one file are three, each read as if it stood alone', () => {
  const all = [letter, conclusions, planOfWork];
  const source = all.join('\n');
  const parts = documentsIn(source).map(([start, end]) => source.slice(start, end));
  expect(parts.map((part) => readDirective(part).doc)).toEqual(all.map((one) => readDirective(one).doc));
  expect(parts.join('')).toBe(source);
});

test('a plan attached to a decision stays with it', () => {
  const attached = planOfWork.replace(
    'KẾ HOẠCH\n',
    'KẾ HOẠCH\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 20/01/2024)\n',
  );
  expect(documentsIn(`${letter}\n${attached}`)).toHaveLength(1);
});

test('a text without a heading is one document', () => {
  expect(documentsIn('')).toEqual([[0, 0]]);
  expect(documentsIn('Giao Sở Y tế rà soát.')).toHaveLength(1);
});
