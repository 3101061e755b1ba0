import { openLink, reportByLink } from '@tddh/core/reportlink';
import { verbs } from '@tddh/domain/verbs';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Env } from '../context.ts';
import { deskFor } from '../ground.ts';
import { body } from '../input.ts';

const says = (summary: string) => describeRoute({ tags: ['Báo cáo qua thư'], summary });
const token = v.pipe(
  v.string('Liên kết không đúng.'),
  v.minLength(1),
  v.maxLength(200, 'Liên kết không đúng.'),
);
const { result, documentNumber, documentDate } = verbs.report.entries;

/** A report by the link of a letter: no session, one assignment, once, within 7 days. The token is what opens it. */
export const reportLinkRoutes = new Hono<Env>()
  .post('/report-links/open', says('Xem nhiệm vụ của liên kết'), body(v.strictObject({ token })), async (c) =>
    c.json(await openLink(deskFor(c.get('ground')), c.req.valid('json').token)),
  )
  .post(
    '/report-links/report',
    says('Báo cáo qua liên kết'),
    body(v.strictObject({ token, result, documentNumber, documentDate })),
    async (c) => {
      const { token: given, ...report } = c.req.valid('json');
      await reportByLink(deskFor(c.get('ground')), given, report);
      c.get('ground').ring();
      return c.json({ ok: true });
    },
  );
