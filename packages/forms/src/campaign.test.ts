import type { CampaignLine } from '@tddh/domain/campaign';
import { expect, test } from 'vitest';
import { readCampaignSheet, writeCampaign } from './campaign.ts';
import { writeSheet } from './sheet.ts';
import { faultsOf } from './testing.ts';

const head = { name: 'Đợt 1', goalOn: '2023-12-31', today: '2023-11-30' };
const line: CampaignLine = {
  ...{
    id: 'asg_1',
    stamp: 'reported.1.1.0.0.0.0',
    documentNumber: '=1+1',
    content: '@SUM(A1)',
    agency: 'Sở Nội vụ',
  },
  ...{ department: 'Phòng Tổng hợp', dueOn: '2023-11-15', state: 'Chờ xác nhận' },
  report: { on: '2023-11-20', result: '=cmd|calc', documentNumber: '12/BC' },
};

test('the sheet that goes out is valid, holds no formula, and comes back row by row', async () => {
  const bytes = await writeCampaign(head, [line, { ...line, id: 'asg_2', dueOn: null }]);
  expect(await faultsOf(bytes, 'xlsx')).toEqual([]);
  expect(await readCampaignSheet(bytes)).toMatchObject([
    { row: 4, id: 'asg_1', stamp: line.stamp, outcome: '', reason: '' },
    { row: 5, id: 'asg_2', stamp: line.stamp },
  ]);
});

test('columns may be moved, empty rows are passed over, and a missing column is named', async () => {
  const titles = ['Kết quả đề xuất', 'Mã nhiệm vụ', 'Dấu đối chiếu', 'Lý do hoặc nội dung kết quả'];
  const more = ['Số văn bản đến', 'Ngày văn bản đến', 'Ngày tính báo cáo', 'Hạn báo cáo lại'];
  const sheet = (columns: string[]) =>
    writeSheet([
      {
        name: 'x',
        columns: columns.map((title) => ({ title })),
        rows: [['Xác nhận', 'asg_1', 's', '=A1'], [], ['', 'asg_2', 's', null, null, { day: '2023-11-20' }]],
      },
    ]);
  expect(await readCampaignSheet(await sheet([...titles, ...more]))).toMatchObject([
    { row: 2, id: 'asg_1', outcome: 'Xác nhận', reason: '=A1' },
    { row: 4, id: 'asg_2', outcome: '', documentDate: '2023-11-20' },
  ]);
  await expect(readCampaignSheet(await sheet(titles))).rejects.toMatchObject({
    code: 'bad_file',
    message: 'Tệp thiếu cột “Số văn bản đến”. Hãy dùng tệp đã tải về từ đợt này.',
  });
  await expect(readCampaignSheet(await sheet(['a']))).rejects.toMatchObject({ code: 'bad_file' });
  await expect(readCampaignSheet(new TextEncoder().encode('<html>'))).rejects.toMatchObject({
    code: 'bad_file',
  });
});
