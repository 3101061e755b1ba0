import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { rotateSecret } from '@tddh/core/national/admin';
import { noteAxis } from '@tddh/core/national/axisstate';
import { deliver, type Send } from '@tddh/core/national/deliver';
import { wake } from '@tddh/core/national/queue';
import { workInbound } from '@tddh/core/national/work';
import { actors, everyRow, testDb, testDesk } from '@tddh/core/testing';
import { Webhook } from 'standardwebhooks';
import { expect, inject, test, vi } from 'vitest';
import { tell } from '../axis.ts';
import { secretsFor, sign, verify } from '../signed.ts';
import { testApi } from '../testing.ts';

const secret = `whsec_${Buffer.from('khoa-thu-nghiem-cua-ket-noi-32-by').toString('base64')}`;
const path = '/api/integrations/national/events';
const issued = (id: string, over: object = {}) =>
  JSON.stringify({
    ...{ specversion: '1.0', id, source: 'vpcp', type: 'document.issued' },
    data: {
      ...{ version: 1, number: '500/QĐ-TTg', issuedOn: '2023-06-10', issuer: 'Thủ tướng Chính phủ' },
      ...{ type: 'Quyết định', subject: 'Về việc một' },
      tasks: [{ taskId: 'a', content: 'Việc a', leads: ['snv'], dueOn: '2023-07-31' }],
    },
    ...over,
  });
const api = () =>
  testApi(inject('endpoint'), { secret: async (name) => (name === 'NATIONAL_SECRET' ? secret : undefined) });

/** The headers of a message signed now, or `ago` seconds ago. */
function signed(raw: string, id = `msg_${Math.random()}`, { by = secret, ago = 0 } = {}) {
  const at = new Date(Date.now() - ago * 1000);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(by).sign(id, at, raw),
  };
}

test('takes a signed message once, and again for the same id', async () => {
  const { ask } = await api();
  const raw = issued('e1');
  const headers = signed(raw, 'msg_1');
  expect((await ask('nobody', 'POST', path, raw, headers)).status).toBe(202);
  expect((await ask('nobody', 'POST', path, raw, headers)).status).toBe(202);
  const other = issued('e1', { time: '2023-06-10T00:00:00Z' });
  expect((await ask('nobody', 'POST', path, other, signed(other, 'msg_1'))).json.code).toBe('event_mismatch');
});

test('refuses a changed byte, an old time, a wrong secret, a missing header and what is not JSON', async () => {
  const { ask } = await api();
  const raw = issued('e1');
  const status = async (body: string, headers: Record<string, string>) =>
    (await ask('nobody', 'POST', path, body, headers)).status;
  expect(await status(raw.replace('Việc a', 'Việc b'), signed(raw))).toBe(401);
  expect(await status(raw, signed(raw, 'm', { ago: 310 }))).toBe(401);
  expect(await status(raw, signed(raw, 'm', { ago: -310 }))).toBe(401);
  expect(await status(raw, signed(raw, 'm', { by: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }))).toBe(401);
  for (const name of Object.keys(signed(raw))) {
    const { [name as 'webhook-id']: _, ...rest } = signed(raw);
    expect(await status(raw, rest), name).toBe(401);
  }
  expect(await status('{"id":', signed('{"id":'))).toBe(400);
  // Longer than a row of the table may be, though not than a request.
  const long = issued('e2', { more: 'x'.repeat(400_000) });
  expect(await status(long, signed(long))).toBe(413);
  const wide = issued('e3', { more: 'x'.repeat(299_000) });
  expect(await status(wide, signed(wide))).toBe(202);
});

