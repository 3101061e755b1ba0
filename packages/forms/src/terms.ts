import { type Day, showDay } from '@tddh/domain/day';
import type { Appendix, Setting } from './appendix.ts';
import type { Terms } from './behind.ts';

/** A day as official papers write it: 15/4/2023, 05/4/2023, 03/02/2024. */
export function officialDay(day: Day): string {
  const month = Number(day.slice(5, 7));
  return `${day.slice(8)}/${month < 3 ? day.slice(5, 7) : month}/${day.slice(0, 4)}`;
}

/** The line that names period, basis, scope, clock, units and as-of day. */
export function termsLine(of: Terms): string {
  return [
    `Kỳ số liệu: từ ngày ${showDay(of.from)} đến ngày ${showDay(of.to)}`,
    of.basis === 'assigned' ? 'tính theo ngày giao' : 'tính theo ngày ban hành',
    of.scope === 'new' ? 'nhiệm vụ mới trong kỳ' : 'cả nhiệm vụ kỳ trước chuyển sang',
    of.clock === 'report' ? 'tính hạn đến ngày báo cáo' : 'tính hạn đến ngày xác nhận',
    of.units === 'now' ? 'đơn vị cũ gộp vào đơn vị kế thừa' : 'đơn vị tại thời điểm',
    `số liệu đến hết ngày ${showDay(of.asOf)}`,
  ].join('; ');
}

/** The title lines of the official form. */
export function titleLines(of: Appendix, { office, snapshot }: Setting): string[] {
  const [year, month] = of.asOf.split('-');
  return [
    'PHỤ LỤC',
    'Tình hình cập nhật, xử lý nhiệm vụ được giao của các cơ quan chuyên môn thuộc UBND tỉnh, UBND cấp dưới, trích xuất từ phần mềm Theo dõi điều hành',
    `Từ ngày ${officialDay(of.from)} đến ngày ${officialDay(of.to)}`,
    `(Kèm theo Công văn số            /VPUBND ngày         /${Number(month)}/${year} của ${office})`,
    ...(snapshot ? [`Số liệu đã chốt: ${snapshot.name}`] : []),
  ];
}

/** What the sentences beside a table tell. */
export type Besides = Omit<Appendix, 'office' | 'total' | keyof Terms> & Pick<Terms, 'scope'>;

/** "In which: reported, the Office has not confirmed", per unit. */
export function awaitingLine(of: Besides): string {
  const waiting = of.rows.filter((row) => row.awaiting > 0);
  const list = waiting.map((row) => `${row.unit.name}: ${row.awaiting}`).join('; ');
  const total = `Trong đó đã báo cáo, chờ Văn phòng xác nhận: ${of.awaiting}`;
  return waiting.length > 0 ? `${total} (${list}).` : `${total}.`;
}

/** What stands beside the appendix, in sentences: each percentage of the national style by its name. */
export function besideLines(
  of: Besides,
  decimal: Setting['decimal'],
  snapshot?: Setting['snapshot'],
): string[] {
  const say = (n: number) => number(n, decimal);
  return [
    awaitingLine(of),
    [
      `Kèm theo: đã gia hạn ${of.extended}`,
      `đang tạm dừng ${of.paused}`,
      `báo cáo ghi lùi ngày ${of.backdated}`,
      `Văn phòng nhập sau hạn ${of.lateEntry}`,
      `vai trò phối hợp ${of.support}`,
      ...(of.scope === 'carried' ? [`kỳ trước chuyển sang ${of.carried}`] : []),
    ]
      .join('; ')
      .concat('.'),
    `Quá hạn chưa hoàn thành: 1 - 7 ngày ${of.late7}; 8 - 30 ngày ${of.late30}; trên 30 ngày ${of.lateMore}.`,
    `Theo cách tính của Văn phòng Chính phủ: tỷ lệ hoàn thành (13)/((13)+(11)) = ${say(of.national.done)}%; tỷ lệ hoàn thành đúng hạn (14)/((13)+(11)) = ${say(of.national.onTime)}%.`,
    ...(snapshot ? [`Mã kiểm tra (SHA-256): ${snapshot.checksum}`] : []),
  ];
}

/** A number as a paper writes it. */
export function number(n: number, decimal: 'point' | 'comma'): string {
  return decimal === 'comma' ? String(n).replace('.', ',') : String(n);
}
