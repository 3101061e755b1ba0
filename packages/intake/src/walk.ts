import type { Day } from '@tddh/domain/day';
import { blockLength, blockTasks, lineTask } from './block.ts';
import { type Actors, actorsOf, headingUnits, looseUnits } from './clause.ts';
import { type Deadline, deadlineOf } from './deadline.ts';
import { idle } from './judge.ts';
import { type Item, unmarked } from './outline.ts';
import { tasksIn } from './sentence.ts';
import { type Columns, columnsOf, rowTask } from './table.ts';
import type { Task } from './task.ts';
import { spanOf } from './text.ts';

/** What the headings above an item say: who leads, with whom, until when. */
export interface Scope {
  rank: number;
  leads: readonly string[];
  coordinate: readonly string[];
  deadline?: Deadline;
  /** Under a heading that names its unit, verbs come first and units in a sentence are others. */
  under: boolean;
  silent: boolean;
  from: 'heading' | 'implied';
  /** Only sentences that order count: the addressees of a letter are told many other things. */
  strict?: boolean;
}

const lateWords =
  /^(?:(?:Bảo đảm|Đảm bảo)\s+(?:hoàn thành|xong)|Thời (?:hạn|gian)|Hoàn thành|Xong trước|Hạn (?:hoàn thành|báo cáo|cuối)|Thời điểm|Tiến độ)[^.]{0,160}[.;/]*$/u;
const subPoints =
  /(?:bảo đảm|đảm bảo|lưu ý|chú ý|trong đó|đáp ứng)[^:]{0,60}(?:yêu cầu|nội dung|nguyên tắc|vấn đề|điểm)\s*(?:sau|sau đây|như sau)?\s*:\s*$/u;

