import * as v from 'valibot';
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
}

/** A field (lĩnh vực) belongs to one department. */
export interface FieldOfWork {
  id: string;
  name: string;
  departmentId: string;
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
