import * as v from 'valibot';
import type { Day } from './day.ts';
import { day } from './dayrule.ts';
import { id, text } from './text.ts';

/**
 * A unit: an agency that carries out assignments (sở, ban, ngành, UBND huyện), a department of the Office
 * (phòng), or the leadership (of the committee or of the Office), to which leaders belong.
 */
export interface Unit {
  id: string;
  name: string;
  /** A short name for narrow places. */
  short: string;
  kind: 'agency' | 'department' | 'leadership';
  /** Place in the official list; rows of the appendix stand in this order. */
  ordinal: number;
  /** True for the Office itself as a unit that carries out assignments (row 4 of the appendix). */
  isOffice: boolean;
  /** The agency code of QĐ 20/2020/QĐ-TTg, dot-separated groups, at most 35 characters. */
  code?: string;
  /** The first and the last day on which it may be given work; without bound where absent. */
  validFrom?: Day;
  validTo?: Day;
  /** Names that it bore before, oldest first, each up to and with the day `until`. */
  formerNames?: readonly FormerName[];
  /** Grows by one with every change; none before the first. */
  revision?: number;
}

/** A name that a unit bore up to and with a day. */
export interface FormerName {
  name: string;
  short: string;
  until: Day;
}

/** True where the unit may be given work on this day. */
export function isValidOn(unit: Pick<Unit, 'validFrom' | 'validTo'>, on: Day): boolean {
  return (unit.validFrom ?? '') <= on && on <= (unit.validTo ?? '9999-12-31');
}

/** The name, long and short, that a unit bore on a day. */
export function nameOn(
  unit: Pick<Unit, 'name' | 'short' | 'formerNames'>,
  on: Day,
): { name: string; short: string } {
  return unit.formerNames?.find(({ until }) => on <= until) ?? unit;
}

/** A field (lĩnh vực) belongs to one department. */
export interface FieldOfWork {
  id: string;
  name: string;
  departmentId: string;
  revision?: number;
}

/** A type of document (Nghị định 30/2020/NĐ-CP, Phụ lục III); editable data. */
export interface DocumentType {
  id: string;
  name: string;
  abbreviation: string;
}

/** What an administrator sends to add a unit. */
export const newUnit = v.strictObject({
  name: text('Tên đơn vị', 200),
  short: v.optional(text('Tên ngắn', 60)),
  kind: v.picklist(
    ['agency', 'department', 'leadership'],
    'Loại đơn vị là agency, department hoặc leadership.',
  ),
  ordinal: v.optional(v.pipe(v.number('Thứ tự là một số.'), v.integer(), v.minValue(1), v.maxValue(9999))),
  isOffice: v.optional(v.boolean()),
});

const code = v.pipe(
  v.string('Mã định danh phải là chữ.'),
  v.trim(),
  v.maxLength(35, 'Mã định danh dài tối đa 35 ký tự.'),
  v.regex(
    /^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/,
    'Mã định danh gồm các nhóm chữ, số cách nhau bằng dấu chấm, ví dụ H15.03.',
  ),
);

/**
 * What an administrator sends to change a unit: what is given replaces what was, `null` removes it. A new official
 * name is a succession (rename); here it only mends how the present one is written.
 */
export const unitChange = v.pipe(
  v.strictObject({
    name: v.optional(text('Tên đơn vị', 200)),
    short: v.optional(text('Tên ngắn', 60)),
    ordinal: v.optional(
      v.pipe(
        v.number('Thứ tự là một số.'),
        v.integer('Thứ tự là một số nguyên.'),
        v.minValue(1),
        v.maxValue(9999),
      ),
    ),
    code: v.optional(v.nullable(code)),
    validFrom: v.optional(v.nullable(day)),
    validTo: v.optional(v.nullable(day)),
  }),
  v.check((change) => Object.values(change).some((one) => one !== undefined), 'Chưa có gì để sửa.'),
);
export type UnitChange = v.InferOutput<typeof unitChange>;

/** What an administrator sends to change the name of a field. */
export const fieldChange = v.strictObject({ name: text('Tên lĩnh vực', 200) });

/** What an administrator sends to add a field. */
export const newField = v.strictObject({ name: text('Tên lĩnh vực', 200), departmentId: id });

/** The types of Nghị định 30/2020/NĐ-CP, Phụ lục III, with which a new table starts. */
export const standardTypes: readonly DocumentType[] = (
  [
    ['nq', 'Nghị quyết', 'NQ'],
    ['qd', 'Quyết định', 'QĐ'],
    ['ct', 'Chỉ thị', 'CT'],
    ['qc', 'Quy chế', 'QC'],
    ['qyd', 'Quy định', 'QyĐ'],
    ['tc', 'Thông cáo', 'TC'],
    ['tb', 'Thông báo', 'TB'],
    ['hd', 'Hướng dẫn', 'HD'],
    ['ctr', 'Chương trình', 'CTr'],
    ['kh', 'Kế hoạch', 'KH'],
    ['pa', 'Phương án', 'PA'],
    ['da', 'Đề án', 'ĐA'],
    ['duan', 'Dự án', 'DA'],
    ['bc', 'Báo cáo', 'BC'],
    ['bb', 'Biên bản', 'BB'],
    ['ttr', 'Tờ trình', 'TTr'],
    ['hdong', 'Hợp đồng', 'HĐ'],
    ['cv', 'Công văn', ''],
    ['cd', 'Công điện', 'CĐ'],
    ['kl', 'Kết luận', 'KL'],
    ['gm', 'Giấy mời', 'GM'],
    ['pc', 'Phiếu chuyển', 'PC'],
  ] as const
).map(([id, name, abbreviation]) => ({ id, name, abbreviation }));
