import { type Plain, plain } from './text.ts';

/** A stretch of the source, end exclusive. */
export type Span = readonly [start: number, end: number];

/** Finds words of a proposal in the source it was read from. */
export interface Finder {
  /** The first place of the words within a stretch. */
  within(words: string, span: Span): Span | undefined;
  /** The last place of the words before an offset. */
  before(words: string, at: number): Span | undefined;
  /** The first place of the words from an offset on. */
  after(words: string, at: number): Span | undefined;
}

/** How far above a task its heading is looked for, in characters. */
const reach = 20_000;

/** Makes a finder of a source: white space, line breaks and the marks of a converter do not count. */
export function finderOf(source: string): Finder {
  const clean: Plain = plain(source);
  const back = ([start, end]: Span): Span => [clean.from[start] ?? 0, clean.to[end - 1] ?? source.length];
  const inPlain = (offset: number) => {
    let low = 0;
    let high = clean.from.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((clean.from[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const search = (words: string, from: number, to: number, last: boolean): Span | undefined => {
    for (const pattern of patternsOf(words)) {
      const part = clean.text.slice(from, to);
      let found: Span | undefined;
      for (const one of part.matchAll(pattern)) {
        found = [from + one.index, from + one.index + one[0].length];
        if (!last) break;
      }
      if (found) return back(found);
    }
    return undefined;
  };
  return {
    within: (words, [start, end]) => search(words, inPlain(start), inPlain(end), false),
    before: (words, at) => search(words, Math.max(0, inPlain(at) - reach), inPlain(at), true),
    after: (words, at) => search(words, inPlain(at), inPlain(at) + reach, false),
  };
}

/** The words as they stand, then without their first one, which a list may share ("Các Sở: A, B"). */
function patternsOf(words: string): RegExp[] {
  const parts = plain(words).text.trim().split(/\s+/).filter(Boolean);
  const of = (some: readonly string[]) =>
    new RegExp(
      `(?<!\\p{L})${some.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')}(?!\\p{L})`,
      'giu',
    );
  if (parts.length === 0) return [];
  return parts.length > 1 ? [of(parts), of(parts.slice(1))] : [of(parts)];
}
