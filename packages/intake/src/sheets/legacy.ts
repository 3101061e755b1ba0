import type { Day } from '@tddh/domain/day';
import { readInput } from '@tddh/domain/input';
import { type LegacyRow, legacyDayFaults, legacyRow } from '@tddh/domain/legacy';
import { Refusal } from '@tddh/domain/refusal';
import { fold } from '@tddh/domain/text';
import { unitFinder } from '@tddh/domain/unitname';
import type { Surroundings } from '../surroundings.ts';
import { type Column, dayIn, type RowFault, recordsOf, type SheetRow } from './grid.ts';

export type LegacyKey = Exclude<keyof LegacyRow, 'departmentId' | 'agencyId'> | 'department' | 'agency';

/** Columns of what the old software exports. */
export const legacyColumns: readonly Column<LegacyKey>[] = [
  { key: 'number', title: 'Số, ký hiệu', also: /^so (?:va )?ky hieu|^so van ban$/, needed: true },
  { key: 'issuedOn', title: 'Ngày văn bản', also: /^ngay (?:ban hanh|ky|vb)/, needed: true },
  { key: 'issuer', title: 'Cơ quan ban hành', also: /^(?:co quan|noi) ban hanh/, needed: true },
  { key: 'type', title: 'Loại văn bản', also: /^loai/ },
  { key: 'subject', title: 'Trích yếu', also: /^trich yeu/, needed: true },
  { key: 'department', title: 'Phòng theo dõi', also: /^phong|theo doi$/, needed: true },
  { key: 'content', title: 'Nội dung nhiệm vụ', also: /^(?:noi dung|nhiem vu)/, needed: true },
  { key: 'agency', title: 'Đơn vị chủ trì', also: /chu tri|^don vi (?:thuc hien|xu ly)/, needed: true },
  { key: 'assignedOn', title: 'Ngày giao', also: /^ngay giao/, needed: true },
  { key: 'dueOn', title: 'Hạn', also: /^(?:han|thoi han|ngay het han)/, needed: true },
  { key: 'reportedOn', title: 'Ngày báo cáo', also: /^ngay bao cao/, needed: true },
  { key: 'reference', title: 'Số báo cáo', also: /^so (?:van ban )?bao cao|^so hieu bao cao/ },
  { key: 'confirmedOn', title: 'Ngày xác nhận', also: /^ngay (?:xac nhan|hoan thanh)/, needed: true },
];

/** Rows of the old software, each with what is wrong with it. An empty due day means "không hạn". */
export function readLegacy(
  rows: readonly string[][],
  around: Surroundings,
  today: Day,
): { rows: SheetRow<LegacyKey, LegacyRow>[]; missing: string[] } {
  const { records, missing } = recordsOf(rows, legacyColumns);
  const agency = unitFinder(
    around.units.filter(({ kind }) => kind !== 'leadership'),
    around.province,
  );
  const department = unitFinder(
    around.units.filter(({ kind }) => kind === 'department'),
    around.province,
  );
  return {
    missing,
    rows: records.map(({ at, cells }) => {
      const faults: RowFault<LegacyKey>[] = [];
      const say = (key: LegacyKey, message: string) => faults.push({ key, message });
      const dayOf = (key: 'issuedOn' | 'assignedOn' | 'dueOn' | 'reportedOn' | 'confirmedOn') => {
        const cell = cells[key];
        if (!cell || (key === 'dueOn' && /^(?:khong|-)/.test(fold(cell)))) return undefined;
        const on = dayIn(cell, today);
        if (!on) say(key, 'Ngày chưa đúng, ghi như 30/11/2023.');
        return on;
      };
      const days = {
        issuedOn: dayOf('issuedOn'),
        assignedOn: dayOf('assignedOn'),
        reportedOn: dayOf('reportedOn'),
        confirmedOn: dayOf('confirmedOn'),
      };
      const dueOn = dayOf('dueOn') ?? null;
      const lead = agency(cells.agency ?? '');
      if (!lead) say('agency', `Không có đơn vị “${cells.agency ?? ''}” trong danh mục.`);
      const inner = department(cells.department ?? '');
      if (!inner) say('department', `Không có phòng “${cells.department ?? ''}” trong danh mục.`);
      for (const key of ['issuedOn', 'assignedOn'] as const)
        if (!cells[key]) say(key, 'Ngày này đang trống.');
      const { number = '', issuer = '', subject = '', content = '', reference, type = 'Công văn' } = cells;
      const read = readInput(legacyRow, {
        ...{
          number,
          issuer,
          subject,
          content,
          type,
          dueOn,
          agencyId: lead?.id ?? 'x',
          departmentId: inner?.id ?? 'x',
        },
        ...{ ...days, issuedOn: days.issuedOn ?? today, assignedOn: days.assignedOn ?? today },
        ...(reference ? { reference } : {}),
      });
      if (read instanceof Refusal)
        for (const fault of read.faults)
          if (!faults.some(({ key }) => key === fault.path)) say(fault.path as LegacyKey, fault.message);
      if (!(read instanceof Refusal) && faults.length === 0)
        for (const { field, message } of legacyDayFaults(read, today)) say(field as LegacyKey, message);
      return {
        at,
        cells,
        faults,
        ...(faults.length === 0 && !(read instanceof Refusal) ? { value: read } : {}),
      };
    }),
  };
}
