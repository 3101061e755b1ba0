import { type Campaign, newCampaign } from '@tddh/domain/campaign';
import { sheetRow } from '@tddh/domain/proposal';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Env } from '../context.ts';
import { fileTypes, sendFile } from '../download.ts';
import { body } from '../input.ts';
import { once, orTwin } from '../once.ts';

// Seldom used: loaded by the first who asks.
const campaigns = () => import('@tddh/core/campaigns');
const sheets = () => import('@tddh/core/campaignlines');
const batches = () => import('@tddh/core/campaignbatch');
const says = (summary: string) => describeRoute({ tags: ['Đợt xử lý tồn đọng'], summary });
/** A workbook in base64: 1.4 MB at most, since a body holds 2 MB. */
const upload = v.strictObject({
  file: v.pipe(v.string('Cần tệp Excel.'), v.base64('Tệp gửi lên bị hỏng. Hãy chọn lại tệp.')),
});
const batch = v.strictObject({
  rows: v.pipe(
    v.array(sheetRow, 'Cần danh sách dòng.'),
    v.minLength(1, 'Chưa có dòng nào.'),
    v.maxLength(100, 'Mỗi lần tối đa 100 dòng.'),
  ),
});

/** Campaigns against a backlog: begun, followed, sent out as a sheet, and applied as one that came back. */
export const campaignRoutes = new Hono<Env>()
  .get('/campaigns', says('Các đợt xử lý'), async (c) =>
    c.json({ items: await (await campaigns()).listCampaigns(c.get('desk')) }),
  )
  .post('/campaigns', says('Mở một đợt từ danh sách đã lọc'), body(newCampaign), async (c) => {
    const { keep, before } = await once<Campaign>(c);
    const { beginCampaign } = await campaigns();
    const write = () => beginCampaign(c.get('desk'), c.req.valid('json'), keep);
    return c.json({ campaign: before ?? (await orTwin(c, keep, write)) }, 201);
  })
  .get('/campaigns/:id', says('Một đợt: tiến độ và nhiệm vụ'), async (c) =>
    c.json(await (await campaigns()).readCampaign(c.get('desk'), c.req.param('id'))),
  )
  .get('/campaigns/:id/sheet.xlsx', says('Tệp Excel của đợt, có cột để ghi kết quả'), async (c) => {
    const { campaign, lines } = await (await sheets()).campaignSheet(c.get('desk'), c.req.param('id'));
    const { writeCampaign } = await import('@tddh/forms/campaign');
    const bytes = await writeCampaign({ ...campaign, today: c.get('desk').today }, lines);
    return sendFile(c, bytes, { name: `${campaign.name}.xlsx`, type: fileTypes.xlsx });
  })
  .post('/campaigns/:id/preview', says('Đọc tệp đã ghi, chưa thay đổi gì'), body(upload), async (c) => {
    const { readCampaignSheet } = await import('@tddh/forms/campaign');
    const rows = () => readCampaignSheet(Buffer.from(c.req.valid('json').file, 'base64'));
    return c.json({ rows: await (await batches()).previewRows(c.get('desk'), c.req.param('id'), rows) });
  })
  .post(
    '/campaigns/:id/apply',
    says('Áp dụng các dòng đã xem, kết quả từng dòng'),
    body(batch),
    async (c) => {
      const results = await (await batches()).applyRows(
        c.get('desk'),
        c.req.param('id'),
        c.req.valid('json').rows,
      );
      c.get('ground').ring();
      return c.json({ results });
    },
  );
