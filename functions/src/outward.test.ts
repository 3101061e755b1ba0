import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { isInner, post } from './outward.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A receiver on a free port of this machine. */
async function receiver(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/hook`;
}

describe('what goes out', () => {
  test('never goes to an inner address, by number or by name, unless that is allowed', async () => {
    let asked = 0;
    const target = await receiver((_, response) => {
      asked += 1;
      response.end();
    });
    const refused = { ok: false, error: 'Địa chỉ nhận nằm trong mạng nội bộ và chưa được cho phép.' };
    expect(await post(target, {}, '{}', false)).toEqual(refused);
    expect(await post(target.replace('127.0.0.1', 'localhost'), {}, '{}', false)).toEqual(refused);
    expect(await post('http://[::1]:9/', {}, '{}', false)).toEqual(refused);
    expect(asked).toBe(0);
    expect(await post(target, {}, '{}', true)).toEqual({ ok: true });
    expect(asked).toBe(1);
  });

  test.each([
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
  ])('takes %s for inner', (address) => expect(isInner(address)).toBe(true));
  test.each(['8.8.8.8', '172.32.0.1', '203.162.4.191', '2001:4860:4860::8888'])(
    'takes %s for outer',
    (address) => expect(isInner(address)).toBe(false),
  );

  test('follows no redirect, honours Retry-After, and ends an answer that is too long', async () => {
    const moved = await receiver((_, response) => response.writeHead(302, { location: '/other' }).end());
    expect(await post(moved, {}, '{}', true)).toEqual({ ok: false, error: 'Bên nhận trả lời 302.' });
    const busy = await receiver((_, response) => response.writeHead(429, { 'retry-after': '7' }).end());
    expect(await post(busy, {}, '{}', true)).toMatchObject({ ok: false, retryAfter: 7 });
    const endless = await receiver((_, response) => {
      response.writeHead(200);
      const more = setInterval(() => response.write('x'.repeat(16_384)), 1);
      response.on('close', () => clearInterval(more));
    });
    expect(await post(endless, {}, '{}', true)).toEqual({ ok: false, error: 'Bên nhận trả lời quá dài.' });
    const torn = await receiver((_, response) => response.socket?.destroy());
    expect(await post(torn, {}, '{}', true)).toMatchObject({ ok: false });
  });
});
