import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mail } from '@tddh/core/mail';
import { lettersOf, sendAgain } from '@tddh/core/post';
import { actors, storeActor, testDb, testDesk } from '@tddh/core/testing';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { type RunningProduct, startProduct } from '../bin/product.mjs';
import { startTrap, type Trap, trapped } from './trap.ts';

const folder = mkdtempSync(join(tmpdir(), 'tddh-training-'));
let trap: Trap;
let product: RunningProduct | undefined;
/** What reached the national side. */
let told = 0;
const national = createServer((_, response) => {
  told += 1;
  response.end();
});

beforeAll(async () => {
  trap = await startTrap(join(folder, 'mail'));
  await new Promise<void>((done) => national.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  await product?.stop();
  await trap.stop();
  national.close();
  rmSync(folder, { recursive: true, force: true });
});

// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
type Ask = (method: string, path: string, body?: object) => Promise<{ status: number; json: any }>;

/** The API of a product as one person of the sample, and the cookie that it gave. */
async function signIn(origin: string, username: string): Promise<Ask & { cookie: string }> {
  let cookie = '';
  const ask: Ask = async (method, path, body) => {
    const headers = { cookie, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) };
    const answer = await fetch(origin + path, { method, headers, body: body && JSON.stringify(body) });
    cookie ||= answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    return { status: answer.status, json: await answer.json() };
  };
  const { status } = await ask('POST', '/api/session', { username, password: 'theo-doi-dieu-hanh' });
  expect(status).toBe(200);
  return Object.assign(ask, { cookie });
}

const document = {
  ...{ number: '1234/UBND-TH', issuedOn: '2023-11-30', issuer: 'UBND tỉnh', type: 'Công văn' },
  subject: 'Tập nhập văn bản',
  tasks: [{ content: 'Báo cáo kết quả rà soát', leads: ['skhdt'], supports: [], dueOn: '2023-12-30' }],
};
const figures = '/api/statistics?from=2023-04-15&to=2023-11-30&clock=confirmation';

test('training sends nothing, enters no figure of the product, and begins again from its sample', async () => {
  product = await startProduct({ dataDir: folder, env: { SMTP_URL: trap.url } });
  const real = await signIn(product.origin, 'hcqt');
  const before = (await real('GET', figures)).json;
  expect((await real('GET', '/api/session')).json).toMatchObject({ trainingOrigin: '/tap-huan' });

  // One click: the page starts it and leads there; a second one finds it running.
  const clicks = [0, 1].map(() => fetch(`${product!.origin}/tap-huan`, { redirect: 'manual' }));
  const origins = (await Promise.all(clicks)).map((answer) => answer.headers.get('location') ?? '');
  expect(new Set(origins).size).toBe(1);
  const [origin = ''] = origins;
  expect(origin).not.toBe(product.origin);
  expect(await (await fetch(`${origin}/api/setup`)).json()).toEqual({ needed: false, training: true });

  // A trainee does what is done for real: a document, whose letters would go out, and the national link.
  const officer = await signIn(origin, 'tonghop');
  const admin = await signIn(origin, 'hcqt');
  expect([real.cookie.split('=')[0], admin.cookie.split('=')[0]]).toEqual(['tddh', 'tddh-training']);
  expect((await officer('POST', '/api/documents', document)).status).toBe(201);
  const target = `http://127.0.0.1:${(national.address() as { port: number }).port}/hook`;
  const link = '/api/integrations/national';
  expect((await admin('PATCH', link, { target, allowPrivate: true })).status).toBe(200);
  await admin('POST', `${link}/secrets`, { side: 'outbound' });
  expect(JSON.stringify((await admin('POST', `${link}/test`, {})).json)).toContain('Chế độ tập huấn');
  let held: { failure: string; attempts: number }[] = [];
  for (let tries = 0; held.length === 0 && tries < 100; tries++) {
    await sleep(100);
    held = (await admin('GET', '/api/mail')).json.dead;
  }
  expect(held[0]?.failure).toBe('Chế độ tập huấn: không gửi gì ra ngoài.');
  expect([trapped(join(folder, 'mail')).length, told]).toEqual([0, 0]);

  // Counted there, and there alone.
  const there = (await admin('GET', figures)).json;
  expect(there.total.columns[0]).toBe(before.total.columns[0] + 1);
  expect((await real('GET', figures)).json).toEqual(before);
  expect((await real('GET', '/api/documents?number=1234/UBND-TH')).json.items).toEqual([]);

  // Only its administrator begins anew; the product itself has no such door.
  expect((await officer('POST', '/api/training/over', {})).status).toBe(403);
  expect((await real('POST', '/api/training/over', {})).status).toBe(404);
  expect((await admin('POST', '/api/training/over', {})).status).toBe(200);
  expect((await admin('GET', '/api/session')).status).toBe(401);
  const again = await signIn(origin, 'hcqt');
  expect((await again('GET', figures)).json.total.columns).toEqual(before.total.columns);
  expect((await real('GET', figures)).json).toEqual(before);

  await product.stop();
  await expect(fetch(`${origin}/api/health`)).rejects.toThrow();
}, 90_000);

test('the mail function itself holds letters back, though it has a server to send by', async () => {
  const db = await testDb(inject('endpoint'));
  const { id } = actors.agency;
  await storeActor(db, actors.agency, { email: 'x@tinh.example' });
  const desk = { ...testDesk(db, actors.officer), now: new Date() };
  await mail(desk, { key: 'k', personId: id, kind: 'soon', subject: 'Thư', text: 'x' });
  const environment = {
    ...{ AWS_ENDPOINT_URL_DYNAMODB: inject('endpoint'), TABLE_NAME: db.table, AWS_REGION: 'ap-southeast-1' },
    ...{ AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', SMTP_URL: trap.url, TRAINING: '1' },
  };
  for (const [key, value] of Object.entries(environment)) vi.stubEnv(key, value);
  const { handler } = await import('@tddh/functions/mail');
  expect(await handler()).toMatchObject({ sent: 0, dead: 1 });
  expect((await lettersOf(desk)).dead).toMatchObject([
    { failure: 'Chế độ tập huấn: không gửi gì ra ngoài.' },
  ]);
  expect(trapped(join(folder, 'mail'))).toEqual([]);
  // The same letter outside of training does go out: what held it back was training alone.
  vi.stubEnv('TRAINING', '');
  await sendAgain(desk, ['k']);
  expect(await handler()).toMatchObject({ sent: 1 });
  expect(trapped(join(folder, 'mail'))).toHaveLength(1);
  vi.unstubAllEnvs();
});