test('agrees with the published example of the Standard Webhooks specification, and with a peer that is not the library', async () => {
  const example = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const message = {
    ...{ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: new Date(1614265330 * 1000) },
    body: '{"test": 2432232314}',
  };
  const headers = await sign([example], message);
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  const signedBy = (secret: string, content: string) =>
    `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(content)
      .digest('base64')}`;
  const content = `${message.id}.1614265330.${message.body}`;
  expect(signedBy(example, content)).toBe(headers['webhook-signature']);
  vi.useFakeTimers({ now: message.at, toFake: ['Date'] });
  try {
    expect(await verify({ inbound: [{ secret: example }] }, headers, message.body)).toBe(message.id);
    const two = { ...headers, 'webhook-signature': `v1,AAAA v2,x ${headers['webhook-signature']}` };
    expect(await verify({ inbound: [{ secret }, { secret: example }] }, two, message.body)).toBe(message.id);
    const swapped = { ...headers, 'webhook-id': 'msg_other' };
    await expect(verify({ inbound: [{ secret: example }] }, swapped, message.body)).rejects.toThrow('Chữ ký');
  } finally {
    vi.useRealTimers();
  }
});

test('no secret is ever logged, audited, stored beside the secrets or told to the other side, whatever goes wrong', async () => {
  const logged: string[] = [];
  const note = (chunk: unknown) => logged.push(String(chunk)) > 0;
  const spies = [
    ...[process.stdout, process.stderr].map((to) => vi.spyOn(to, 'write').mockImplementation(note)),
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation((...all) => void logged.push(all.map(String).join(' '))),
    ),
  ];
  const answers = [500, 302, 200];
  const heard: string[] = [];
  const there = createServer((request, response) => {
    heard.push(JSON.stringify(request.headers));
    request.on('data', (part) => heard.push(String(part)));
    request.on('end', () => response.writeHead(answers.shift() ?? 200, { location: '/x' }).end('không'));
  });
  await new Promise<void>((done) => there.listen(0, '127.0.0.1', done));
  const target = `http://127.0.0.1:${(there.address() as { port: number }).port}/hook`;
  const kept: unknown[] = [];
  const secrets = [secret];
  try {
    const { ask, db } = await api();
    const link = '/api/integrations/national';
    for (const side of ['inbound', 'outbound', 'outbound']) {
      secrets.push((await ask('admin', 'POST', `${link}/secrets`, { side })).json.secret);
    }
    const raw = issued('e1');
    await ask('nobody', 'POST', path, raw, signed(raw, 'm1', { by: secrets[1]! }));
    await ask('nobody', 'POST', path, raw, signed(raw, 'm2', { ago: 999 }));
    await ask('nobody', 'POST', path, '{', signed('{', 'm3'));
    const words = '{"xin":"chào"}';
    await ask('nobody', 'POST', path, words, signed(words, 'm4'));
    await ask('admin', 'PATCH', link, { target: 'http://127.0.0.1:9/', allowPrivate: true, land: 'at-once' });
    expect((await ask('admin', 'POST', `${link}/test`, {})).json).toMatchObject({ ok: false });
    await ask('admin', 'PATCH', link, { target });
    const desk = testDesk(db, actors.admin);
    expect(await workInbound(desk)).toMatchObject({ worked: 1 });
    await wake(db, 'national|a', new Date());
    // Refused, moved, and taken in the end: signed by both secrets of a change.
    const send: Send = async (to, message) =>
      tell(to, (await secretsFor(db, to.id, async () => undefined, desk.now)).outbound, message);
    expect(await deliver(desk, send, Date.now() + 20_000)).toMatchObject({ sent: 1, failed: 2 });
    expect(heard.join()).toMatch(/"webhook-signature":"v1,\S+ v1,\S+"/);
    for (const page of ['', '/quarantine', '/parked', '/differences']) {
      kept.push((await ask('admin', 'GET', link + page)).json);
    }
    // A secret that is no secret is a fault of ours: it is logged, and not what it is.
    const data = { inbound: [{ secret: 'whsec_$$$' }], outbound: 'whsec_$$$' };
    await db.kept.put({ shelf: 'link-secrets', name: 'national', data }).go();
    expect((await ask('admin', 'POST', `${link}/test`, {})).status).toBe(500);
    // Every row of the table: messages, deliveries, the record, all but where the secrets themselves stand.
    const rows = await everyRow(db);
    kept.push(rows.filter((row) => row.shelf !== 'link-secrets'));
    expect(rows.map((row) => row.__edb_e__)).toEqual(
      expect.arrayContaining(['inbound', 'delivered', 'audit', 'message', 'lane']),
    );
  } finally {
    for (const spy of spies) spy.mockRestore();
    there.close();
  }
  expect(logged.length).toBeGreaterThan(0);
  const all = `${logged.join()}${JSON.stringify(kept)}${heard.join()}`;
  expect(secrets).toHaveLength(4);
  for (const one of [...secrets, 'whsec_']) expect(all).not.toContain(one.replace('whsec_', '') || one);
});

