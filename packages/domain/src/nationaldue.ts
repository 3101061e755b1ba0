import type { Day } from './day.ts';

/** True where the province's due day is after the national one, or there is none where the nation has one. */
export function laterThanNational(ours: Day | null, theirs: Day | null): boolean {
  return theirs !== null && (ours === null || ours > theirs);
}
