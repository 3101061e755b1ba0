import type { OurDocument } from './national.ts';

/**
 * A document as parts that are told and changed one by one: its heads, and of each national task `tasks.ID.` (that it
 * stands at all) with `tasks.ID.content`, `.leads`, `.dueOn`. A part that is not there does not stand.
 */
export type Held = Readonly<Record<string, string | null>>;

export const heads = ['number', 'issuedOn', 'issuer', 'subject'] as const;
const stands = 'có';

/** What was known of both sides when they last met. */
export interface Known {
  /** What was last taken over from the national side: what people have not changed since still equals it. */
  taken: Held;
  /** What was about to be taken over when a run broke off: what equals it was not changed by people either. */
  taking?: Held | undefined;
  /** What people made of parts here, as it last stood; null of a task that they took out. */
  mine: Held;
}

/**
 * How the two sides meet: every part that people never changed here follows the national side; what they changed once
 * stays theirs to decide. So nothing is overwritten, and it does not matter in which order messages and changes came.
 * @returns what people have made theirs, what the document is to be, and the parts in which it is not that yet
 */
export function followed(
  ours: Held,
  theirs: Held,
  known: Known,
): { mine: Held; wanted: Held; take: string[] } {
  const mine: Record<string, string | null> = { ...known.mine };
  const paths = [...new Set([...Object.keys(ours), ...Object.keys(theirs), ...Object.keys(known.taken)])];
  for (const path of paths) {
    const now = ours[path];
    // Of a task that does not stand nothing can be seen; one that people put back follows again.
    if (now === undefined && !isTask(path)) continue;
    if (now !== undefined && isTask(path)) delete mine[path];
    else if (path in mine || !untouched(path, now, known)) mine[path] = now ?? null;
  }
  const wanted: Record<string, string | null> = {};
  for (const path of paths) {
    const task = taskOf(path);
    if (task && (theirs[task] === undefined || mine[task] === null)) continue;
    const value = path in mine ? mine[path] : theirs[path];
    if (value !== undefined) wanted[path] = value;
  }
  const take = paths.filter((path) => {
    const task = taskOf(path);
    // A task that comes or goes does so as a whole.
    if (task && path !== task && (ours[task] === undefined || wanted[task] === undefined)) return false;
    return ours[path] !== wanted[path];
  });
  return { mine, wanted, take };
}

/** True of what people did not change: it is as it was taken over, or as a run left it that broke off. */
function untouched(path: string, now: string | null | undefined, { taken, taking }: Known): boolean {
  if (now === taken[path]) return true;
  if (!taking) return false;
  if (now === taking[path]) return true;
  const both = [taken[path], taking[path]].flatMap((value) => value?.split(', ') ?? []);
  return path.endsWith('.leads') && now === [...new Set(both)].sort().join(', ');
}

/** What is known once the sides have met: of every part that now is as the national side has it, that it was taken over. */
export function met(ours: Held, theirs: Held, known: Known): Held {
  const paths = [...new Set([...Object.keys(known.taken), ...Object.keys(theirs)])];
  return Object.fromEntries(
    paths.flatMap((path) => {
      const value = ours[path] === theirs[path] ? theirs[path] : known.taken[path];
      return value === undefined ? [] : [[path, value]];
    }),
  );
}

/** The task to which a part belongs; undefined of a head. Ids of tasks may hold dots. */
export function taskOf(path: string): string | undefined {
  return path.startsWith('tasks.') ? path.slice(0, path.lastIndexOf('.') + 1) : undefined;
}

/** The part that says that a task stands. */
export const partOfTask = (taskId: string) => `tasks.${taskId}.`;
const isTask = (path: string) => path.startsWith('tasks.') && path.endsWith('.');

/** The province's document by its parts. */
export function heldOf({ number, issuedOn, issuer, subject, tasks }: OurDocument): Held {
  return {
    ...{ number, issuedOn, issuer, subject },
    ...Object.assign(
      {},
      ...tasks.map(({ taskId, content, leads, dueOn }) => {
        const at = partOfTask(taskId);
        return {
          [at]: stands,
          [`${at}content`]: content,
          [`${at}leads`]: [...leads].sort().join(', '),
          [`${at}dueOn`]: dueOn,
        };
      }),
    ),
  };
}
