import { conclusions, directive, letter, officeLetter, planOfWork, urgent } from '@tddh/intake/fixtures';
import { readDirective } from '@tddh/intake/read';
import type { Line } from './bench.ts';

const texts = [letter, planOfWork, conclusions, officeLetter, directive, urgent];

/** Milliseconds of a text, best of three: the machine may be busy with other things. */
function time(source: string): number {
  const runs = [1, 2, 3].map(() => {
    const start = performance.now();
    readDirective(source);
    return performance.now() - start;
  });
  return Math.min(...runs);
}

/** A letter of about so many characters, full of tasks. */
function long(characters: number): string {
  const task = '1. Sở Công Thương rà soát các chợ, lập danh mục, báo cáo trước ngày 20/5/2024.\n';
  const head = '      1. Sở Công Thương\n';
  return letter.replace(head, head + task.repeat(Math.ceil((characters - letter.length) / task.length)));
}

async function run(): Promise<Line[]> {
  for (const text of texts) time(text);
  const times = texts.map(time).sort((a, b) => a - b);
  const round = (ms: number) => Math.round(ms * 10) / 10;
  return [
    { what: 'invented documents', median: round(times[times.length >> 1]!), longest: round(times.at(-1)!) },
    ...[250_000, 500_000, 1_000_000].map((size) => {
      const source = long(size);
      const ms = time(source);
      return {
        what: `${source.length} characters`,
        ms: round(ms),
        'ms per 100,000': round((ms / source.length) * 1e5),
      };
    }),
  ];
}

/** How long the reader takes: a directive, and texts up to a million characters. */
export const reader = { says: 'reading directives, in milliseconds', run };
