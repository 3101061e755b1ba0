import { afterAll, expect, test } from 'vitest';
import { chooseLanguage, loadWords, t } from './words.ts';

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
