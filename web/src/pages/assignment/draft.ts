import type { Verb } from '@tddh/domain/verbs';
import type { Session } from '../../shapes.ts';
import type { Values } from './forms.ts';

/** The name of a person's draft: one machine may serve two people, and files belong to who sent them. */
export function draftOf(session: Session, verb: Verb, assignmentId: string): string {
  return `${verb}.${session.person.id}.${assignmentId}`;
}

const key = (name: string) => `tddh.draft.${name}`;

/** What was typed and not sent, kept on this machine so that it is never lost. */
export function readDraft(name: string): Values {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(name)) ?? '{}');
    return kept && typeof kept === 'object' ? (kept as Values) : {};
  } catch {
    return {};
  }
}

/** Keeps what is typed; nothing is kept of an empty form. */
export function keepDraft(name: string, values: Values): void {
  try {
    const some = Object.values(values).some(
      (value) =>
        value !== '' && value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
    );
    if (some) localStorage.setItem(key(name), JSON.stringify(values));
    else localStorage.removeItem(key(name));
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

export function clearDraft(name: string): void {
  keepDraft(name, {});
}
