import { Refusal } from '@tddh/domain/refusal';
import { readRoster, rosterEntry } from '@tddh/domain/roster';
import { newRound } from '@tddh/domain/round';
import { id } from '@tddh/domain/text';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Env } from '../context.ts';
import { fileTypes, sendFile } from '../download.ts';
import { body, query } from '../input.ts';
import { revisionOf } from '../once.ts';

// Seldom used: loaded by the first who asks.
const reminders = () => import('@tddh/core/reminders');
const work = () => import('@tddh/core/rosters');
const says = (summary: string) => describeRoute({ tags: ['Nhân sự chuyên trách'], summary });
const sheet = v.strictObject({
  content: v.pipe(
    v.string('Cần nội dung tệp dạng base64.'),
    v.maxLength(1_400_000, 'Tệp quá lớn: tối đa 1 MB.'),
    v.base64('Nội dung tệp không phải base64.'),
  ),
});
const some = v.strictObject({ units: v.optional(v.pipe(v.array(id), v.maxLength(500))) });

/** Rounds in which every unit names its focal persons. */
export const rosterRoutes = new Hono<Env>()
  .get('/rosters', says('Các đợt gửi'), async (c) => c.json(await (await work()).listRounds(c.get('desk'))))
  .post('/rosters', says('Mở một đợt gửi'), body(newRound), async (c) =>
    c.json({ round: await (await work()).openRound(c.get('desk'), c.req.valid('json')) }, 201),
  )
  .get('/rosters/:id', says('Một đợt gửi: ai đã gửi, ai chưa'), async (c) =>
    c.json(await (await work()).readRound(c.get('desk'), c.req.param('id'))),
  )
  .post('/rosters/:id/entries', says('Gửi nhân sự của một đơn vị'), body(rosterEntry), async (c) => {
    const entry = await (await work()).sendEntry(
      c.get('desk'),
      c.req.param('id'),
      c.req.valid('json'),
      revisionOf(c),
    );
    return c.json({ entry });
  })
  .post('/rosters/:id/sheet', says('Xem trước tệp Excel của một đơn vị'), body(sheet), async (c) => {
    await (await work()).readRound(c.get('desk'), c.req.param('id'));
    const { readSheet } = await import('@tddh/forms/sheet');
    const pages = await readSheet(Buffer.from(c.req.valid('json').content, 'base64'));
    const rows = readRoster(pages[0]?.rows ?? []);
    if (rows instanceof Refusal) throw rows;
    return c.json({ rows });
  })
  .post('/rosters/:id/remind', says('Nhắc đơn vị chưa gửi'), body(some), async (c) => {
    const [{ rosters }, { remindRound }] = await Promise.all([work(), reminders()]);
    const { units } = c.req.valid('json');
    const told = await remindRound(c.get('desk'), rosters, c.req.param('id'), units);
    if (told.letters > 0) c.get('ground').ring('mail');
    return c.json(told);
  })
  .get(
    '/rosters/:id/form.xlsx',
    says('Tệp mẫu để đơn vị điền'),
    query(v.strictObject({ unit: v.optional(id) })),
    async (c) => {
      const { round, units } = await (await work()).readRound(c.get('desk'), c.req.param('id'));
      const wanted = c.req.valid('query').unit ?? c.get('desk').actor.unitId;
      const one = units.find(({ unit }) => unit.id === wanted) ?? units[0]!;
      const { rosterForm } = await import('@tddh/forms/roster');
      const bytes = await rosterForm(round.name, one.unit.name, one.entry?.people ?? []);
      return sendFile(c, bytes, { name: 'Nhân sự chuyên trách (mẫu).xlsx', type: fileTypes.xlsx });
    },
  )
  .get('/rosters/:id/list.xlsx', says('Danh sách nhân sự chuyên trách'), async (c) => {
    const { round, units } = await (await work()).readRound(c.get('desk'), c.req.param('id'));
    const { rosterSheet } = await import('@tddh/forms/roster');
    const listed = units.map(({ unit, entry }) => ({
      ...{ name: unit.name, people: entry?.people ?? [] },
      ...(entry ? { sentOn: entry.sentOn } : {}),
    }));
    const { name, dueOn } = round;
    const bytes = await rosterSheet({ name, dueOn, asOf: c.get('desk').today, units: listed });
    return sendFile(c, bytes, { name: 'Nhân sự chuyên trách.xlsx', type: fileTypes.xlsx });
  });
