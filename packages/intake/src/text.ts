/** A text made plain, with the way back: character `i` came from `source.slice(from[i], to[i])`. */
export interface Plain {
  text: string;
  from: Int32Array;
  to: Int32Array;
}

/** A stretch of a plain text on one line, with the way back to the source for each of its characters. */
export interface Passage {
  text: string;
  from: readonly number[];
  to: readonly number[];
}

const tones = '\u0300\u0301\u0303\u0309\u0323';
const latinCluster = /[\s\S]\p{M}*/uy;
const dropped = /[\u200b-\u200f\u2060\ufeff\u00ad]/;
const spaces = /[\u00a0\u2000-\u200a\u202f\u3000\v\f]/;

/**
 * Makes a text plain: NFC, `Uỷ` as `Ủy` and `hoá` as `hóa`, one kind of space and of line end, without the marks
 * that a converter leaves (`**`, zero-width characters). Offsets of the source are kept for each character.
 */
export function plain(source: string): Plain {
  // A letter of the source becomes at most three by NFC (the Unicode Standard, Annex 15, "Maximum Expansion").
  const room = source.length * 3;
  const from = new Int32Array(room);
  const to = new Int32Array(room);
  const out: string[] = [];
  let size = 0;
  const put = (letter: string, start: number, end: number) => {
    out.push(letter);
    for (let unit = 0; unit < letter.length; unit += 1) {
      from[size] = start;
      to[size] = end;
      size += 1;
    }
  };
  for (let at = 0; at < source.length; ) {
    let next = at + 1;
    const letter = source[at]!;
    if (letter === '\r') {
      if (source[next] !== '\n') put('\n', at, next);
    } else if (letter === '*' && source[next] === '*') next += 1;
    else if (letter < '\u007f') {
      if (source.charCodeAt(next) >= 0x300 && source.charCodeAt(next) < 0x370) {
        latinCluster.lastIndex = at;
        const [cluster = letter] = latinCluster.exec(source) ?? [];
        next = at + cluster.length;
        put(cluster.normalize('NFC'), at, next);
      } else put(letter, at, next);
    } else if (spaces.test(letter)) put(' ', at, next);
    else if (!dropped.test(letter)) {
      latinCluster.lastIndex = at;
      const [cluster = letter] = latinCluster.exec(source) ?? [];
      next = at + cluster.length;
      put(cluster.normalize('NFC'), at, next);
    }
    at = next;
  }
  const text = retone(out.join(''));
  return { text, from: from.subarray(0, size), to: to.subarray(0, size) };
}

const second = /(?<![qQ])([oOuU])([àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ])(?!\p{L})/gu;

/** Puts the tone of a last `oa`, `oe`, `uy` on its first vowel; the length stays. */
function retone(text: string): string {
  return text.replace(second, (both, first: string, last: string) => {
    const [bare = '', tone = ''] = last.normalize('NFD');
    const moved = `${first}${tone}`.normalize('NFC');
    return tones.includes(tone) && 'aeyAEY'.includes(bare) && moved.length === 1 ? moved + bare : both;
  });
}

/** The passage that some stretches of a plain text make, joined by spaces, white space folded, ends trimmed. */
export function passage(of: Plain, stretches: readonly (readonly [number, number])[]): Passage {
  const letters: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let gap = 0;
  for (const [start, end] of stretches) {
    gap = letters.length;
    for (let at = start; at < end; at += 1) {
      const letter = of.text[at]!;
      if (letter === ' ' || letter === '\n' || letter === '\t') {
        gap = letters.length;
        continue;
      }
      if (gap && gap === letters.length) {
        letters.push(' ');
        from.push(from[gap - 1]!);
        to.push(to[gap - 1]!);
      }
      letters.push(letter);
      from.push(of.from[at]!);
      to.push(of.to[at]!);
    }
  }
  return { text: letters.join(''), from, to };
}

/** The part of a passage from `start` to `end`, trimmed. */
export function part(of: Passage, start: number, end = of.text.length): Passage {
  let first = start;
  let last = end;
  while (first < last && of.text[first] === ' ') first += 1;
  while (last > first && of.text[last - 1] === ' ') last -= 1;
  return { text: of.text.slice(first, last), from: of.from.slice(first, last), to: of.to.slice(first, last) };
}

/** Where a passage stands in the source, end exclusive. */
export function spanOf(of: Passage): [number, number] {
  return [of.from[0] ?? 0, of.to.at(-1) ?? 0];
}
