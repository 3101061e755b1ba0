import {
  dryRun,
  linkState,
  parkedLanes,
  quarantined,
  replay,
  rotateSecret,
  unpark,
} from '@tddh/core/national/admin';
import { decideDifference, differencesFor } from '@tddh/core/national/decide';
import type { Answer } from '@tddh/core/national/deliver';
import { changeLink, linkOf } from '@tddh/core/national/links';
import { receive } from '@tddh/core/national/receive';
import { refuseUnlessAdmin } from '@tddh/core/people';
import { linkChange, linkMaps } from '@tddh/domain/link';
import { Refusal } from '@tddh/domain/refusal';
import { type Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Env } from '../context.ts';
import { deskFor } from '../ground.ts';
import { body, query } from '../input.ts';
import { post } from '../outward.ts';
import { secretsFor, sign, verify } from '../signed.ts';

const says = (summary: string) => describeRoute({ tags: ['Kết nối quốc gia'], summary });
const key = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/, 'Mã không đúng dạng.'));
const lane = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Takes a signed message in: 202 once it is stored, whatever it says. */
async function accept(c: Context<Env>) {
  const { db, secret, now, ring } = c.get('ground');
  const raw = await c.req.text().catch((error) => {
    // Who hangs up half way is no fault of ours; what is too long says so itself.
    throw error instanceof Refusal ? error : new Refusal('unreadable', 'Thông điệp đến không trọn.');
  });
  const link = await linkOf(db);
  const secrets = await secretsFor(db, link.id, secret, now());
  const id = await verify(secrets, c.req.header(), raw);
  try {
    JSON.parse(raw);
  } catch {
    throw new Refusal('unreadable', 'Thông điệp không phải JSON.');
  }
  const { fresh } = await receive(deskFor(c.get('ground')), link, id, raw);
  if (fresh) ring();
  return c.json({ accepted: true }, 202);
}

/** Which secrets stand, wherever they were given: never what they are. */
async function standing(c: Context<Env>) {
  const { db, secret, now } = c.get('ground');
  const { inbound, outbound } = await secretsFor(db, 'national', secret, now());
  return { inbound: inbound.map(({ until }) => (until ? { until } : {})), outbound: outbound.length > 0 };
}

/** Sends one signed message that says nothing, or asks the axis what it holds, now, and tells how it went. */
async function tryOut(c: Context<Env>, of: 'target' | 'axis'): Promise<Answer> {
  const desk = c.get('desk');
  refuseUnlessAdmin(desk);
  const link = await linkOf(desk.db);
  const { outbound } = await secretsFor(desk.db, link.id, c.get('ground').secret, desk.now);
  if (outbound.length === 0) throw new Refusal('invalid', 'Hãy tạo khóa gửi trước khi gửi thử.');
  if (of === 'axis') return (await import('../axis.ts')).tryAxis(link, outbound);
  if (!link.target) throw new Refusal('invalid', 'Hãy ghi địa chỉ nhận trước khi gửi thử.');
  const id = desk.newId('test');
  const event = {
    specversion: '1.0',
    id,
    source: 'tddh',
    type: 'link.test',
    time: desk.now.toISOString(),
    data: {},
  };
  const message = { id, at: new Date(), body: JSON.stringify(event) };
  return post(link.target, await sign(outbound, message), message.body, link.allowPrivate);
}

/** The link to the national system: what comes in, what goes out, and what a person must look at. */
export const nationalRoutes = new Hono<Env>()
  .post('/integrations/national/events', says('Nhận thông điệp có chữ ký'), accept)
  .get('/integrations/national', says('Tình trạng kết nối'), async (c) =>
    c.json({ ...(await linkState(c.get('desk'))), secrets: await standing(c) }),
  )
  .patch('/integrations/national', says('Cấu hình kết nối'), body(linkChange), async (c) => {
    const link = await changeLink(c.get('desk'), 'national', c.req.valid('json'));
    // What waited while the link stood still goes on at once, both ways.
    if (!link.paused) for (const one of ['relay', 'deliver'] as const) c.get('ground').ring(one);
    return c.json({ link });
  })
  .post(
    '/integrations/national/secrets',
    says('Đổi khóa ký'),
    body(v.strictObject({ side: v.picklist(['inbound', 'outbound'], 'Chọn inbound hoặc outbound.') })),
    async (c) =>
      c.json({ secret: await rotateSecret(c.get('desk'), 'national', c.req.valid('json').side) }, 201),
  )
  .get(
    '/integrations/national/quarantine',
    says('Thông điệp chưa hiểu'),
    query(v.strictObject({ cursor: v.optional(v.string()) })),
    async (c) => c.json(await quarantined(c.get('desk'), c.req.valid('query').cursor)),
  )
  .post(
    '/integrations/national/quarantine/replay',
    says('Xử lý lại thông điệp'),
    body(v.strictObject({ ids: v.pipe(v.array(key), v.minLength(1), v.maxLength(100)) })),
    async (c) => {
      for (const id of c.req.valid('json').ids) await replay(c.get('desk'), id);
      c.get('ground').ring();
      return c.json({ ok: true });
    },
  )
  .post(
    '/integrations/national/dry-run',
    says('Chạy thử bảng ánh xạ trên các thông điệp gần nhất'),
    body(linkMaps),
    async (c) => c.json({ items: await dryRun(c.get('desk'), c.req.valid('json')) }),
  )
  .post(
    '/integrations/national/test',
    says('Gửi thử một thông điệp, hoặc hỏi thử trục liên thông'),
    body(v.strictObject({ of: v.optional(v.picklist(['target', 'axis'], 'Chọn target hoặc axis.')) })),
    async (c) => c.json(await tryOut(c, c.req.valid('json').of ?? 'target')),
  )
  .get('/documents/:id/package', says('Gói edXML mà văn bản đến trong đó'), async (c) => {
    const { packageLink } = await import('@tddh/core/national/packages');
    return c.redirect(await packageLink(c.get('desk'), c.req.param('id')), 302);
  })
  .get('/integrations/national/differences', says('Khác biệt cần quyết định'), async (c) =>
    c.json({ items: await differencesFor(c.get('desk')) }),
  )
  .post(
    '/integrations/national/differences',
    says('Quyết định một khác biệt'),
    body(
      v.strictObject({
        stream: key,
        path: v.pipe(v.string(), v.maxLength(300)),
        theirs: v.nullable(v.pipe(v.string(), v.maxLength(5000))),
        take: v.boolean(),
      }),
    ),
    async (c) => {
      const { stream, ...decision } = c.req.valid('json');
      await decideDifference(c.get('desk'), stream, decision);
      c.get('ground').ring();
      return c.json({ ok: true });
    },
  )
  .get('/integrations/national/parked', says('Nhiệm vụ dừng gửi'), async (c) =>
    c.json({ items: await parkedLanes(c.get('desk')) }),
  )
  .post(
    '/integrations/national/parked',
    says('Gửi lại hoặc bỏ qua'),
    body(
      v.strictObject({
        lane,
        act: v.picklist(['again', 'skip'], 'Chọn again hoặc skip.'),
        body: v.optional(v.pipe(v.string(), v.maxLength(60_000))),
      }),
    ),
    async (c) => {
      const { lane: which, act, body: text } = c.req.valid('json');
      await unpark(c.get('desk'), which, act, text);
      c.get('ground').ring('deliver');
      return c.json({ ok: true });
    },
  );
