import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Product, patience } from './product.ts';
import { quiet } from './quiet.ts';
import { words } from './words.ts';

/** The pages by who sees them; `assignment` and `document` stand for one of the sample. */
export const shown: Record<string, readonly string[]> = {
  chutich: ['/', '/van-phong', '/?compare=1', '/nhiem-vu?leaf=11&clock=report', '/tep-xuat'],
  tonghop: [
    '/cho-xac-nhan',
    '/van-ban',
    'document',
    '/van-ban/moi',
    'assignment',
    '/bao-cao-giay',
    '/dot-xu-ly/moi',
    '/doi-chieu',
    '/tai-khoan',
  ],
  donvi16: ['/', '/nhiem-vu', 'assignment', '/thong-bao'],
  chanhvp: ['assignment'],
  hcqt: [
    '/quan-tri/don-vi',
    '/quan-tri/linh-vuc',
    '/quan-tri/nguoi-dung',
    '/quan-tri/sap-xep',
    '/quan-tri/lich',
    '/quan-tri/chuyen-trach',
    '/quan-tri/gop-y',
    '/quan-tri/danh-gia',
    '/quan-tri/thu',
    '/quan-tri/tap-huan',
    '/quan-tri/ket-noi',
    '/quan-tri/ket-noi/chua-hieu',
    '/quan-tri/ket-noi/dung-gui',
    '/quan-tri/ket-noi/cau-hinh',
    '/quan-tri/ket-noi/anh-xa',
    '/quan-tri/ket-noi/khoa',
    '/quan-tri/nhat-ky',
    '/quan-tri/thiet-lap',
  ],
};

/** The address behind a place: itself, or the one of the sample that this person may see. */
export async function addressOf(product: Product, username: string, place: string): Promise<string> {
  if (place !== 'assignment' && place !== 'document') return place;
  const api = await product.as(username);
  const kind = place === 'document' ? 'documents' : 'assignments';
  const { items } = await api.get<{ items: { id: string }[] }>(
    kind === 'documents' ? '/api/documents' : '/api/assignments?status=reported&limit=1',
  );
  return `${kind === 'documents' ? '/van-ban' : '/nhiem-vu'}/${items[0]?.id}`;
}

/** Waits until a page stands and nothing of it loads any more. */
export async function settle(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await quiet(page);
  const loading = page.getByRole('status', { name: words.act.loading });
  await expect.poll(() => loading.count(), { timeout: patience }).toBe(0);
}
