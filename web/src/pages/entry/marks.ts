import type { HeadField } from '@tddh/intake/propose';
import type { TaskRow } from './form.ts';
import type { Paper } from './paper.ts';

/** What a stretch of the source became: a field of the head (row -1) or a part of a row. */
export interface Mark {
  start: number;
  end: number;
  row: number;
  part: HeadField | 'task' | 'leads' | 'supports' | 'due';
}

/** A stretch of one line that has the same marks from its start to its end. */
interface Segment {
  text: string;
  start: number;
  marks: readonly Mark[];
  /** Number of the row whose words begin here. */
  opens?: number;
}

export interface SourceLine {
  start: number;
  end: number;
  segments: readonly Segment[];
}

/** The marks that a form has in its source; words of a heading may belong to several rows. */
export function marksOf(paper: Paper, tasks: readonly TaskRow[]): Mark[] {
  const marks: Mark[] = Object.entries(paper.marks).map(([part, [start, end]]) => ({
    ...{ start, end, row: -1, part: part as HeadField },
  }));
  tasks.forEach(({ reading }, row) => {
    if (!reading) return;
    marks.push({ start: reading.span[0], end: reading.span[1], row, part: 'task' });
    for (const { at } of reading.leads) if (at) marks.push({ start: at[0], end: at[1], row, part: 'leads' });
    for (const { at } of reading.supports)
      if (at) marks.push({ start: at[0], end: at[1], row, part: 'supports' });
    if (reading.due) marks.push({ start: reading.due[0], end: reading.due[1], row, part: 'due' });
  });
  return marks.filter(({ start, end }) => start >= 0 && start < end && end <= paper.source.length);
}

/** Lines of the source, each cut where a mark begins or ends. */
export function linesOf(source: string, marks: readonly Mark[]): SourceLine[] {
  const cuts = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  const open = new Set<Mark>();
  const lines: SourceLine[] = [];
  let cut = 0;
  let next = 0;
  let start = 0;
  while (start <= source.length) {
    const found = source.indexOf('\n', start);
    const end = found < 0 ? source.length : found;
    const segments: Segment[] = [];
    let at = start;
    while (at < end) {
      while ((cuts[cut] ?? Infinity) <= at) cut += 1;
      const to = Math.min(end, cuts[cut] ?? end);
      while ((sorted[next]?.start ?? Infinity) <= at) {
        open.add(sorted[next]!);
        next += 1;
      }
      for (const mark of open) if (mark.end <= at) open.delete(mark);
      const opens = [...open].find((mark) => mark.part === 'task' && mark.start === at);
      segments.push({
        ...{ text: source.slice(at, to), start: at, marks: [...open] },
        ...(opens ? { opens: opens.row } : {}),
      });
      at = to;
    }
    lines.push({ start, end, segments });
    start = end + 1;
  }
  return lines;
}
