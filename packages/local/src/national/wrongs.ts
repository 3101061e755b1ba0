/** How the national side misbehaves in what it tells. */
export const tellingWrongs = [
  'late',
  'twice',
  'disorder',
  'forged',
  'stale',
  'fast',
  'torn',
  'huge',
  'words',
] as const;
export type TellingWrong = (typeof tellingWrongs)[number];

/** How it misbehaves in its answers. `moved` is a redirect, `words` are no JSON. */
export const hearingWrongs = ['late', 'error', 'busy', 'hang', 'torn', 'huge', 'moved', 'words'] as const;
export type HearingWrong = (typeof hearingWrongs)[number];

/** What goes wrong next: what was asked for by name, each once; else by chance. */
export interface Wrongs<T extends string> {
  ask(names: readonly T[]): void;
  /** One of these, or none. */
  oneOf(names: readonly T[]): T | undefined;
}

/** @param share how often something goes wrong by chance, from 0 to 1 */
export function wrongs<T extends string>(share: number, random: () => number): Wrongs<T> {
  const asked: T[] = [];
  return {
    ask: (names) => void asked.push(...names),
    oneOf(names) {
      const at = asked.findIndex((name) => names.includes(name));
      if (at >= 0) return asked.splice(at, 1)[0];
      return random() < share ? names[Math.floor(random() * names.length)] : undefined;
    },
  };
}
