import { writeSheet } from './sheet.ts';

/** One entry of the audit log, as it goes out. */
interface Line {
  at: string;
  act: string;
  actor: { id: string; name: string };
  subject?: string;
  detail?: string;
}

/** The audit log as a workbook; instants in local time. */
export function auditSheet(lines: readonly Line[]): Promise<Uint8Array> {
  return writeSheet([
    {
      name: 'Nhật ký',
      columns: [
        { title: 'Thời điểm', width: 20 },
        { title: 'Việc', width: 22 },
        { title: 'Người thực hiện', width: 28 },
        { title: 'Đối tượng', width: 28 },
        { title: 'Chi tiết', width: 60 },
      ],
      rows: lines.map(({ at, act, actor, subject, detail }) => [
        ...[localTime(at), act, actor.name, subject ?? '', detail ?? ''],
      ]),
    },
  ]);
}

function localTime(at: string): string {
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
