import { leafWords } from './appendix.ts';

/** What a chart shows: its words, and for each unit the seventeen columns. */
export interface ChartData {
  title: string;
  terms: string;
  rows: readonly { unit: { name: string }; columns: readonly number[] }[];
}

/** Colour of each leaf, and the mark that tells it apart where there is no colour. */
const looks: Readonly<Record<number, { color: string; mark: string }>> = {
  14: { color: '#0b6e5a', mark: '' },
  5: { color: '#5f6d79', mark: '<circle cx="3" cy="3" r="1.2" fill="#fff"/>' },
  16: { color: '#d9b93b', mark: '<path d="M0 6L6 0" stroke="#5f5010" stroke-width="1.6"/>' },
  9: { color: '#6fb1e8', mark: '<path d="M0 3H6" stroke="#12527f" stroke-width="1.2"/>' },
  3: { color: '#a9b4be', mark: '<circle cx="3" cy="3" r="1" fill="#2f3b47"/>' },
  11: { color: '#c8382c', mark: '<path d="M0 0L6 6M0 6L6 0" stroke="#4d0a05" stroke-width="1.1"/>' },
};
const size = { name: 260, bar: 560, row: 22, head: 96 };

/**
 * The chart of all units as a file of its own: stacked bars with patterns, the number in every part that has room, and
 * a legend in words. It needs no style sheet and reads in grey.
 */
export function chartSvg({ title, terms, rows }: ChartData): string {
  const most = Math.max(1, ...rows.map((row) => row.columns[0] ?? 0));
  const width = size.name + size.bar + 60;
  const height = size.head + rows.length * size.row + 20;
  const patterns = Object.entries(looks).map(
    ([leaf, { color, mark }]) =>
      `<pattern id="p${leaf}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${color}"/>${mark}</pattern>`,
  );
  const legend = leafWords.map(([leaf, words], i) => {
    const [x, y] = [20 + (i % 3) * 280, 52 + Math.floor(i / 3) * 18];
    return `<rect x="${x}" y="${y - 10}" width="14" height="12" fill="url(#p${leaf})" stroke="#1f2a33" stroke-width=".5"/><text x="${x + 20}" y="${y}">${escaped(words)} (${leaf})</text>`;
  });
  const bars = rows.map((row, i) => {
    const y = size.head + i * size.row;
    let x = size.name;
    const parts = leafWords.map(([leaf]) => {
      const n = row.columns[leaf - 1] ?? 0;
      const wide = (n / most) * size.bar;
      const part =
        n === 0
          ? ''
          : `<rect x="${round(x)}" y="${y}" width="${round(wide)}" height="${size.row - 5}" fill="url(#p${leaf})" stroke="#1f2a33" stroke-width=".5"/>${wide >= 18 ? label(x + wide / 2, y, n) : ''}`;
      x += wide;
      return part;
    });
    const name = `<text x="${size.name - 8}" y="${y + 13}" text-anchor="end">${escaped(row.unit.name)}</text>`;
    return `${name}${parts.join('')}<text x="${round(x + 6)}" y="${y + 13}" font-weight="bold">${row.columns[0] ?? 0}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'Times New Roman', Tinos, serif" font-size="12" role="img" aria-label="${escaped(title)}"><title>${escaped(title)}</title><defs>${patterns.join('')}</defs><rect width="${width}" height="${height}" fill="#fff"/><text x="${width / 2}" y="18" text-anchor="middle" font-size="15" font-weight="bold">${escaped(title)}</text><text x="${width / 2}" y="34" text-anchor="middle" font-style="italic" font-size="10">${escaped(terms)}</text>${legend.join('')}${bars.join('')}</svg>\n`;
}

/** A number on a part of a bar, on white so that no pattern hides it. */
function label(x: number, y: number, n: number): string {
  const wide = String(n).length * 6 + 4;
  return `<rect x="${round(x - wide / 2)}" y="${y + 3}" width="${wide}" height="11" rx="2" fill="#fff"/><text x="${round(x)}" y="${y + 12}" text-anchor="middle" font-size="10">${n}</text>`;
}

const round = (n: number) => Math.round(n * 100) / 100;
const escaped = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
