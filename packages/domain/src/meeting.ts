import type { Difference } from './national.ts';

/** Parts of a document that a draft takes over one by one: its heads, and the plan of its tasks as a whole. */
export const parts = ['number', 'issuedOn', 'issuer', 'subject', 'plan'] as const;
export type Part = (typeof parts)[number];
/** What stands in each part; a plan is compared as one text. */
export type Held = Readonly<Record<Part, string | null>>;

/**
 * What a draft takes over from the national side: every part that people never changed here. What they changed once
 * stays theirs to decide, so that nothing is overwritten and it does not matter in which order messages and changes came.
 * @param base what was last taken over; undefined where the draft was not made from theirs
 * @param own parts that people had changed before
 */
export function followed(
  ours: Held,
  base: Held | undefined,
  theirs: Held,
  own: readonly Part[],
): { own: Part[]; take: Part[] } {
  const changed = parts.filter((part) => own.includes(part) || !base || ours[part] !== base[part]);
  const take = parts.filter((part) => !changed.includes(part) && ours[part] !== theirs[part]);
  return { own: changed, take };
}

/** Parts in which the two sides differ, once what may be taken over is. */
export function apart(ours: Held, theirs: Held): Pick<Difference, 'path' | 'ours' | 'theirs'>[] {
  return parts.flatMap((part) =>
    ours[part] === theirs[part] ? [] : [{ path: part, ours: ours[part], theirs: theirs[part] }],
  );
}
