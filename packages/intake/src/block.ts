import type { Day } from '@tddh/domain/day';
import { coordinatesOf, isNamed, leadsOf } from './clause.ts';
import { deadlineOf, deadlineOfCell } from './deadline.ts';
import { type Item, unmarked } from './outline.ts';
import type { Task } from './task.ts';
import { type Passage, part, spanOf } from './text.ts';
import { readUnits } from './units.ts';

type Label = 'content' | 'agency' | 'lead' | 'support' | 'due' | 'product';

const labels: readonly [Label, RegExp][] = [
  [
    'lead',
    /^(?:(?:Cơ quan|Đơn vị|Bộ phận)\s+(?:được giao\s+)?(?:chủ trì|đầu mối)(?:\s+(?:thực hiện|tham mưu))?|Chủ trì(?: thực hiện)?)\s*:\s*/iu,
  ],
  [
    'support',
    /^(?:(?:Các\s+)?(?:[Cc]ơ quan|[Đđ]ơn vị)(?:, đơn vị)?\s+phối hợp(?:\s+thực hiện)?|Phối hợp(?: thực hiện)?)\s*:\s*/iu,
  ],
  [
    'agency',
    /^(?:(?:Cơ quan|Đơn vị|Phân công|Trách nhiệm|Tổ chức)(?:, đơn vị)?\s*(?:thực hiện)|Phân công(?: nhiệm vụ)?|Trách nhiệm)\s*:\s*/iu,
  ],
  [
    'due',
    /^(?:Thời (?:gian|hạn|điểm)(?:\s+(?:thực hiện|hoàn thành|báo cáo|triển khai))?(?: và hoàn thành)?|Tiến độ(?: thực hiện)?|Hoàn thành)\s*:\s*/iu,
  ],
  [
    'product',
    /^(?:Sản phẩm|Kết quả|Yêu cầu sản phẩm|Địa điểm|Thành phần|Hình thức|Đối tượng|Quy mô|Kinh phí)(?:\s+(?:đầu ra|thực hiện|đạt được))?\s*:\s*/iu,
  ],
  [
    'content',
    /^(?:Nội dung|Nhiệm vụ|Công việc)(?:\s+(?:thực hiện|công việc|nhiệm vụ|cụ thể|chính))?\s*:\s*/iu,
  ],
];

/** The label of a line of a block ("Cơ quan chủ trì:") and the words after it. */
export function labelOf({ words }: Item): { label: Label; rest: Passage } | undefined {
  for (const [label, pattern] of labels) {
    const found = pattern.exec(words.text);
    if (found) return { label, rest: part(words, found[0].length) };
  }
  return undefined;
}

/** How many items from `at` on belong to one block (what, who, when), or 0 where no block starts here. */
export function blockLength(items: readonly Item[], at: number): number {
  const first = items[at]!;
  const labelled = labelOf(first);
  if (labelled && labelled.label !== 'content') return 0;
  const seen = new Set<Label>();
  let last = at;
  /** The least deep item between the first and a label: under a topic, blocks of their own begin there. */
  let between = unmarked;
  for (let next = at + 1; next < items.length && next < at + 30; next += 1) {
    const item = items[next]!;
    const label = labelOf(item)?.label;
    if (label === 'content' || (!label && item.rank < first.rank)) break;
    if (!label && item.rank <= first.rank && !(labelled && item.rank > first.rank)) break;
    if (!label) {
      between = Math.min(between, item.rank);
      if (seen.size && item.rank <= (items[last]?.rank ?? 0)) break;
      continue;
    }
    if (seen.has(label)) break;
    if (!labelled && seen.size === 0 && between < Math.min(item.rank, 7)) return 0;
    seen.add(label);
    last = next;
  }
  return (seen.has('lead') || seen.has('agency')) && (labelled || seen.has('due') || seen.has('support'))
    ? last - at + 1
    : 0;
}