/** Reads the items of the operative part in order, with the headings above each. */
export function walk(items: readonly Item[], root: Scope, invitation: boolean, issued?: Day): Task[] {
  const tasks: Task[] = [];
  let stack: Scope[] = [root];
  let pending: string[] = [];
  let columns: Columns | undefined;
  let before: 'heading' | 'leaf' = 'heading';
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    const text = item.words.text;
    columns = columnsOf(item) ?? (item.cells.length > 1 || item.marker ? columns : undefined);
    if (columns && item.cells.length > 1) {
      const row = rowTask(item, columns, tasks.at(-1), issued);
      if (row) tasks.push(row);
      continue;
    }
    if (item.rank < unmarked) stack = stack.filter((scope, index) => index === 0 || scope.rank < item.rank);
    const scope = stack.at(-1)!;
    const next = items[at + 1];
    const parent = next !== undefined && next.rank > item.rank && next.rank < unmarked;
    const push = (more: Partial<Scope>) => {
      stack.push({ ...scope, ...more, rank: item.rank });
      before = 'heading';
    };
    if (scope.silent || isIdleHeading(text, item, parent || next?.rank === unmarked, invitation)) {
      if (item.rank < unmarked) push({ silent: true });
      continue;
    }
    const length = blockLength(items, at);
    if (length) {
      tasks.push(...blockTasks(items.slice(at, at + length), issued));
      at += length - 1;
      before = 'leaf';
      continue;
    }
    const line = lineTask(item, issued);
    if (line) {
      tasks.push(line);
      before = 'leaf';
      continue;
    }
    if (
      /^(?:Có trách nhiệm|Thực hiện các (?:nội dung|nhiệm vụ)(?: sau)?|Chịu trách nhiệm)\s*:\s*$/iu.test(text)
    ) {
      stack = stack.filter(({ rank }, index) => index === 0 || rank < 6);
      stack.push({
        ...stack.at(-1)!,
        rank: 5.9,
        leads: pending.length ? pending : stack.at(-1)!.leads,
        under: true,
        from: 'heading',
      });
      continue;
    }
    if (item.rank === unmarked && before === 'leaf' && lateWords.test(text) && extend(tasks, item, issued))
      continue;
    const heading = headingUnits(text, parent);
    if (heading) {
      const lone = !parent && item.rank >= 6 && (next?.rank === item.rank || next?.rank === unmarked);
      pending = lone ? [...pending, ...heading.leads] : [];
      if (item.rank === unmarked) stack = stack.filter(({ rank }, index) => index === 0 || rank < unmarked);
      push({
        leads: heading.leads,
        coordinate: heading.coordinate,
        under: true,
        from: 'heading',
        deadline: dueOf(text, issued) ?? scope.deadline,
      });
      continue;
    }
    pending = [];
    const loose = parent && !/[.;…]\W*$/.test(text) ? looseUnits(text) : [];
    if (loose.length) {
      push({ leads: loose, coordinate: [], under: true, from: 'heading' });
      continue;
    }
    if (/:\s*$/.test(text)) {
      const actors: Actors | undefined = actorsOf(text, scope.under);
      if (text.length > 160 && subPoints.test(text) && emit(item, scope)) {
        push({ silent: true });
        before = 'leaf';
        continue;
      }
      if (item.rank === unmarked && next && next.rank < unmarked) {
        stack = stack.filter(({ rank }, index) => index === 0 || rank < next.rank);
        stack.push({
          ...stack.at(-1)!,
          ...(actors ? { ...found(actors), under: false } : {}),
          rank: next.rank - 0.05,
        });
        before = 'heading';
        continue;
      }
      if (parent || next?.rank === unmarked) {
        if (item.rank === unmarked) stack = stack.filter(({ rank }, index) => index === 0 || rank < unmarked);
        push(actors ? { ...found(actors), deadline: dueOf(text, issued) ?? scope.deadline } : {});
        continue;
      }
    }
    const bare = !/[.;…]\W*$/.test(text);
    if (
      item.rank < unmarked &&
      bare &&
      text.length < 260 &&
      (parent || (next?.rank === unmarked && isTopic(text, item)))
    ) {
      push({});
      continue;
    }
    const own = emit(
      item,
      item.rank === unmarked && before === 'leaf' ? outside(stack, items[at - 1]) : scope,
    );
    if (parent)
      push(own ? { leads: own.lead, coordinate: own.coordinate, under: true, from: 'heading' } : {});
    before = 'leaf';
  }
  return tasks;

  function emit(item: Item, scope: Scope): Task | undefined {
    const made = tasksIn(item.words, scope, item.rank < unmarked, issued);
    if (invitation && scope.from !== 'heading' && !made.some(({ lead_from }) => lead_from === 'inline'))
      return undefined;
    tasks.push(...made);
    return made[0];
  }
}

/** A short line over paragraphs: a topic, not a sentence. */
function isTopic(text: string, { rank }: Item): boolean {
  return text.length < 150 && (rank <= 4 || /^Về\s/u.test(text));
}

/** A paragraph after a list stands outside its heading: only the stem reaches it. */
function outside(stack: readonly Scope[], before: Item | undefined): Scope {
  const top = stack.at(-1)!;
  if (before?.rank === unmarked) return top;
  return { ...stack[0]!, leads: [], coordinate: [], under: false };
}

function found({ leads, coordinate }: Actors): Partial<Scope> {
  return { leads, coordinate, under: true, from: 'heading' };
}

function dueOf(text: string, issued?: Day): Deadline | undefined {
  const due = deadlineOf(text, issued);
  return due.kind === 'none' ? undefined : due;
}

function isIdleHeading(text: string, item: Item, above: boolean, invitation: boolean): boolean {
  if (!idle.test(text.toUpperCase())) return false;
  if (invitation) return item.rank < unmarked;
  return item.rank < 6 && text.length < 160 && above && !/[.;]\W*$/.test(text);
}

/** A line that only bounds the item above in time belongs to it. */
function extend(tasks: Task[], { words }: Item, issued?: Day): boolean {
  const last = tasks.at(-1);
  if (!last) return false;
  const due = deadlineOf(words.text, issued);
  if (due.kind === 'none') return false;
  last.span = [last.span[0], spanOf(words)[1]];
  last.text = `${last.text} ${words.text}`;
  last.deadline = due;
  return true;
}
