import { plain } from './text.ts';

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

/** How far from a task its heading or its day is looked for, in characters. */
const reach = 20_000;
const letter = /\p{L}/u;

/** Letters in small, white space folded to one space, with the place of each in the text. */
function flatOf(text: string): { flat: string; places: Int32Array } {
  const out: string[] = [];
  const places = new Int32Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at]!;
    const space = one === ' ' || one === '\n' || one === '\t';
    if (space && (out.length === 0 || out.at(-1) === ' ')) continue;
    const small = one.toLowerCase();
    places[out.length] = at;
    out.push(space ? ' ' : small.length === 1 ? small : one);
  }
  return { flat: out.join(''), places: places.subarray(0, out.length) };
}

/** The first index whose value is not below `value`. */
function lowest(list: Int32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Makes a finder of a source: case, white space, line breaks and the marks of a converter do not count. */
export function finderOf(source: string): Finder {
  const clean = plain(source);
  const { flat, places } = flatOf(clean.text);
  const inFlat = (offset: number) => lowest(places, lowest(clean.from, offset));
  const whole = (part: string, at: number, length: number) =>
    !letter.test(part[at - 1] ?? ' ') && !letter.test(part[at + length] ?? ' ');
  const search = (words: string, from: number, to: number, last: boolean): Span | undefined => {
    const start = Math.max(0, from);
    const part = flat.slice(start, to);
    for (const wanted of wordings(words)) {
      const step = (at: number) =>
        last ? (at < 0 ? -1 : part.lastIndexOf(wanted, at)) : part.indexOf(wanted, at);
      let at = step(last ? part.length : 0);
      while (at >= 0 && !whole(part, at, wanted.length)) at = step(last ? at - 1 : at + 1);
      if (at < 0) continue;
      const [first, end] = [places[start + at]!, places[start + at + wanted.length - 1]!];
      return [clean.from[first] ?? 0, clean.to[end] ?? source.length];
    }
    return undefined;
  };
  return {
    within: (words, [start, end]) => search(words, inFlat(start), inFlat(end), false),
    before: (words, at) => search(words, inFlat(at) - reach, inFlat(at), true),
    after: (words, at) => search(words, inFlat(at), inFlat(at) + reach, false),
  };
}

/** The words as they stand, then without their first one, which a list may share ("Các Sở: A, B"). */
function wordings(words: string): string[] {
  const { flat } = flatOf(plain(words).text.trim());
  const space = flat.indexOf(' ');
  return [flat, ...(space > 0 ? [flat.slice(space + 1)] : [])].filter(Boolean);
}
