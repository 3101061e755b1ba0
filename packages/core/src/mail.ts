import type { Instant } from '@tddh/domain/day';
import { Conflict, commit, put, type Write } from './commit.ts';
import { at, type Desk } from './desk.ts';
import type { Queued } from './mailrows.ts';

/** Stands in the text of a letter for the product's address, e.g. `{{origin}}/nhiem-vu/asg_1`; put in when it is sent. */
export const originMark = '{{origin}}';

/** A letter to one person. */
export interface Letter {
  /** What makes it one letter: queued again under the same key it changes nothing. Lower case, as all keys are. */
  key: string;
  personId: string;
  kind: string;
  /** One line; line ends are folded into blanks, so that no header can be smuggled in. */
  subject: string;
  /** Plain Vietnamese text; a link begins with `originMark`. */
  text: string;
  /** The assignment on which the letter's own link may report (one use, 7 days); none where not given. */
  reports?: string;
  /** Not to be sent before; at once where not given. */
  notBefore?: Instant;
}

/**
 * The write that queues a letter, for a transaction: it fails with a Conflict where the key was queued before. The
 * letter is sent by the function `mail`; to people without an address none is sent.
 */
export function mailWrite(desk: Desk, letter: Letter): Write {
  const { key, personId, kind, subject, text, reports, notBefore } = letter;
  const data: Queued = {
    ...{ personId, kind, subject: oneLine(subject), text, queuedAt: at(desk), attempts: 0 },
    ...(reports ? { reports } : {}),
  };
  const due = notBefore && notBefore > at(desk) ? notBefore : at(desk);
  return put(
    desk.db.letters
      .create({ letterKey: key.toLowerCase(), queue: 'mail', at: due, revision: 1, data })
      .params(),
  );
}

/** Queues a letter, with what stands only if it does. @returns false where its key was queued before */
export async function mail(desk: Desk, letter: Letter, also: readonly Write[] = []): Promise<boolean> {
  try {
    await commit(desk.db, [mailWrite(desk, letter), ...also]);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

/** A subject as one line of at most 180 characters, without control characters. */
export function oneLine(text: string): string {
  const line = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return line.length > 180 ? `${line.slice(0, 179)}…` : line;
}
