import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './eye.ts';
import { patience, useProduct } from './product.ts';
import { words } from './words.ts';

const product = useProduct();

interface Items {
  items: { id: string; state: string; content: string; dueOn: string | null; agency: { name: string } }[];
}

/** An open assignment of the unit that no report awaits a decision on. */
async function working(username: string) {
  const api = await product.as(username);
  const { items } = await api.get<Items>('/api/assignments?status=assigned,in-progress&limit=20');
  return items.find((one) => one.state !== 'support' && one.dueOn)!;
}

/** Opens the latest letter of the trap to this account whose subject has these words. */
async function letterTo(page: Page, username: string, subject: string): Promise<void> {
  await page.goto('/thu-thu-nghiem');
  const letters = page.getByRole('list', { name: words.trap.list }).getByRole('link');
  const wanted = letters.filter({ hasText: `${username}@` }).filter({ hasText: subject });
  await wanted.first().waitFor({ timeout: patience });
  await wanted.first().click();
  await page.getByRole('heading', { name: subject }).waitFor();
}

test('a reminder by hand arrives in the trap, and its link files one report without signing in', async () => {
  const task = await working('donvi16');
  const api = await product.as('chanhvp');
  const message = 'Chủ tịch hỏi việc này';
  const { results } = await api.post<{ results: { ok: boolean }[] }>('/api/assignments/remind', {
    ids: [task.id],
    message,
  });
  expect(results).toMatchObject([{ ok: true }]);

  const page = await product.open('/thu-thu-nghiem');
  await letterTo(page, 'donvi16', 'Đôn đốc');
  const letter = page.getByRole('article');
  expect(await letter.textContent()).toContain(message);
  expect(await violations(page, page.url())).toEqual([]);
  const link = letter.getByRole('link', { name: /\/bao-cao#/ });
  const address = (await link.getAttribute('href'))!;
  await link.click();

  const { byLink } = words;
  await page.getByLabel(byLink.result).fill('Đã hoàn thành, gửi báo cáo kèm theo');
  await page.getByRole('button', { name: byLink.send }).click();
  await page.getByText('Hãy ghi số và ngày văn bản báo cáo').waitFor();
  expect(await violations(page, page.url())).toEqual([]);
  await page.getByLabel(byLink.number).fill('125/BC-S16');
  await page.getByLabel(byLink.date).fill('30/11/2023');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: byLink.done }).waitFor();
  const after = await api.get<{ assignment: { status: string } }>(`/api/assignments/${task.id}`);
  expect(after.assignment.status).toBe('reported');

  const again = await product.open(address);
  await again.getByRole('alert').filter({ hasText: 'đã được dùng' }).waitFor();
});

test('each person chooses how to be told, and finds everything in the product', async () => {
  const page = await product.signIn('donvi03', '/thong-bao');
  const group = page.getByRole('group', { name: words.post.kind.soon });
  await group.getByText(words.post.way.app).click();
  await page.getByText(words.post.saved).waitFor();
  await page.reload();
  await group.getByRole('radio', { name: words.post.way.app, checked: true }).waitFor({ state: 'attached' });
  const task = await working('donvi03');
  const chief = await product.as('chanhvp');
  await chief.post('/api/assignments/remind', { ids: [task.id] });
  const trap = await product.open('/thu-thu-nghiem');
  await letterTo(trap, 'lanhdao03', 'Đôn đốc');
  expect(await trap.getByRole('link').filter({ hasText: 'donvi03@' }).count()).toBe(0);
  await page.reload();
  await page
    .getByRole('button', { name: /thông báo/i })
    .first()
    .click();
  const notice = page.getByRole('dialog').getByRole('link', { name: task.content.slice(0, 30) });
  await notice.waitFor();
  expect(await notice.textContent()).toContain(words.post.event.reminded);
});
