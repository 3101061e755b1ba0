import { change, load } from '@tddh/core/change';
import { assignmentsOf, factsOf } from '@tddh/core/complete';
import type { Db } from '@tddh/core/db';
import type { Desk } from '@tddh/core/desk';
import { changeDocument } from '@tddh/core/documents';
import { enterDocument } from '@tddh/core/enter';
import { changeRule } from '@tddh/core/recurring';
import { sweep } from '@tddh/core/sweep';
import { fields, units } from '@tddh/core/testing';
import { apply } from '@tddh/domain/apply';
import type { Assignment } from '@tddh/domain/assignment';
import type { Context } from '@tddh/domain/context';
import { addDays, type Day, later, never } from '@tddh/domain/day';
import { decide } from '@tddh/domain/decide';
import { maySee } from '@tddh/domain/permission';
import { type Actor, system } from '@tddh/domain/person';
import { Refusal } from '@tddh/domain/refusal';
import { defaultSettings } from '@tddh/domain/settings';
import { sweepOn } from '@tddh/domain/sweep';
import type { Command } from '@tddh/domain/verbs';
import { type Sequence, start } from './turns.ts';

/** The table and beside it the model: the same assignments in memory, moved by the pure rules alone. */
export interface World {
  db: Db;
  today: Day;
  /** The document that the present sequence is about. */
  documentId: string;
  /** All assignments of the table, by id. */
  model: Map<string, Assignment>;
  /** The department of each field; a handover changes it. */
  fields: Map<string, string>;
  /** What happened so far, for whoever must understand a failure. */
  told: string[];
}

let made = 0;
/** A desk on the world's day; `ids` collects the ids that it gives. */
export function deskOf(db: Db, actor: Actor, today: Day, ids: string[] = []): Desk {
  return {
    ...{ db, actor, today, now: new Date(`${today}T02:00:00Z`) },
    newId: (prefix) => {
      made += 1;
      const id = `${prefix}_m${String(made).padStart(9, '0')}`;
      ids.push(id);
      return id;
    },
  };
}

/** A world on an empty table. */
export const emptyWorld = (db: Db): World => ({
  db,
  today: start,
  documentId: '',
  model: new Map(),
  fields: new Map(fields.map((field) => [field.id, field.departmentId])),
  told: [],
});

/** Enters a sequence's document on the first day, and takes over its assignments into the model. */
export async function begin(w: World, officer: Actor, told: Sequence): Promise<void> {
  made += 1;
  const supports = told.supports
    .map((unit) => unit.slice(0, -1))
    .filter((unit) => !told.leads.includes(unit));
  const every = told.recurring;
  const rule = every === null ? {} : { recurring: { every, day: every === 'week' ? 5 : 15 } };
  const dueOn = told.dueIn === null ? null : addDays(start, told.dueIn);
  const document = await enterDocument(deskOf(w.db, officer, start), {
    ...{
      number: `${made}/UBND-TH`,
      issuedOn: addDays(start, -9),
      issuer: 'UBND tỉnh',
      type: 'cv',
      subject: 's',
    },
    tasks: [{ content: 'Việc', leads: [...told.leads], supports, dueOn, ...rule }],
  });
  for (const a of await assignmentsOf(w.db, document)) w.model.set(a.id, a);
  Object.assign(w, { today: start, documentId: document.id, told: [JSON.stringify({ ...told, turns: [] })] });
}

/** The name of a unit. */
export const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? id;

function contextOf(w: World, actor: Actor, a: Assignment, { verb, body }: Command, id: string): Context {
  const named = verb === 'transfer' ? body.to : verb === 'cancel' ? body.lead : undefined;
  const target = units.find((unit) => unit.id === named);
  const field = verb === 'correct' ? body.fields.field : undefined;
  const home = field && w.fields.get(field);
  const today = later(w.today, a.lastOn);
  return {
    ...{ actor, today, now: later(`${w.today}T02:00:00.000Z`, a.lastAt) },
    ...{ settings: defaultSettings, newId: () => id },
    ...(target ? { target } : {}),
    ...(home ? { field: { id: field, departmentId: home, departmentName: nameOf(home) } } : {}),
  };
}

