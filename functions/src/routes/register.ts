import { registerAnswer, registerFilter, registerRows } from '@tddh/domain/register';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { body, query } from '../input.ts';

// Seldom used: loaded by the first who asks.
const register = () => import('@tddh/core/register');
const says = (summary: string) => describeRoute({ tags: ['Sổ văn bản đi'], summary });

/** The outgoing register and how well the Office covers it. */
export const registerRoutes = new Hono<Env>()
  .get('/register', says('Các dòng của sổ văn bản đi'), query(registerFilter), async (c) =>
    c.json(await (await register()).listLines(c.get('desk'), c.req.valid('query'))),
  )
  .get('/register/coverage', says('Độ phủ theo phòng và tuần'), query(registerFilter), async (c) =>
    c.json(await (await register()).coverage(c.get('desk'), c.req.valid('query'))),
  )
  .post('/register/import', says('Nhập sổ văn bản đi, tối đa 100 dòng'), body(registerRows), async (c) =>
    c.json({ results: await (await register()).importRegister(c.get('desk'), c.req.valid('json').rows) }),
  )
  .post(
    '/register/:id/answer',
    says('Không giao nhiệm vụ, hoặc bỏ trả lời'),
    body(registerAnswer),
    async (c) =>
      c.json({
        line: await (await register()).answerLine(
          c.get('desk'),
          c.req.param('id'),
          c.req.valid('json').answer,
        ),
      }),
  );