test('puts into quarantine what is signed and not understood, for the administrator alone', async () => {
  const { ask } = await api();
  const raw = JSON.stringify({ hello: 'world' });
  expect((await ask('nobody', 'POST', path, raw, signed(raw))).status).toBe(202);
  const { json } = await ask('admin', 'GET', '/api/integrations/national/quarantine');
  expect(json).toMatchObject({ items: [{ fault: 'not_an_event' }], cursor: null });
  for (const who of ['officer', 'chief', 'leader', 'agency'] as const) {
    expect((await ask(who, 'GET', '/api/integrations/national/quarantine')).status).toBe(403);
    expect((await ask(who, 'GET', '/api/integrations/national')).status).toBe(403);
  }
});

test('takes both secrets during a rotation, the older one for a day, and shows none', async () => {
  let now = new Date('2023-06-15T02:00:00Z');
  const { ask } = await testApi(inject('endpoint'), {
    now: () => now,
    secret: async (name) => (name === 'NATIONAL_SECRET' ? secret : undefined),
  });
  const made = async () =>
    (await ask('admin', 'POST', '/api/integrations/national/secrets', { side: 'inbound' })).json
      .secret as string;
  const [first, second] = [await made(), await made()];
  for (const [i, by] of [first, second, secret].entries()) {
    const raw = issued(`e${i}`);
    expect((await ask('nobody', 'POST', path, raw, signed(raw, `m${i}`, { by }))).status).toBe(202);
  }
  const state = await ask('admin', 'GET', '/api/integrations/national');
  expect(JSON.stringify(state.json)).not.toContain('whsec_');
  expect(state.json.inbound.waiting).toBe(3);
  // Two of the page, the older one for a day, and the one that is given by name.
  expect(state.json.secrets).toEqual({ inbound: [{}, { until: expect.any(Number) }, {}], outbound: false });
  now = new Date(now.getTime() + 86_400_001);
  const statusBy = async (by: string) => {
    const raw = issued(`later ${by}`);
    return (await ask('nobody', 'POST', path, raw, signed(raw, `later${by}`, { by }))).status;
  };
  expect([await statusBy(first), await statusBy(second), await statusBy(secret)]).toEqual([401, 202, 202]);
});

test('an outbound secret that is given by name signs, until one is made on the page', async () => {
  const db = await testDb(inject('endpoint'));
  const given = async (name: string) => (name === 'NATIONAL_OUTBOUND_SECRET' ? 'whsec_given' : undefined);
  const admin = testDesk(db, actors.admin);
  const later = (hours: number) => new Date(admin.now.getTime() + hours * 3_600_000);
  const signing = async (hours: number) => (await secretsFor(db, 'national', given, later(hours))).outbound;
  expect(await signing(0)).toEqual(['whsec_given']);
  const made = await rotateSecret(admin, 'national', 'outbound');
  // Both for a day, so that the other side may change in its own time.
  expect(await signing(23)).toEqual([made, 'whsec_given']);
  expect(await signing(25)).toEqual([made]);
  const next = await rotateSecret({ ...admin, now: later(30) }, 'national', 'outbound');
  expect(await signing(31)).toEqual([next, made]);
  expect(await signing(55)).toEqual([next]);
});

test('what goes out during a change of the outbound secret verifies by either, and a day later by the new one alone', async () => {
  const [old, made] = [secret, `whsec_${Buffer.from('khoa-moi').toString('base64')}`];
  const message = { id: 'msg_1', at: new Date(), body: '{"data":{}}' };
  const verifies = (by: string, headers: Record<string, string>) => {
    try {
      new Webhook(by).verify(message.body, headers);
      return true;
    } catch {
      return false;
    }
  };
  const both = await sign([made, old], message);
  expect([verifies(old, both), verifies(made, both)]).toEqual([true, true]);
  const one = await sign([made], message);
  expect([verifies(old, one), verifies(made, one)]).toEqual([false, true]);
});

