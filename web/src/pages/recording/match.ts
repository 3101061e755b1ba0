import type { Day } from '@tddh/domain/day';
import { readDay } from '@tddh/domain/dayinput';
import { sameWriting } from '@tddh/domain/number';
import { fold, matches } from '@tddh/domain/text';
import type { AssignmentItem } from '../../shapes.ts';

/** So many matches are offered at once. */
const most = 8;

/** What a few letters find: by number, content or unit, numbers that begin so first. */
export function search(items: readonly AssignmentItem[], text: string): AssignmentItem[] {
  const typed = fold(text);
  if (!typed) return [];
  const found = items.filter((item) => matches(foldedOf(item), text));
  const begins = (item: AssignmentItem) => fold(item.document.number ?? '').startsWith(typed);
  return [...found.filter(begins), ...found.filter((item) => !begins(item))].slice(0, most);
}

function foldedOf(item: AssignmentItem): string {
  return fold(`${item.document.number ?? ''} ${item.content} ${item.agency.name}`);
}

/** A line that was pasted and what it means: assignments, with the incoming document where it names one. */
export interface Pasted {
  found: { item: AssignmentItem; documentNumber: string; documentDate: Day | null }[];
  /** Lines that mean nothing, from 1, with what stands there. */
  unknown: { line: number; text: string }[];
}

/**
 * Reads rows from Excel or Word: number of the document that orders, then if it stands there the unit, the number and
 * the day of the incoming document, parted by tabs or semicolons. A number alone means every unit that owes a report.
 */
export function readPaste(items: readonly AssignmentItem[], text: string, today: Day): Pasted {
  const found = new Map<string, Pasted['found'][number]>();
  const unknown: Pasted['unknown'] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim()) continue;
    const [number = '', unit = '', documentNumber = '', day = ''] = line
      .split(/[\t;]/)
      .map((cell) => cell.trim());
    const read = readDay(day, today, 'past');
    const meant = items.filter(
      (item) =>
        sameWriting(item.document.number ?? '') === sameWriting(number) &&
        (!unit || matches(fold(item.agency.name), unit)),
    );
    if (meant.length === 0) unknown.push({ line: i + 1, text: line.trim().slice(0, 80) });
    for (const item of meant) {
      found.set(item.id, { item, documentNumber, documentDate: 'day' in read ? read.day : null });
    }
  }
  return { found: [...found.values()], unknown };
}
