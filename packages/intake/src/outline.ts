import { marker, type Paragraph } from './paragraphs.ts';
import { type Passage, part } from './text.ts';

/** An item of the operative part: its marker, how deep it stands, and its words. */
export interface Item {
  marker: string;
  /** 1 for chapters to 8 for the smallest marks; `unmarked` without one. */
  rank: number;
  words: Passage;
  cells: readonly Passage[];
}

/** The rank of a paragraph without a marker. */
export const unmarked = 9;

/** Reads the marker of a paragraph. */
export function itemOf({ passage, cells }: Paragraph): Item {
  const found = marker.exec(passage.text);
  if (!found) return { marker: '', rank: unmarked, words: passage, cells };
  const mark = found[0].trim();
  return { marker: mark, rank: rankOf(mark), words: part(passage, found[0].length), cells };
}

function rankOf(mark: string): number {
  if (/^(?:Phần|Chương|Mục|[IVX]+[.)]$|[A-E][.)]$)/u.test(mark)) return 1;
  if (/^Điều/u.test(mark)) return 2;
  const numbers = mark.match(/\d{1,2}/g);
  if (/^\d/.test(mark) && numbers) return mark.endsWith(')') ? 5.5 : Math.min(2 + numbers.length, 5);
  if (/^[a-zđ]/u.test(mark)) return 6;
  if (/^\(\d|\slà|^Thứ/u.test(mark)) return 5.5;
  if (/^[-–—]/.test(mark)) return 7;
  if (/^[•●○▪]/.test(mark)) return 7.5;
  return 8;
}