test('is configured by the administrator, with faults named by their place', async () => {
  const { ask } = await api();
  const link = '/api/integrations/national';
  const codes = [{ code: 'H22.01', unitId: 'snv', to: '2023-12-31' }];
  const changed = await ask('admin', 'PATCH', link, {
    codes,
    target: 'https://national.test/hook',
    land: 'at-once',
  });
  expect(changed.json.link).toMatchObject({ codes, land: 'at-once', paused: false });
  expect((await ask('admin', 'PATCH', link, { codes: [{ code: 'H', unitId: 'none' }] })).json).toMatchObject({
    status: 422,
    errors: [{ path: 'codes.0.unitId' }],
  });
  expect((await ask('admin', 'PATCH', link, { target: 'ftp://x' })).status).toBe(422);
  expect((await ask('officer', 'PATCH', link, { paused: true })).status).toBe(403);
});

test('an address is taken out again, and each side is tried only where it is configured', async () => {
  const { ask } = await api();
  const link = '/api/integrations/national';
  await ask('admin', 'PATCH', link, { target: 'http://127.0.0.1:9/', allowPrivate: true });
  expect((await ask('admin', 'PATCH', link, { target: null })).json.link.target).toBeUndefined();
  expect((await ask('admin', 'POST', `${link}/test`, {})).json).toMatchObject({ code: 'invalid' });
  await ask('admin', 'POST', `${link}/secrets`, { side: 'outbound' });
  expect((await ask('admin', 'POST', `${link}/test`, { of: 'target' })).json).toMatchObject({
    detail: expect.stringContaining('địa chỉ nhận'),
  });
  const none = await ask('admin', 'POST', `${link}/test`, { of: 'axis' });
  expect(none.json).toEqual({ ok: false, error: 'Chưa ghi địa chỉ trục.' });
  const axis = { url: 'http://127.0.0.1:9/', organId: 'H16', organName: 'UBND tỉnh', partnerId: 'G22' };
  expect((await ask('admin', 'PATCH', link, { axis })).json.link.axis).toMatchObject({
    list: 'getReceivedEdocList',
  });
  const tried = await ask('admin', 'POST', `${link}/test`, { of: 'axis' });
  expect(tried.json).toMatchObject({ ok: false, error: expect.stringContaining('Không kết nối được') });
  expect((await ask('officer', 'POST', `${link}/test`, { of: 'axis' })).status).toBe(403);
});

test('tells how the document axis answered last, and which documents lack versions', async () => {
  const { ask, db } = await api();
  const link = '/api/integrations/national';
  const axis = { url: 'http://127.0.0.1:9/', organId: 'H16', organName: 'UBND tỉnh', partnerId: 'G22' };
  await ask('admin', 'PATCH', link, { axis });
  const state = async () => (await ask('admin', 'GET', link)).json;
  expect((await state()).axis).toBeUndefined();
  const desk = testDesk(db, actors.admin);
  await noteAxis(desk, 'national', { taken: 2 });
  await noteAxis({ ...desk, now: new Date('2023-06-15T03:00:00Z') }, 'national', {
    taken: 0,
    error: 'Trục trả lời 500.',
  });
  expect((await state()).axis).toEqual({
    ...{ askedAt: '2023-06-15T03:00:00.000Z', error: 'Trục trả lời 500.' },
    ...{ takenAt: '2023-06-15T02:00:00.000Z', taken: 2 },
  });
  const raw = JSON.stringify({
    ...{ specversion: '1.0', id: 'late', source: 'vpcp', type: 'task.extended', subject: 'vb-9' },
    data: { version: 3, taskId: 'x', dueOn: '2023-12-31' },
  });
  await ask('nobody', 'POST', `${link}/events`, raw, signed(raw));
  await workInbound(desk);
  expect((await state()).inbound).toMatchObject({
    differences: 0,
    gaps: [{ number: null, missing: [1, 2] }],
  });
});
