import { createHash } from 'node:crypto';
import type { Document, DocumentBatch, NewDocument } from '@tddh/domain/document';
import { type Fault, Refusal } from '@tddh/domain/refusal';
import { type Catalog, catalogOf } from './catalog.ts';
import { loadDocument, settle } from './complete.ts';
import type { Desk } from './desk.ts';
import { enterDocument, newDocumentOf } from './enter.ts';
import { type Keep, keptAnswer } from './keep.ts';
import { each } from './sources.ts';

const keptSeconds = 7 * 86_400;

/** What became of one document of a batch: `before` where an earlier request had entered it. */
export interface Imported {
  id: string | null;
  number: string | null;
  assignments: number;
  before: boolean;
}

/**
 * Enters the documents of a sheet as one batch: every fault of every document is told first, and then nothing was
 * written. The same batch sent again, or broken off and sent again, enters each document once.
 * @throws Refusal `forbidden`, `secret_document`, `invalid` with paths `documents.3.tasks.0.leads`
 */
export async function importDocuments(
  desk: Desk,
  { batch, check, documents }: DocumentBatch,
): Promise<Imported[]> {
  const catalog = await catalogOf(desk.db);
  const keeps = keepsOf(desk, batch, documents);
  const before = await each(keeps, 8, (keep) => keptAnswer<{ id: string }>(desk, keep));
  const made = documents.map((input, i) => (before[i] ? undefined : attempt(desk, catalog, input)));
  const faults = made.flatMap((one, i) => (one instanceof Refusal ? under(i, one) : []));
  const secret = made.find((one) => one instanceof Refusal && one.code !== 'invalid');
  if (secret instanceof Refusal) throw new Refusal(secret.code, secret.message, faults);
  faults.push(...(await takenFaults(desk, made)));
  const [first] = faults;
  if (first) throw new Refusal('invalid', first.message, faults);
  const out: Imported[] = [];
  for (const [i, input] of documents.entries()) {
    if (check) {
      out.push({ id: null, number: input.number, assignments: 0, before: before[i] !== undefined });
      continue;
    }
    const known = before[i] && (await loadDocument(desk.db, before[i].id));
    const document = known ? await settle(desk, known) : await enterDocument(desk, input, keeps[i]!);
    const { id, number, made: assignments } = document;
    out.push({ id, number, assignments, before: known !== undefined });
  }
  return out;
}

function attempt(desk: Desk, catalog: Catalog, input: NewDocument): Document | Refusal {
  try {
    return newDocumentOf(desk, catalog, input);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function under(i: number, { faults, message }: Refusal): Fault[] {
  if (faults.length === 0) return [{ path: `documents.${i}`, message }];
  return faults.map((fault) => ({ path: `documents.${i}.${fault.path}`, message: fault.message }));
}

/** Numbers that stand already, in the table or twice in the batch. */
async function takenFaults(
  { db }: Desk,
  made: readonly (Document | Refusal | undefined)[],
): Promise<Fault[]> {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const places = made.flatMap((one, i) =>
    one && !(one instanceof Refusal) && one.uniqueKey ? [{ i, number: one.number, key: one.uniqueKey }] : [],
  );
  const owners = await each(
    places,
    8,
    async ({ key }) => (await db.unique.get({ kind: 'document', value: key }).go()).data,
  );
  places.forEach(({ i, number, key }, at) => {
    const path = `documents.${i}.number`;
    if (owners[at]) faults.push({ path, message: `Văn bản ${number} đã có trong hệ thống.` });
    else if (seen.has(key)) faults.push({ path, message: `Văn bản ${number} được ghi hai lần.` });
    seen.add(key);
  });
  return faults;
}

/**
 * What is kept of each document of a batch, named for its words and not for its place: rows that are mended or dropped
 * before the batch goes on leave the others what they were.
 */
function keepsOf(desk: Desk, batch: string, documents: readonly NewDocument[]): Keep[] {
  const now = Math.floor(desk.now.getTime() / 1000);
  const seen = new Map<string, number>();
  return documents.map((input) => {
    const bodyHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
    const again = seen.get(bodyHash) ?? 0;
    seen.set(bodyHash, again + 1);
    const key = `${batch}.${bodyHash.slice(0, 24)}.${again}`;
    return { personId: desk.actor.id, key, bodyHash, now, expiresAt: now + keptSeconds };
  });
}
