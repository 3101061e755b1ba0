import { expect, test } from 'vitest';
import { runProgram } from '../../packages/local/bin/product.mjs';
import { countOf, figure, numberShown } from './figures.ts';
import { patience, useProduct } from './product.ts';
import { enter } from './seed.ts';
import { words } from './words.ts';

const product = useProduct();
const nextDay = '2023-12-01';

test('a sweep on the day after the due day turns what is late overdue, once, and the figures of that day agree', async () => {
  const officer = await product.as('khoagiao');
  const content = 'Báo cáo kết quả tiêm chủng mở rộng';
  const { assignments } = await enter(officer, { content, leads: ['syt', 'sct'], dueOn: '2023-11-30' });
  const leader = await product.signIn('chutich', '/?clock=report');
  const before = await numberShown(figure(leader, words.form.total, 11));

  const first = runProgram(['sweep', '--day', nextDay], product.dataDir);
  expect(first.marked).toBeGreaterThanOrEqual(2);
  expect(runProgram(['sweep', '--day', nextDay], product.dataDir)).toMatchObject({ marked: 0 });
  await leader.goto(`/nhiem-vu/${assignments[0]?.id}`);
  const marks = leader.getByRole('listitem').filter({ hasText: words.event.overdue });
  await marks.first().waitFor();
  expect(await marks.count()).toBe(1);

  await product.restart({ TODAY: nextDay });
  await leader.goto(`/?clock=report&to=${nextDay}`);
  const total = figure(leader, words.form.total, 11);
  await expect.poll(() => numberShown(total), { timeout: patience }).toBe(before + Number(first.marked));
  const late = await numberShown(total);
  await total.click();
  expect(await countOf(leader)).toEqual({ said: late, rows: late });
  await leader.getByLabel(words.list.search).fill('tiem chung mo rong');
  const rows = leader.getByRole('row').filter({ hasText: content });
  await expect.poll(() => rows.count(), { timeout: patience }).toBe(2);
  expect(await rows.filter({ hasText: words.state.overdue }).count()).toBe(2);
}, 120_000);
