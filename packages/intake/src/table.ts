import type { Day } from '@tddh/domain/day';
import { coordinatesOf, isNamed, leadsOf } from './clause.ts';
import { deadlineOfCell } from './deadline.ts';
import type { Item } from './outline.ts';
import type { Task } from './task.ts';
import { type Passage, spanOf } from './text.ts';
import { readUnits } from './units.ts';

/** The columns of a table of tasks, as indexes of its cells. */
export interface Columns {
  count: number;
  content: number;
  lead: number;
  support?: number;
  due?: number;
  product?: number;
}

/** Reads a row of headings: undefined where it is none of a table of tasks. */
export function columnsOf({ cells }: Item): Columns | undefined {
  if (cells.length < 3 || cells.some(({ text }) => text.length > 120)) return undefined;
  const find = (pattern: RegExp) => cells.findIndex(({ text }) => pattern.test(text));
  const lead = find(
    /chủ trì|(?:cơ quan|đơn vị|bộ phận) (?:thực hiện|tham mưu|chủ trì|đầu mối)|phân công|người thực hiện/iu,
  );
  const content = find(/nội dung|nhiệm vụ|công việc|hoạt động|tên (?:nhiệm vụ|đề án|văn bản)|danh mục/iu);
  if (lead < 0 || content < 0 || lead === content) return undefined;
  const optional = (at: number) => (at >= 0 && at !== lead && at !== content ? at : undefined);
  return {
    count: cells.length,
    content,
    lead,
    support: optional(find(/phối hợp/iu)),
    due: optional(find(/thời gian|thời hạn|tiến độ|hoàn thành|thời điểm|hạn/iu)),
    product: optional(find(/sản phẩm|kết quả/iu)),
  };
}

/** Reads a row of a table of tasks. */
export function rowTask(
  { cells }: Item,
  columns: Columns,
  above: Task | undefined,
  issued?: Day,
): Task | undefined {
  if (cells.length < columns.count - 1 || cells.length > columns.count + 1) return undefined;
  const cell = (at: number | undefined): Passage | undefined => (at === undefined ? undefined : cells[at]);
  const content = cell(columns.content);
  if (!content || content.text.length < 8 || columnsOf({ cells } as Item)) return undefined;
  const others = cells.filter((_, at) => at > columns.content);
  if (/^(?:[IVX]{1,5}|[A-Z])[.)]?$/u.test(cells[0]?.text ?? '') && others.every(({ text }) => !text))
    return undefined;
  const leads = unitsIn(cell(columns.lead)?.text ?? '');
  const lead = leads.length ? leads : (above?.lead ?? []);
  if (!lead.length) return undefined;
  const supports = unitsIn(cell(columns.support)?.text ?? '').filter(isNamed);
  const last = [columns.due, columns.product, columns.lead]
    .map(cell)
    .filter((one) => one?.text)
    .reduce((a, b) => (a && b && spanOf(a)[1] > spanOf(b)[1] ? a : b), content)!;
  const bounds: [number, number] = [spanOf(content)[0], Math.max(spanOf(content)[1], spanOf(last)[1])];
  return {
    text: content.text,
    lead,
    coordinate: supports.length ? supports : coordinatesOf(content.text, lead),
    deadline: deadlineOfCell(cell(columns.due)?.text ?? '', issued),
    span: bounds,
    lead_from: 'inline',
  };
}

/** Units of a cell, one a line or parted by semicolons; unknown words are kept as a name. */
export function unitsIn(text: string): string[] {
  const out: string[] = [];
  for (const piece of text.split(/\s*[;\n]\s*|\s+[-+]\s+(?=\p{Lu})/u)) {
    const bare = piece.replace(/^[-+•\s]+/, '').replace(/[.,;\s]+$/, '');
    if (!bare) continue;
    const { units } = readUnits(bare, 0, false);
    for (const unit of units.length ? units : bare.length < 60 ? [bare] : [])
      if (!out.includes(unit)) out.push(unit);
  }
  return leadsOf(out);
}
