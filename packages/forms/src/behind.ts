import type { Period } from '@tddh/domain/statistics';

/** What a number counts: a leaf or sum of the appendix, or what stands beside it; of one row or of all. */
export interface Behind {
  leaf?: number;
  beside?: string;
  /** Id of the row; '' is the row of those who name no signer. */
  unit?: string;
}

/** The table that a number stands in. */
export type Terms = Period & { by: string; snapshot?: string };

/**
 * The address in the pages of the assignments behind a number: the same period, day, clock, basis and scope, so that
 * the list holds exactly what the number counts.
 */
export function behindPath(of: Terms, what: Behind): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | number | undefined) => {
    if (value !== undefined) query.set(name, String(value));
  };
  put('leaf', what.leaf);
  put('beside', what.beside);
  if (what.unit !== undefined) put(of.by, what.unit);
  for (const name of ['from', 'to', 'asOf', 'clock', 'basis', 'scope', 'units', 'snapshot'] as const) {
    put(name, of[name]);
  }
  return `/nhiem-vu?${query}`;
}