/** What stands under each label of a block, before anything was found. */
const noParts = (): Record<Label, string[]> => ({
  content: [],
  agency: [],
  lead: [],
  support: [],
  due: [],
  product: [],
});

/** The tasks of a block: one, or one for each dash under its "Nhiệm vụ". */
export function blockTasks(items: readonly Item[], issued?: Day): Task[] {
  const first = items[0]!;
  const own = labelOf(first)?.rest ?? first.words;
  const parts = noParts();
  const dashes: Passage[] = [];
  let current: Label = 'content';
  for (const item of items.slice(1)) {
    const label = labelOf(item);
    if (label) current = label.label;
    if (current === 'content') dashes.push(item.words);
    else parts[current].push(label?.rest.text ?? item.words.text);
  }
  const { lead, coordinate } = actors(parts);
  if (!lead.length) return [];
  const deadline = deadlineOfCell(parts.due.join(' '), issued);
  const make = (text: string, span: [number, number]): Task => ({
    text,
    lead,
    coordinate,
    deadline,
    span,
    lead_from: 'inline',
  });
  if (dashes.length > 1) return dashes.map((dash) => make(dash.text, spanOf(dash)));
  const start = own.text ? spanOf(own)[0] : spanOf(dashes[0] ?? own)[0];
  const end = spanOf(items.at(-1)!.words)[1];
  return [make([own.text, ...dashes.map(({ text }) => text)].filter(Boolean).join(' '), [start, end])];
}

const inside =
  /(?<=[.;,(]\s?|\s[-–]\s)(?:(?:các\s+)?(?:cơ quan|đơn vị|bộ phận)\s+(?:được giao\s+)?(?:chủ trì|phối hợp|thực hiện)|chủ trì|phối hợp|phân công|thời (?:gian|hạn)(?:\s+(?:thực hiện|hoàn thành))?|tiến độ|hoàn thành|sản phẩm)(?:\s+thực hiện)?\s*:\s*/giu;

/** A block within one item: "… Đơn vị chủ trì: X; đơn vị phối hợp: Y; thời gian hoàn thành: tháng 4/2025". */
export function lineTask({ words }: Item, issued?: Day): Task | undefined {
  const found = [...words.text.matchAll(inside)];
  if (!found.length || found[0]!.index < 15) return undefined;
  const parts = noParts();
  for (const [at, { index, 0: opened }] of found.entries()) {
    const kind = labels.find(([, pattern]) => pattern.test(opened))?.[0] ?? 'content';
    const rest = words.text.slice(index + opened.length, found[at + 1]?.index);
    parts[kind].push(rest.replace(/[\s.;,()/–-]+$/u, ''));
  }
  const { lead, coordinate } = actors(parts);
  if (!lead.length) return undefined;
  const due = deadlineOfCell(parts.due.join(' '), issued);
  return {
    text: words.text,
    lead,
    coordinate,
    deadline: due.kind === 'none' ? deadlineOf(words.text, issued) : due,
    span: spanOf(words),
    lead_from: 'inline',
  };
}

function actors(parts: Record<Label, string[]>): { lead: string[]; coordinate: string[] } {
  const split = (texts: readonly string[]) =>
    texts.flatMap((text) => text.split(/\s*;\s*/)).flatMap((text) => readUnits(text).units);
  const leads = split(parts.lead);
  const supports = split(parts.support);
  if (leads.length) return { lead: leadsOf(leads), coordinate: supports.filter(isNamed) };
  const text = parts.agency.join('; ');
  const first = readUnits(text);
  const rest = text.slice(first.end);
  if (/^\s*(?:là cơ quan )?chủ trì/u.test(rest)) {
    const others = text
      .split(/\s*;\s*/)
      .slice(1)
      .flatMap((piece) => readUnits(piece).units);
    const together = [...coordinatesOf(text, first.units), ...others, ...supports].filter(isNamed);
    return { lead: leadsOf(first.units), coordinate: [...new Set(together)] };
  }
  return { lead: leadsOf(split(parts.agency)), coordinate: supports.filter(isNamed) };
}
