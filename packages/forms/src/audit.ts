import { actWords } from '@tddh/domain/actwords';
import type { Act } from '@tddh/domain/audit';
import { csvOf } from './csv.ts';
import { writeSheet } from './sheet.ts';

/** One entry of the audit log, as it goes out. */
export interface AuditLine {
  at: string;
  act: Act;
  actor: { id: string; name: string };
  /** Whom or what it concerns: a name where there is one, else the id. */
  subject: string;
  detail?: string;
}

const columns = [
  { title: 'Thời điểm', width: 20 },
  { title: 'Việc', width: 28 },
  { title: 'Người thực hiện', width: 28 },
  { title: 'Đối tượng', width: 28 },
  { title: 'Chi tiết', width: 60 },
];

/** The audit log as a workbook; instants in local time. @param notes what the file holds, above the rows */
export function auditSheet(lines: readonly AuditLine[], notes: readonly string[]): Promise<Uint8Array> {
  return writeSheet([{ name: 'Nhật ký', notes, columns, rows: lines.map(cells) }]);
}

/** The audit log as CSV. */
export function auditCsv(lines: readonly AuditLine[]): Uint8Array {
  return csvOf([columns.map(({ title }) => title), ...lines.map(cells)]);
}

function cells({ at, act, actor, subject, detail }: AuditLine): string[] {
  const who = actor.id === '-' ? 'Chưa đăng nhập' : actor.name;
  return [localTime(at), actWords[act], who, subject, detail ?? ''];
}

function localTime(at: string): string {
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
