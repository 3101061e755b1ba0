import { changeCalendar } from '@tddh/core/calendar';
import { changeSettings, readSettings } from '@tddh/core/settings';
import { calendarYear } from '@tddh/domain/calendar';
import { settingsChange } from '@tddh/domain/settings';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { body } from '../input.ts';
import { revisionOf } from '../once.ts';

const says = (summary: string) => describeRoute({ tags: ['Quản trị'], summary });

/** The figures that an administrator may change. */
export const settingsRoutes = new Hono<Env>()
  .get('/settings', says('Thiết lập'), async (c) => c.json({ settings: await readSettings(c.get('desk')) }))
  .patch('/settings', says('Sửa thiết lập'), body(settingsChange), async (c) => {
    const settings = await changeSettings(c.get('desk'), c.req.valid('json'), revisionOf(c));
    return c.json({ settings });
  })
  .patch('/calendar', says('Sửa ngày nghỉ và ngày làm bù của một năm'), body(calendarYear), async (c) =>
    c.json(await changeCalendar(c.get('desk'), c.req.valid('json'), revisionOf(c))),
  );
