import { isSecret } from '@tddh/domain/secrecy';
import type { EntryForm } from './form.ts';
import type { Paper, Work } from './paper.ts';

const draftKey = 'tddh.draft.document';
const waitingKey = 'tddh.draft.waiting';
const tableKey = 'tddh.draft.table';
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

/** A document that waits for its turn: read, or refused with a reason. */
export interface Waiting {
  key: string;
  name: string;
  work?: Work;
  /** Why it cannot be entered, and the way out. */
  trouble?: string;
}

/** The document that was being typed, by person: another person on this machine must not see it. */
export function readKept(personId: string): Work | undefined {
  const kept = read<{ by: string; form: EntryForm; paper?: Paper }>(draftKey);
  if (kept?.by !== personId) return undefined;
  return { form: kept.form, ...(kept.paper ? { paper: kept.paper } : {}) };
}

export function keep(personId: string, work: Work | undefined): void {
  write(draftKey, work && { by: personId, ...work });
}

/** The documents that were waiting, by person. */
export function readWaiting(personId: string): Waiting[] {
  const kept = read<{ by: string; list: Waiting[] }>(waitingKey);
  return kept?.by === personId ? kept.list : [];
}

export function keepWaiting(personId: string, list: readonly Waiting[]): void {
  write(waitingKey, list.length > 0 ? { by: personId, list } : undefined);
}

/** A table that is being looked through: its rows, and the name under which the server knows what of it was entered. */
export interface KeptTable {
  batch: string;
  grid: string[][];
}

/** The table that was being looked through, by person. */
export function readTable(personId: string): KeptTable | undefined {
  const kept = read<KeptTable & { by: string }>(tableKey);
  return kept?.by === personId ? { batch: kept.batch, grid: kept.grid } : undefined;
}

/** Keeps a table but for rows that bear a mark of secrecy. */
export function keepTable(personId: string, table: KeptTable | undefined): void {
  const grid = table?.grid.filter((row) => !row.some(isSecret));
  write(tableKey, table && { by: personId, batch: table.batch, grid });
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