/** What the rules say of a command: the code of the refusal, or `ok` with the model moved on. */
export function judge(w: World, actor: Actor, a: Assignment, command: Command, id: string): string {
  if (!maySee(actor, a)) return 'not_found';
  const context = contextOf(w, actor, a, command, id);
  const outcome = decide(a, command, context);
  if (outcome instanceof Refusal) return outcome.code;
  if (outcome.successor?.type === 'assigned' && command.verb !== 'sweep') {
    const to = outcome.successor.data.initial;
    const open = [...w.model.values()].filter(
      (b) => b.id !== a.id && b.documentId === a.documentId && b.agencyId === to.agencyId && !b.closed,
    );
    const same = open.filter((b) => b.recurring?.period === a.recurring?.period);
    const ends = same.filter((b) => a.role === 'lead' && b.role === 'support');
    if (same.length > ends.length && actor.role !== 'admin') return 'invalid';
    for (const b of ends) follow(w, actor, b, { verb: 'relieve', body: { leadId: id } });
  }
  w.model.set(a.id, outcome.events.reduce<Assignment>(apply, a));
  if (outcome.successor) w.model.set(outcome.successor.assignmentId, apply(undefined, outcome.successor));
  return 'ok';
}

export function follow(w: World, actor: Actor, a: Assignment, command: Command): void {
  const outcome = decide(a, command, contextOf(w, actor, a, command, ''));
  if (outcome instanceof Refusal) throw outcome;
  w.model.set(a.id, outcome.events.reduce<Assignment>(apply, a));
}

/** Does one verb on the table and in the model. @returns what each of them answered */
export async function act(w: World, actor: Actor, a: Assignment, command: Command) {
  const ids: string[] = [];
  const table = await change(deskOf(w.db, actor, w.today, ids), a.id, command).then(() => 'ok', codeOf);
  const rules = judge(w, actor, a, command, ids.at(-1) ?? 'none');
  w.told.push(
    `${w.today} ${actor.id} ${command.verb} ${a.id.slice(-14)} ${JSON.stringify(command.body)}: ${table}`,
  );
  return { table, rules };
}

/** Sweeps the table, and moves every assignment of the model for which the night has something. */
export async function night(w: World): Promise<void> {
  await sweep(deskOf(w.db, system, w.today), (id, error) => {
    throw new Error(`sweep of ${id}: ${String(error)}`);
  });
  const queue = [...w.model.keys()];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if ((sweepOn(w.model.get(id)!, defaultSettings) ?? never) > w.today) continue;
    const nextId = (await load(w.db, id))?.recurring?.nextId ?? 'none';
    const renewed = w.model.get(id)!.recurring?.nextId;
    judge(w, system, w.model.get(id)!, { verb: 'sweep', body: {} }, nextId);
    const after = w.model.get(id)!.recurring?.nextId;
    if (after && after !== renewed) queue.push(after);
  }
  w.told.push(`${w.today} sweep`);
}

/** Corrects the document, or changes the rule of its task; its assignments follow. */
export async function amend(w: World, actor: Actor, yes: boolean, n: number): Promise<void> {
  const desk = deskOf(w.db, actor, w.today);
  const reason = 'Sửa';
  const rule = { every: 'month', day: 10 + (n % 20) } as const;
  const own = ofDocument(w);
  const recurs = own.some((a) => a.recurring);
  const input =
    n % 2 ? { subject: `s${n}`, reason } : { signer: `Người ${n % 3}`, field: 'taichinh', reason };
  const amending =
    recurs && n % 3 === 0
      ? changeRule(desk, w.documentId, { task: 't1', recurring: yes ? null : rule, reason })
      : changeDocument(desk, w.documentId, input);
  const document = await amending.catch(codeOf);
  // The document, or the field that it shall have, belongs to another department by now.
  if (document === 'forbidden') return;
  if (typeof document === 'string') throw new Error(`amending is refused: ${document}`);
  const { fieldId, departmentId, departmentName, signer } = document;
  const recurring = document.tasks[0]?.recurring;
  for (const a of own) {
    if (a.closed) continue;
    const body = { document: factsOf(document), fieldId, departmentId, departmentName };
    const more = { ...(signer ? { signer } : {}), ...(recurring ? { recurring } : {}) };
    follow(w, actor, a, { verb: 'follow', body: { ...body, ...more } });
  }
  w.told.push(`${w.today} ${actor.id} amends`);
}

/** What the model knows of the present document. */
export function ofDocument(w: World): Assignment[] {
  return [...w.model.values()].filter((a) => a.documentId === w.documentId);
}

function codeOf(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  throw error;
}
