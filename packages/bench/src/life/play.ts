import { isDeepStrictEqual } from 'node:util';
import { load } from '@tddh/core/change';
import type { Db } from '@tddh/core/db';
import { statistics } from '@tddh/core/statistics';
import { replay } from '@tddh/domain/apply';
import { addDays, type Day, monthsBetween } from '@tddh/domain/day';
import { actionsFor } from '@tddh/domain/decide';
import type { AssignmentEvent } from '@tddh/domain/events';
import { may } from '@tddh/domain/permission';
import type { Period } from '@tddh/domain/statistics';
import type { Command } from '@tddh/domain/verbs';
import { recount } from './count.ts';
import { handOver, merge } from './reorganise.ts';
import { bodyOf, cast, type Sequence, start, type Turn, verbOf } from './turns.ts';
import { act, amend, begin, deskOf, emptyWorld, night, ofDocument, type World } from './world.ts';

/** How much a run has seen. */
export interface Seen {
  sequences: number;
  turns: number;
  done: number;
  refused: number;
  /** Refused because `may` denies it to this person. */
  denied: number;
  tables: number;
  /** Open assignments that followed their field to another department. */
  followed: number;
  /** Open assignments that a merger of units moved. */
  merged: number;
  events: Record<string, number>;
}
export const nothingSeen = (): Seen => ({
  ...{ sequences: 0, turns: 0, done: 0, refused: 0, denied: 0 },
  ...{ tables: 0, followed: 0, merged: 0, events: {} },
});

const officer = cast.find((actor) => actor.id === 'officer_tonghop')!;
const admin = cast.find((actor) => actor.role === 'admin')!;
const chair = cast.find((actor) => actor.role === 'leader')!;

/**
 * Plays sequences one after the other on one table, at the end now and then a merger of units, then counts the whole
 * table anew from its history.
 * @throws Error with the whole sequence where table and rules differ in an answer, a row or a number
 */
export async function play(db: Db, sequences: readonly Sequence[], seen: Seen): Promise<void> {
  const world = emptyWorld(db);
  let last: Day = start;
  for (const one of sequences) {
    await begin(world, officer, one);
    try {
      for (const turn of one.turns) await take(world, turn, seen);
    } catch (error) {
      throw new Error(`${String(error)}\n${world.told.join('\n')}`);
    }
    if (world.today > last) last = world.today;
    seen.sequences += 1;
  }
  world.today = last;
  if (sequences[0]?.turns[0]?.yes) seen.merged += await merge(world, admin);
  const histories = await compare(world);
  for (const { type } of [...histories.values()].flat()) seen.events[type] = (seen.events[type] ?? 0) + 1;
  for (const turn of sequences.flatMap((one) => one.turns.slice(0, 1))) {
    await countAnew(db, histories, last, turn, seen);
  }
}

async function take(w: World, turn: Turn, seen: Seen): Promise<void> {
  w.today = addDays(w.today, turn.pass);
  seen.turns += 1;
  if (turn.pick % 11 === 1) return night(w);
  if (turn.pick % 23 === 2) return amend(w, officer, turn.yes, turn.near);
  if (turn.pick % 29 === 3) {
    seen.followed += await handOver(w, admin);
    return;
  }
  const all = ofDocument(w);
  const a = all[turn.which % all.length]!;
  const { actor, verb } = choose(w, turn, a.id);
  const command = { verb, body: bodyOf(verb, w.today, turn) } as Command;
  const before = await load(w.db, a.id);
  const { table, rules } = await act(w, actor, a, command);
  if (table !== rules) throw new Error(`the table says ${table}, the rules say ${rules}`);
  const denied = !may(actor, verb, a);
  if (table === 'ok') seen.done += 1;
  else {
    seen.refused += 1;
    if (denied) seen.denied += 1;
    same('a refusal changed something', await load(w.db, a.id), before);
  }
  if (denied && table === 'ok') throw new Error(`${actor.id} may not ${verb}, and did`);
}

/** What moves an assignment on: picked more often where somebody may, so that lives are long and reach everything. */
const moving = [
  ...['report', 'confirm', 'return', 'withdraw', 'reopen', 'extend', 'grant', 'refuse', 'resume'],
  ...['transfer-decide', 'answer'],
];

/** Anybody with any verb every fourth turn; else one of the verbs that are offered, and somebody who may. */
function choose(w: World, turn: Turn, id: string) {
  const a = w.model.get(id)!;
  const any = { actor: cast[turn.near % cast.length]!, verb: verbOf(turn) };
  if (turn.pick % 4 === 0) return any;
  const offers = cast.flatMap((actor) => actionsFor(a, actor).map((verb) => ({ actor, verb })));
  const verbs = [...new Set(offers.map(({ verb }) => verb))];
  const decisive = verbs.filter((verb) => moving.includes(verb));
  const among = turn.pick % 4 < 3 && decisive.length > 0 ? decisive : [any.verb];
  const verb = among[turn.which % among.length]!;
  const able = offers.filter((one) => one.verb === verb);
  return able[turn.near % able.length] ?? any;
}

/** Every stored assignment is the fold of its history and what the model says. @returns the histories */
async function compare(w: World): Promise<Map<string, AssignmentEvent[]>> {
  const months = await Promise.all(
    monthsBetween(start, '2024-12-31').map((month) =>
      w.db.assignments.query.byMonth({ month }).go({ pages: 'all' }),
    ),
  );
  const rows = months.flatMap(({ data }) => data.map((row) => row.data));
  same('assignments', rows.map((a) => a.id).sort(), [...w.model.keys()].sort());
  const histories = new Map<string, AssignmentEvent[]>();
  for (const a of rows) {
    const { data } = await w.db.history.query.life({ assignmentId: a.id }).go({ pages: 'all' });
    const events = data.map((row) => row.data);
    histories.set(a.id, events);
    same(`fold of ${a.id}`, plain(replay(events)), a);
    same(`model of ${a.id}`, plain(w.model.get(a.id)), a);
  }
  return histories;
}

const groupings = ['agency', 'department', 'field', 'signer'] as const;

async function countAnew(
  db: Db,
  histories: Map<string, AssignmentEvent[]>,
  last: Day,
  { pick, near, far, which, yes }: Turn,
  seen: Seen,
): Promise<void> {
  const from = addDays(start, (near - 4) * 4);
  const by = groupings[pick % 4]!;
  for (const clock of ['report', 'confirmation'] as const) {
    const p: Period = {
      ...{ from, to: addDays(from, far), asOf: addDays(start, which % 90) },
      ...{ clock, basis: yes ? 'assigned' : 'issued', scope: pick % 3 ? 'carried' : 'new' },
    };
    const table = await statistics(deskOf(db, chair, last), p, by);
    const counted = (rows: typeof table.rows) =>
      Object.fromEntries(rows.filter((row) => row.columns[0]! > 0).map((row) => [row.unit.id, row.columns]));
    const { carried, support, awaiting, extended, paused, backdated, lateEntry } = table;
    same(
      `table ${JSON.stringify({ ...p, by })}`,
      {
        ...{ rows: counted(table.rows), office: counted(table.office.rows), total: table.total.columns },
        ...{ carried, support, awaiting, extended, paused, backdated, lateEntry },
      },
      recount(histories, p, by),
    );
    seen.tables += 1;
  }
}

/** As it comes back from the table: nothing is `undefined`. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function same(what: string, got: unknown, wanted: unknown): void {
  if (isDeepStrictEqual(got, wanted)) return;
  throw new Error(`${what}:\n${JSON.stringify(got)}\nis not\n${JSON.stringify(wanted)}`);
}
