import { cellsOf } from './header.ts';
import { linesOf } from './paragraphs.ts';
import { plain } from './text.ts';

const motto = /CỘNG\s+H[OÒ][ÀA]\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM/u;

/**
 * Parts a text that holds several documents, one after the other: each begins at its heading with the motto and has a
 * number of its own. What is only attached ("Kèm theo Quyết định số …") stays with its document.
 * @returns the stretches of the source, in order; a single one where there is one document
 */
export function documentsIn(source: string): [start: number, end: number][] {
  const clean = plain(source);
  const lines = linesOf(clean);
  const text = (at: number) => clean.text.slice(lines[at]!.start, lines[at]!.end);
  const starts: number[] = [];
  let closed = true;
  for (let at = 0; at < lines.length; at += 1) {
    if (/^\s*(?:\S+.*\t)?Nơi\s+nhận\s*:/u.test(text(at))) closed = true;
    if (!closed || !motto.test(text(at))) continue;
    const head = lines.slice(at, at + 10).map((_, i) => text(at + i));
    const numbered = head.some((line) => cellsOf(line).some((cell) => /^Số\s*:|^Số\s+\d/u.test(cell)));
    const attached = lines
      .slice(at, at + 16)
      .some((_, i) => /\((?:Ban hành )?[Kk]èm theo/u.test(text(at + i)));
    if (!numbered || attached) continue;
    const above = at > 0 && /^[\p{Lu}\s.,-]{4,60}$/u.test(text(at - 1).trim()) ? at - 1 : at;
    starts.push(starts.length === 0 ? 0 : (clean.from[lines[above]!.start] ?? 0));
    closed = false;
  }
  if (starts.length < 2) return [[0, source.length]];
  return starts.map((start, i) => [start, starts[i + 1] ?? source.length]);
}
