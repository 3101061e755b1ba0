import { expect, test } from 'vitest';
import { onPhone, violations } from './eye.ts';
import { addressOf, settle, shown } from './places.ts';
import { useProduct } from './product.ts';
import { quiet } from './quiet.ts';
import { words } from './words.ts';

const product = useProduct();

test('signing in passes axe in both themes, fits 390 px and shows its focus', async () => {
  const page = await product.open('/dang-nhap');
  await page.getByRole('button', { name: words.signIn.submit }).click();
  await page.getByText(words.signIn.usernameMissing).waitFor();
  expect([...(await violations(page, 'sign-in')), ...(await onPhone(page, 'sign-in'))]).toEqual([]);
});

test.each(Object.keys(shown))(
  'every page of %s passes axe in both themes, fits 390 px and shows its focus',
  async (username) => {
    const page = await product.signIn(username);
    const found: string[] = [];
    for (const place of shown[username] ?? []) {
      const where = `${username} ${place}`;
      await page.goto(await addressOf(product, username, place));
      await settle(page);
      found.push(...(await violations(page, where)), ...(await onPhone(page, where)));
    }
    expect(found).toEqual([]);
  },
  180_000,
);

test('notifications, keys and the palette pass axe in both themes and fit 390 px', async () => {
  const page = await product.signIn('donvi16');
  await settle(page);
  const found: string[] = [];
  const look = async (where: string, open: () => Promise<void>) => {
    await open();
    await page.getByRole('dialog').waitFor();
    await quiet(page);
    found.push(...(await violations(page, where, 'dialog[open]')), ...(await onPhone(page, where, 0)));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await look('notifications', () => page.getByRole('button', { name: words.nav.bell }).click());
  await look('keys', () => page.keyboard.press('Shift+?'));
  await look('palette', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('du lich');
  });
  expect(found).toEqual([]);
}, 120_000);
