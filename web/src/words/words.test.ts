import { afterAll, expect, test } from 'vitest';
import { chooseLanguage, loadWords, t } from './words.ts';

const files = import.meta.glob<Record<string, object>>('./vi/*.ts', { eager: true });

afterAll(() => chooseLanguage('vi'));

test('a section is loaded once and speaks the language that is chosen', async () => {
  await loadWords('overview');
  expect(t('overview.title')).toBe('Tổng quan');
  await chooseLanguage('en');
  expect(t('overview.title')).toBe('Overview');
  expect(t('act.undo')).toBe('Undo');
  expect(document.documentElement.lang).toBe('en');
});

test('a section that is loaded later comes in the language chosen', async () => {
  await chooseLanguage('en');
  await loadWords('work');
  await chooseLanguage('vi');
  expect(t('app.sample', { day: '30/11/2023' })).toBe('Dữ liệu mẫu – ngày làm việc 30/11/2023');
});

test('no two sections share a name: the one that is loaded later would speak for the other', () => {
  const names = Object.values(files).flatMap((file) => Object.values(file).flatMap(Object.keys));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
