import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { isInner, post, type Resolve } from './outward.ts';

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
    // However it is written: in IPv6, as one number, in hexadecimal.
    for (const host of ['[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '127.1']) {
      expect(await post(`http://${host}:9/`, {}, '{}', false), host).toEqual(refused);
    }
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
    '::7f00:1',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
    'fec0::1',
  ])('takes %s for inner', (address) => expect(isInner(address)).toBe(true));
  test.each(['8.8.8.8', '172.32.0.1', '203.162.4.191', '2001:4860:4860::8888'])(
    'takes %s for outer',
    (address) => expect(isInner(address)).toBe(false),
  );

  test('is refused where any address of a name is an inner one, and no name is asked for twice', async () => {
    let reached = 0;
    const own = new URL(
      await receiver((_, response) => {
        reached += 1;
        response.end();
      }),
    );
    own.hostname = 'national.test';
    const asked: string[] = [];
    /** A name server that answers differently each time. */
    const answering = (...answers: string[][]): Resolve => {
      return (name, _, done) => {
        asked.push(name);
        const found = answers.shift() ?? [];
        done(
          null,
          found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        );
      };
    };
    const send = (resolve: Resolve, allowInner = false) =>
      post(String(own), {}, '{}', allowInner, { resolve, timeout: 250 });
    const refused = { ok: false, error: 'Địa chỉ nhận nằm trong mạng nội bộ và chưa được cho phép.' };
    for (const inner of ['127.0.0.1', '10.0.0.5', '169.254.169.254', '::1', '::ffff:127.0.0.1']) {
      expect(await send(answering([inner])), inner).toEqual(refused);
      expect(await send(answering(['203.0.113.7', inner])), inner).toEqual(refused);
    }
    expect(await send(answering([]))).toMatchObject({ ok: false });
    // Outer when it is examined, inner when it is asked for again: the connection goes where it was examined.
    asked.splice(0);
    const rebinding = answering(['203.0.113.7'], ['127.0.0.1'], ['127.0.0.1']);
    expect(await send(rebinding)).toMatchObject({ ok: false });
    expect(asked).toEqual(['national.test']);
    expect(await send(rebinding)).toEqual(refused);
    expect(reached).toBe(0);
    // What is allowed goes to the address that was examined too: no name server knows this name.
    expect(await send(answering(['127.0.0.1']), true)).toEqual({ ok: true });
    expect(reached).toBe(1);
  });

  test('waits no longer than it may for an answer that does not begin, or does not end', async () => {
    const silent = await receiver(() => {});
    const slow = await receiver((_, response) => {
      response.writeHead(200);
      const more = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(more));
    });
    for (const target of [silent, slow]) {
      const began = performance.now();
      expect(await post(target, {}, '{}', true, { timeout: 200 })).toEqual({
        ok: false,
        error: 'Bên nhận không trả lời trong 0.2 giây.',
      });
      expect(performance.now() - began).toBeLessThan(2000);
    }
  });

  test('follows no redirect, honours Retry-After, and ends an answer that is too long', async () => {
    const paths: string[] = [];
    const moved = await receiver(({ url = '' }, response) => {
      paths.push(url);
      response.writeHead(302, { location: '/other' }).end();
    });
    expect(await post(moved, {}, '{}', true)).toEqual({ ok: false, error: 'Bên nhận trả lời 302.' });
    expect(paths).toEqual(['/hook']);
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
