import { assignmentFilter } from '@tddh/domain/filter';
import { Refusal } from '@tddh/domain/refusal';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { fileTypes, sendFile } from '../download.ts';
import { query } from '../input.ts';
import { pagesAt } from '../paper.ts';

const says = (summary: string) => describeRoute({ tags: ['Số liệu'], summary });
const work = () => import('@tddh/core/fileouts');

/** Lists as files: at once where an answer holds them, else 202 with a job that writes the file. */
export const fileOutRoutes = new Hono<Env>()
  .get('/assignments.xlsx', says('Danh sách nhiệm vụ dạng Excel'), query(assignmentFilter), async (c) => {
    const [desk, asked, { listPaper }] = [
      c.get('desk'),
      c.req.valid('query'),
      await import('../listpaper.ts'),
    ];
    try {
      const bytes = await listPaper(desk, asked, { origin: pagesAt(c), answer: c.get('ground').answer });
      return sendFile(c, bytes, { name: `Nhiệm vụ ${desk.today}.xlsx`, type: fileTypes.xlsx });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'too_large')) throw error;
      const job = await (await work()).askFileOut(desk, asked, pagesAt(c));
      c.get('ground').ring('fileout');
      return c.json({ job }, 202);
    }
  })
  .get('/files-out', says('Các tệp dài mình đã xuất'), async (c) =>
    c.json({ items: await (await work()).listFileOuts(c.get('desk')) }),
  )
  .get('/files-out/:id', says('Một tệp dài: đến đâu rồi'), async (c) =>
    c.json({ job: await (await work()).readFileOut(c.get('desk'), c.req.param('id')) }),
  )
  .get('/files-out/:id/file', says('Tải tệp dài đã xuất về'), async (c) =>
    c.redirect(await (await work()).fileOutLink(c.get('desk'), c.req.param('id')), 302),
  );
