import { differences } from '@tddh/core/differences';
import { freeze, listSnapshots, readSnapshot } from '@tddh/core/snapshots';
import { Refusal } from '@tddh/domain/refusal';
import { newSnapshot } from '@tddh/domain/snapshot';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { fileTypes, sendFile } from '../download.ts';
import { body } from '../input.ts';
import { appendixPaper } from '../paper.ts';

const says = (summary: string) => describeRoute({ tags: ['Số liệu'], summary });

/** Frozen reports ("chốt số liệu"). */
export const snapshotRoutes = new Hono<Env>()
  .get('/snapshots', says('Các bản chốt số liệu'), async (c) =>
    c.json({ items: await listSnapshots(c.get('desk')) }),
  )
  .post('/snapshots', says('Chốt số liệu'), body(newSnapshot), async (c) =>
    c.json({ snapshot: await freeze(c.get('desk'), c.req.valid('json')) }, 201),
  )
  .get('/snapshots/:id', says('Một bản chốt với số liệu'), async (c) => {
    const { snapshot, table } = await readSnapshot(c.get('desk'), c.req.param('id'));
    return c.json({ snapshot, table });
  })
  .get('/snapshots/:id/differences', says('Khác gì nếu tính hôm nay, vì sao'), async (c) =>
    c.json(await differences(c.get('desk'), c.req.param('id'))),
  )
  .get('/snapshots/:id/paper/:ending', says('Bản chốt trên giấy: xlsx, docx hoặc csv'), async (c) => {
    const ending = c.req.param('ending') as keyof typeof fileTypes;
    if (!(ending in fileTypes)) throw new Refusal('not_found', 'Chọn xlsx, docx hoặc csv.');
    const { snapshot, table } = await readSnapshot(c.get('desk'), c.req.param('id'));
    const frozen = { ...table, snapshot: snapshot.id };
    const paper = await appendixPaper(c, ending, frozen, { trend: [], snapshot });
    return sendFile(c, paper.bytes, paper);
  });
