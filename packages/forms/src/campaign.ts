import type { CampaignLine } from '@tddh/domain/campaign';
import { type Day, showDay } from '@tddh/domain/day';
import { outcomeWords, type SheetRow } from '@tddh/domain/proposal';
import { Refusal } from '@tddh/domain/refusal';
import { fold } from '@tddh/domain/text';
import { type Cell, readSheet, writeSheet } from './sheet.ts';

type Column = Exclude<keyof SheetRow, 'row'>;

/** Columns that come back, by their titles; the first two must stay as they are. */
export const campaignColumns: Readonly<Record<Column, string>> = {
  id: 'Mã nhiệm vụ',
  stamp: 'Dấu đối chiếu',
  outcome: 'Kết quả đề xuất',
  reason: 'Lý do hoặc nội dung kết quả',
  documentNumber: 'Số văn bản đến',
  documentDate: 'Ngày văn bản đến',
  reportedOn: 'Ngày tính báo cáo',
  cureOn: 'Hạn báo cáo lại',
};
/** Rows that are read of one sheet at most. */
const mostRows = 5000;

/** The sheet of a campaign: what is known of each assignment, and columns to fill in. */
export function writeCampaign(
  campaign: { name: string; goalOn: Day; today: Day },
  lines: readonly CampaignLine[],
): Promise<Uint8Array> {
  const c = campaignColumns;
  const known = ['STT', c.id, c.stamp, 'Văn bản', 'Nội dung nhiệm vụ', 'Đơn vị', 'Phòng theo dõi'];
  const now = ['Hạn', 'Trạng thái', 'Ngày báo cáo', 'Báo cáo của đơn vị'];
  const asked = [c.outcome, c.reason, c.documentNumber, c.documentDate, c.reportedOn, c.cureOn];
  const widths = [6, 20, 14, 18, 48, 24, 22, 12, 16, 12, 40, 18, 36, 18, 16, 16, 16];
  return writeSheet([
    {
      name: 'Nhiệm vụ',
      notes: [
        `${campaign.name} · mục tiêu ${showDay(campaign.goalOn)} · xuất ngày ${showDay(campaign.today)}`,
        `Ghi cột “${c.outcome}”: ${Object.values(outcomeWords).join(', ')}. Để trống là giữ nguyên. Không sửa cột mã và dấu đối chiếu.`,
      ],
      columns: [...known, ...now, ...asked].map((title, i) => ({ title, width: widths[i] ?? 14 })),
      rows: lines.map((line, i): Cell[] => [
        ...[i + 1, line.id, line.stamp, line.documentNumber, line.content, line.agency, line.department],
        ...[line.dueOn ? { day: line.dueOn } : 'Không hạn', line.state],
        ...[line.report ? { day: line.report.on } : null, line.report ? said(line.report) : null],
      ]),
    },
    {
      name: 'Hướng dẫn',
      columns: [
        { title: c.outcome, width: 20 },
        { title: 'Ý nghĩa', width: 60 },
        { title: 'Cần ghi thêm', width: 60 },
      ],
      rows: [
        [outcomeWords.confirm, 'Xác nhận báo cáo đang chờ: nhiệm vụ hoàn thành.', 'Không cần.'],
        [outcomeWords.return, 'Trả lại báo cáo đang chờ.', `${c.reason} (bắt buộc); ${c.cureOn} (nên có).`],
        [
          ...[outcomeWords.report, 'Đơn vị đã báo cáo bằng văn bản giấy: ghi nhận và xác nhận cùng lúc.'],
          `${c.documentNumber}, ${c.documentDate} (bắt buộc); ${c.reportedOn}, nội dung kết quả (nếu có).`,
        ],
        [outcomeWords.cancel, 'Nhiệm vụ nhập nhầm, hủy.', `${c.reason} (bắt buộc).`],
        [outcomeWords.leave, 'Chưa xử lý dòng này.', 'Không cần.'],
      ],
    },
  ]);
}

function said(report: NonNullable<CampaignLine['report']>): string {
  return report.documentNumber ? `${report.result} (${report.documentNumber})` : report.result;
}

/**
 * The rows of a sheet that came back: every row under its titles that holds something in a column asked for.
 * Columns may stand in any order.
 * @throws Refusal `bad_file` where it is no workbook, or lacks a column, or holds too many rows
 */
export async function readCampaignSheet(bytes: Uint8Array): Promise<SheetRow[]> {
  const names = Object.entries(campaignColumns) as [Column, string][];
  for (const { rows } of await readSheet(bytes)) {
    const head = rows.findIndex((row) => row.some((cell) => fold(cell) === fold(campaignColumns.id)));
    if (head < 0) continue;
    const places = new Map<Column, number>();
    for (const [column, title] of names) {
      const at = rows[head]!.findIndex((cell) => fold(cell) === fold(title));
      if (at < 0)
        throw new Refusal('bad_file', `Tệp thiếu cột “${title}”. Hãy dùng tệp đã tải về từ đợt này.`);
      places.set(column, at);
    }
    const read = rows.slice(head + 1).map((cells, i) => {
      const texts = names.map(([column]) => [column, cells[places.get(column)!] ?? '']);
      return { row: head + 2 + i, ...Object.fromEntries(texts) } as SheetRow;
    });
    const filled = read.filter(({ row: _, ...texts }) =>
      Object.values(texts).some((text) => text.trim() !== ''),
    );
    if (filled.length > mostRows) {
      throw new Refusal('bad_file', `Tệp có quá ${mostRows} dòng. Hãy chia thành nhiều tệp.`);
    }
    return filled;
  }
  throw new Refusal(
    'bad_file',
    `Không thấy cột “${campaignColumns.id}” trong tệp. Hãy dùng tệp đã tải về từ đợt này.`,
  );
}
