import type { EntryForm } from './form.ts';

const draftKey = 'tddh.draft.document';
const lastKey = 'tddh.last.document';

function read<T>(key: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

/** The document that was being typed, by person: another person on this machine must not see it. */
export function readKept(personId: string): EntryForm | undefined {
  return read<{ by: string; form: EntryForm }>(draftKey)?.by === personId
    ? read<{ by: string; form: EntryForm }>(draftKey)?.form
    : undefined;
}

export function keep(personId: string, form: EntryForm | undefined): void {
  write(draftKey, form && { by: personId, form });
}

/** Issuer and type of the document entered last: the next one mostly has the same. */
export interface Usual {
  issuer: string;
  type: string;
  field: string;
  signer: string;
}

export function usual(): Partial<Usual> {
  return read<Usual>(lastKey) ?? {};
}

export function remember(one: Usual): void {
  write(lastKey, one);
}
