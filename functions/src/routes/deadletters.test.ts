import { createServer, type Server } from 'node:http';
import { deliver } from '@tddh/core/national/deliver';
import { linkOf } from '@tddh/core/national/links';
import { wake } from '@tddh/core/national/queue';
import { receive } from '@tddh/core/national/receive';
import { workInbound } from '@tddh/core/national/work';
import { actors, testDesk } from '@tddh/core/testing';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, inject, test } from 'vitest';
import { tell } from '../axis.ts';
import { testApi } from '../testing.ts';

const path = '/api/integrations/national';
let server: Server | undefined;
afterEach(() => void server?.close());

/** A message that issues document `n`. */
const issued = (n: number, type = 'document.issued') => {
  const task = { taskId: `t${n}`, content: `Việc ${n}`, leads: ['snv'], dueOn: '2023-07-31' };
  const head = { number: `${n}/QĐ-TTg`, issuedOn: '2023-06-10', issuer: 'Thủ tướng Chính phủ' };
  const data = { version: 1, ...head, type: 'Quyết định', subject: `Về việc ${n}`, tasks: [task] };
  return JSON.stringify({ id: `e${n}`, source: 'vpcp', type, subject: `vb-${n}`, data });
};

test('what the other side refuses for days is looked at, corrected and sent again under the same id, or passed over', async () => {
  const { ask, db } = await testApi(inject('endpoint'));
  const desk = testDesk(db, actors.admin);
  const heard: { id: string; status: string }[] = [];
  let by = '';
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    new Webhook(by).verify(body, request.headers as Record<string, string>);
    const { id, data } = JSON.parse(body);
    heard.push({ id, status: data.status });
    // This side knows no 04.
    response.writeHead(data.status === '04' ? 422 : 200).end();
  });
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
  const target = `http://127.0.0.1:${(server.address() as { port: number }).port}/hook`;
  await ask('admin', 'PATCH', path, { target, allowPrivate: true, land: 'at-once', fieldId: 'noichinh' });
  by = (await ask('admin', 'POST', `${path}/secrets`, { side: 'outbound' })).json.secret;
  for (const n of [1, 2]) await receive(desk, await linkOf(db), `msg_${n}`, issued(n));
  await workInbound(desk);

  const lanes = ['national|t1', 'national|t2'];
  const run = () => deliver(desk, (link, message) => tell(link, [by], message), Date.now());
  for (const lane of lanes) await wake(db, lane, new Date());
  await run();
  // Days later.
  for (const lane of lanes) {
    const { data } = await db.lanes.get({ lane }).go({ consistent: true });
    const since = new Date(Date.now() - 4 * 86_400_000).toISOString();
    await db.lanes.put({ ...data!, nextAt: since, since }).go();
  }
  expect(await run()).toMatchObject({ sent: 0, parked: 2 });
  const { items } = (await ask('admin', 'GET', `${path}/parked`)).json;
  expect(items.map((one: { lane: string }) => one.lane).sort()).toEqual(lanes);
  expect(items[0]).toMatchObject({ error: 'Bên nhận trả lời 422.', event: { type: 'assigned' } });

  const first = items.find((one: { lane: string }) => one.lane === lanes[0]);
  const message = JSON.parse(first.event.body);
  const correct = (text: string) =>
    ask('admin', 'POST', `${path}/parked`, { lane: lanes[0], act: 'again', body: text });
  for (const wrong of ['{"id":', '[]', '{}', JSON.stringify({ ...message, id: 'other' })]) {
    expect((await correct(wrong)).json, wrong).toMatchObject({ status: 422, errors: [{ path: 'body' }] });
  }
  const other = { ...message, data: { ...message.data, taskId: 't2' } };
  expect((await correct(JSON.stringify(other))).status).toBe(422);
  heard.splice(0);
  const fixed = { ...message, data: { ...message.data, status: '4A' } };
  expect((await correct(JSON.stringify(fixed, null, 2))).status).toBe(200);
  expect((await correct(JSON.stringify(fixed))).status).toBe(404);
  expect((await ask('admin', 'POST', `${path}/parked`, { lane: lanes[1], act: 'skip' })).status).toBe(200);
  expect(await run()).toMatchObject({ sent: 1, failed: 0 });
  expect(heard).toEqual([{ id: message.id, status: '4A' }]);
  const log = await db.delivered.query.byMonth({ month: new Date().toISOString().slice(0, 7) }).go();
  expect(log.data.map(({ lane, outcome }) => [lane, outcome]).sort()).toEqual([
    ['national|t1', 'sent'],
    ['national|t2', 'skipped'],
  ]);
  expect((await ask('admin', 'GET', `${path}/parked`)).json).toEqual({ items: [] });
  for (const who of ['officer', 'chief', 'agency'] as const) {
    expect((await ask(who, 'POST', `${path}/parked`, { lane: lanes[0], act: 'again' })).status).toBe(403);
  }
});

test('other maps are tried on the last 100 messages, whatever months they came in, and nothing is kept', async () => {
  const { ask, db } = await testApi(inject('endpoint'));
  const at = (month: string, n: number) => `2023-${month}-01T00:00:${String(n).padStart(2, '0')}.000Z`;
  const rows = ['02', '04', '06'].flatMap((month, m) =>
    Array.from({ length: 40 }, (_, i) => {
      const n = m * 40 + i + 1;
      return {
        ...{ eventKey: `k${n}`, webhookId: `w${n}`, bodyHash: 'x', at: at(month, i), month: `2023-${month}` },
        ...{ type: 'vanban.moi', state: 'quarantine' as const, body: issued(n, 'vanban.moi') },
      };
    }),
  );
  await db.inbound.put(rows).go();
  const link = (await ask('admin', 'GET', path)).json.link;
  const tried = async (maps: object) =>
    (await ask('admin', 'POST', `${path}/dry-run`, { types: {}, fields: {}, codes: [], ...maps })).json.items;
  const before = await tried({});
  // The newest first: 40 of June, 40 of April, and the last 20 of February.
  expect(before.map((one: { id: string }) => one.id)).toEqual(
    Array.from({ length: 40 }, (_, i) => [`k${120 - i}`, `k${80 - i}`]).reduce<string[]>(
      (all, [june, april], i) => {
        all[i] = june!;
        all[40 + i] = april!;
        if (i < 20) all[80 + i] = `k${40 - i}`;
        return all;
      },
      [],
    ),
  );
  expect(before[99].fault).toEqual({ code: 'unknown_type', about: 'vanban.moi' });
  const types = { 'vanban.moi': 'document.issued' };
  expect((await tried({ types }))[99]).toEqual({ id: 'k21', type: 'document.issued' });
  const fields = { issuedOn: 'subject' };
  expect((await tried({ types, fields }))[0].fault.code).toBe('bad_data');
  expect((await ask('admin', 'GET', path)).json.link).toEqual(link);
  expect((await ask('officer', 'POST', `${path}/dry-run`, { types, fields, codes: [] })).status).toBe(403);
});
