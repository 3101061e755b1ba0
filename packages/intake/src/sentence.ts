import type { Day } from '@tddh/domain/day';
import {
  actorsAt,
  actorsOf,
  coordinatesOf,
  directiveIn,
  isOrder,
  leadsOf,
  opensWithVerb,
  sentenceEnd,
} from './clause.ts';
import { type Deadline, deadlineOf } from './deadline.ts';
import { isClosing, isIdle, isTelling } from './judge.ts';
import type { Task } from './task.ts';
import { type Passage, part, spanOf } from './text.ts';
import type { Scope } from './walk.ts';

/** The tasks of one item: none, one, or several where clauses name other units or a time of their own. */
export function tasksIn(words: Passage, scope: Scope, marked: boolean, issued?: Day): Task[] {
  const whole = withoutTelling(words, scope.under);
  if (!whole || isIdle(whole.passage.text, marked)) return [];
  const { passage } = whole;
  const before = whole.told;
  const actors = actorsOf(passage.text, scope.under);
  if (!actors && !scope.under && (!marked || !scope.leads.length)) {
    const later = laterOrder(passage);
    if (later && later.text.length < passage.text.length)
      return tasksIn(later, { ...scope, leads: [] }, true, issued);
  }
  const told = !actors && before ? actorsAt(before, 0)?.units : undefined;
  const leads = leadsOf(actors?.leads ?? told ?? scope.leads);
  if (!actors && scope.strict && scope.from === 'implied' && !isOrder(passage.text)) return [];
  if (!leads.length || (!actors && !marked && scope.from === 'implied' && !opensWithVerb(passage.text)))
    return [];
  if (!actors && !scope.under && !opensWithVerb(passage.text) && !marked) return [];
  if (actors && !marked && !scope.under) {
    const order = directiveIn(passage.text);
    if (order && order.at > 100 && order.at > passage.text.length * 0.3)
      return tasksIn(part(passage, order.at), { ...scope, leads: [] }, true, issued);
  }
  const pieces = piecesOf(passage, leads, actors?.verb ?? 0, scope);
  const from = actors ? 'inline' : told ? 'heading' : scope.from;
  const tasks = pieces
    .filter(({ words: piece }) => pieces.length < 2 || !isClosing(piece.text))
    .map(({ words: piece, leads: own }, index): Task => {
      const named = coordinatesOf(piece.text, own);
      return {
        text: piece.text,
        lead: [...own],
        coordinate:
          named.length || (actors && index === 0)
            ? named
            : scope.coordinate.filter((unit) => !own.includes(unit)),
        deadline: dueOf(piece.text, passage.text.slice(0, 1200), scope, issued),
        span: spanOf(piece),
        lead_from: index === 0 ? from : 'inline',
      };
    });
  return tasks;
}

function dueOf(text: string, around: string, scope: Scope, issued?: Day): Deadline {
  const own = deadlineOf(text, issued, around);
  return own.kind === 'none' && scope.deadline ? scope.deadline : own;
}

/** Takes off the sentences in front that only tell or approve ("Đồng ý …. Giao Sở X …"). */
function withoutTelling(words: Passage, under: boolean): { passage: Passage; told: string } | undefined {
  let rest = words;
  let told = '';
  for (let turns = 0; turns < 6; turns += 1) {
    const end = sentenceEnd(rest.text);
    if (!isTelling(rest.text.slice(0, end), under)) return { passage: rest, told };
    const inside = /[,;]\s+(?=(?:đồng thời\s+)?giao\s)/u.exec(rest.text.slice(0, end));
    if (inside && actorsOf(rest.text.slice(inside.index + inside[0].length), false))
      return { passage: part(rest, inside.index + inside[0].length), told };
    if (end >= rest.text.length - 2) return undefined;
    told = rest.text.slice(0, end);
    rest = part(rest, end + 1);
  }
  return undefined;
}

