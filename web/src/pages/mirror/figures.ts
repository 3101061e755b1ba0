import type { MirrorFigures, MirrorKind } from '@tddh/domain/mirror';

/** The figures in the order of the page, and which rows each opens. */
export const figures: readonly { name: keyof MirrorFigures; of: MirrorKind }[] = [
  { name: 'entered', of: 'entered' },
  { name: 'entryMedian', of: 'entered' },
  { name: 'entryWorst', of: 'entered' },
  { name: 'late', of: 'late' },
  { name: 'confirmed', of: 'confirmed' },
  { name: 'confirmMedian', of: 'confirmed' },
  { name: 'confirmWorst', of: 'confirmed' },
  { name: 'backlog', of: 'backlog' },
  { name: 'backlogWorst', of: 'backlog' },
];

/** A figure as people read it; a dash where there is nothing to age. */
export function sayFigure(n: number | null): string {
  return n === null ? '–' : n.toLocaleString('vi-VN');
}
