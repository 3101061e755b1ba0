import type { Day } from '@tddh/domain/day';
import { parseNumber } from '@tddh/domain/number';
import { type RegisterRow, secrecies } from '@tddh/domain/register';
import { fold } from '@tddh/domain/text';
import { unitFinder } from '@tddh/domain/unitname';
import type { Surroundings } from '../surroundings.ts';
import { type Column, dayIn, type RowFault, recordsOf, type SheetRow } from './grid.ts';

export type RegisterKey = 'number' | 'issuedOn' | 'subject' | 'department' | 'secrecy';

/** Columns of the outgoing register, as document systems export it. */
export const registerColumns: readonly Column<RegisterKey>[] = [
  {
    key: 'number',
    title: 'Số, ký hiệu',
    also: /^so (?:va )?ky hieu|^so ky hieu|^so van ban|^so hieu|^ky hieu$/,
    needed: true,
  },
  { key: 'issuedOn', title: 'Ngày ban hành', also: /^ngay (?:van ban|ky|phat hanh|vb|thang)/, needed: true },
  { key: 'subject', title: 'Trích yếu', also: /^trich yeu|^noi dung|^ten loai va trich yeu/, needed: true },
  { key: 'department', title: 'Đơn vị soạn thảo', also: /soan thao|^phong|^don vi|^noi soan/, needed: true },
  { key: 'secrecy', title: 'Độ mật', also: /^do mat|^muc do mat/ },
];

/** Rows of the register, each with what is wrong with it. The subject of a secret one is left out here already. */
export function readRegister(
  rows: readonly string[][],
  around: Surroundings,
  today: Day,
): { rows: SheetRow<RegisterKey, RegisterRow>[]; missing: string[] } {
  const { records, missing } = recordsOf(rows, registerColumns);
  const find = unitFinder(
    around.units.filter(({ kind }) => kind === 'department'),
    around.province,
  );
  return {
    missing,
    rows: records.map(({ at, cells }) => {
      const faults: RowFault<RegisterKey>[] = [];
      const say = (key: RegisterKey, message: string) => faults.push({ key, message });
      const number = parseNumber(cells.number ?? '');
      if (!number?.number) say('number', 'Số, ký hiệu chưa đúng dạng, ví dụ 645/VPUBND-HCQT.');
      const issuedOn = dayIn(cells.issuedOn ?? '', today);
      if (!issuedOn) say('issuedOn', 'Ngày ban hành chưa đúng, ghi như 30/11/2023.');
      else if (issuedOn > today) say('issuedOn', 'Ngày ban hành sau hôm nay.');
      const department = find(cells.department ?? '');
      if (!department) say('department', `Không có phòng “${cells.department ?? ''}” trong danh mục.`);
      const secrecy = secrecyOf(cells.secrecy ?? '');
      if (!secrecy) say('secrecy', 'Độ mật là Thường, Mật, Tối mật hoặc Tuyệt mật.');
      if (secrecy !== 'Thường') delete cells.subject;
      else if (!cells.subject) say('subject', 'Trích yếu đang trống.');
      const value =
        faults.length === 0 && number && issuedOn && department && secrecy
          ? {
              number: number.written,
              issuedOn,
              departmentId: department.id,
              secrecy,
              subject: cells.subject ?? '',
            }
          : undefined;
      return { at, cells, faults, ...(value ? { value } : {}) };
    }),
  };
}

function secrecyOf(cell: string): RegisterRow['secrecy'] | undefined {
  const words = fold(cell);
  if (!words || /^(?:thuong|khong|binh thuong|0|-)$/.test(words)) return 'Thường';
  if (/^(?:a|tuyet mat)$/.test(words)) return 'Tuyệt mật';
  if (/^(?:b|toi mat)$/.test(words)) return 'Tối mật';
  if (/^(?:c|mat)$/.test(words)) return 'Mật';
  return secrecies.find((one) => fold(one) === words);
}