/** The part of a long paragraph from the sentence on that orders something ("…, đề nghị các sở …"). */
function laterOrder(words: Passage): Passage | undefined {
  for (let at = 0; at < words.text.length; ) {
    const rest = words.text.slice(at);
    const end = sentenceEnd(rest);
    const from = directiveIn(rest.slice(0, end))?.at;
    if (from !== undefined) return part(words, at + (from > 120 ? from : 0));
    at += end + 2;
  }
  return undefined;
}

interface Piece {
  words: Passage;
  leads: readonly string[];
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one) => b.includes(one));

/** Cuts an item where a clause names another acting unit, or a report that recurs by itself. */
function piecesOf(words: Passage, leads: readonly string[], verb: number, scope: Scope): Piece[] {
  const { text } = words;
  const cuts: { at: number; leads: readonly string[] }[] = [];
  let current = leads;
  const days = daysOf(text);
  for (const found of text.slice(verb).matchAll(/(?:(?<!(?:\s|\()(?:\d{1,2}|TP|Tp))\.|;)\s+/gu)) {
    const at = verb + found.index + found[0].length;
    if (
      text.length - at < 30 ||
      (text.length - at < 900 && isIdle(text.slice(at), false)) ||
      depthAt(text, at) > 0
    )
      continue;
    const again = /^(?:định kỳ|hằng|hàng)\s[^;.]*(?:\d|(?<!\p{L})thứ\s)/iu.test(text.slice(at, at + 120));
    const open =
      /^(?:(?:Đồng thời|đồng thời),?\s+)?(?:(?:[Gg]iao|[Yy]êu cầu|[Đđ]ề nghị)\s+(?:cho\s+)?)?/u.exec(
        text.slice(at, at + 60),
      )![0].length;
    const next = actorsAt(text, at + open);
    if (next && !same(next.units, current) && !/^(?:Trường hợp|Nếu)/u.test(text.slice(at))) {
      if (scope.under && open > 0) continue;
      cuts.push({ at, leads: leadsOf(next.units) });
      current = next.units;
    } else if (found[0].startsWith(';') && days.differ(at)) cuts.push({ at, leads: current });
    else if (again && deadlineOf(text.slice(at), '2000-01-01').kind === 'recurring')
      cuts.push({ at, leads: current });
  }
  const all = [...leads, ...cuts.flatMap((cut) => cut.leads)].map(plainly);
  const heading = scope.leads.map(plainly);
  const together =
    scope.under &&
    heading.length > 1 &&
    all.every((one) => heading.some((unit) => unit.startsWith(one) || one.startsWith(unit)));
  if (together) {
    for (const cut of cuts) cut.leads = scope.leads;
    const kept = cuts.filter(({ at }) => /^(?:định kỳ|hằng|hàng)/iu.test(text.slice(at)));
    return cutAt(words, scope.leads, kept);
  }
  return cutAt(words, leads, cuts);
}

/** Tells where a clause has a calendar day of its own, and the words before it another one. */
function daysOf(text: string) {
  let day = dayIn(0);
  function dayIn(at: number): Day | undefined {
    const clause = /[^;]{0,1500}/uy;
    clause.lastIndex = at;
    return deadlineOf(clause.exec(text)![0], '2000-01-01').date;
  }
  return {
    differ(at: number): boolean {
      const before = day;
      const own = dayIn(at);
      day = own ?? before;
      return before !== undefined && own !== undefined && own !== before;
    },
  };
}

/** How many brackets are open at a place, as far as the words just before it show. */
function depthAt(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 600), at);
  return before.lastIndexOf('(') > before.lastIndexOf(')') ? 1 : 0;
}

function plainly(unit: string): string {
  return unit
    .toLowerCase()
    .replace(/ủy ban nhân dân/g, 'ubnd')
    .replace(/^các /, '');
}

function cutAt(
  words: Passage,
  leads: readonly string[],
  cuts: readonly { at: number; leads: readonly string[] }[],
): Piece[] {
  const starts = [{ at: 0, leads }, ...cuts];
  return starts.map(({ at, leads: own }, index) => ({
    words: part(words, at, starts[index + 1]?.at ?? words.text.length),
    leads: own,
  }));
}
