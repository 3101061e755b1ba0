import { isValidOn } from '@tddh/domain/agency';
import type { Day } from '@tddh/domain/day';
import { mayDo } from '@tddh/domain/permission';
import { invalid, Refusal } from '@tddh/domain/refusal';
import {
  type Entry,
  expectedUnits,
  maySend,
  missing,
  type newRound,
  type Round,
  type rosterEntry,
} from '@tddh/domain/roster';
import type * as v from 'valibot';
import { type Catalog, catalogOf, changedSince } from './catalog.ts';
import { Conflict, commit, put, type Write } from './commit.ts';
import { at, type Desk } from './desk.ts';
import { refuseUnlessAdmin } from './people.ts';

const rounds = 'roster';
const shelfOf = (roundId: string) => `roster#${roundId}`;

/** A row of a shelf over the revision that was read (none: 0). */
function rowPut(desk: Desk, shelf: string, name: string, data: object, read: number | undefined): Write {
  const revision = (read ?? 0) + 1;
  return put(
    desk.db.kept
      .put({ shelf, name, data: { ...data, revision }, revision })
      .where((attr, op) => (read ? op.eq(attr.revision, read) : op.notExists(attr.revision)))
      .params(),
  );
}

/** Opens a round. @throws Refusal `forbidden`, `invalid` */
export async function openRound(desk: Desk, input: v.InferOutput<typeof newRound>): Promise<Round> {
  refuseUnlessAdmin(desk);
  if (input.dueOn < desk.today) throw invalid('dueOn', 'Hạn gửi không được trước hôm nay.');
  const { units } = await catalogOf(desk.db);
  const all = expectedUnits(units, (unit) => isValidOn(unit, desk.today));
  const strange = input.units?.find((id) => !all.includes(id));
  if (strange) throw invalid('units', `Đơn vị “${strange}” không thuộc diện gửi hoặc đã hết hiệu lực.`);
  const round: Round = {
    ...{ id: desk.newId('rnd'), name: input.name, dueOn: input.dueOn },
    ...{ openedOn: desk.today, openedBy: desk.actor.id },
    units: input.units ? all.filter((id) => input.units!.includes(id)) : all,
  };
  await commit(desk.db, [rowPut(desk, rounds, round.id, round, undefined)]);
  return { ...round, revision: 1 };
}

/** The rounds, newest first: with how many have sent for those who read all, with the own unit's state for others. */
export async function listRounds(desk: Desk) {
  const { data } = await desk.db.kept.query.shelf({ shelf: rounds }).go({ pages: 'all' });
  const all = data.map((row) => row.data as Round).reverse();
  const seen = mayDo(desk.actor, 'read-all')
    ? all
    : all.filter((one) => one.units.includes(desk.actor.unitId));
  const catalog = await catalogOf(desk.db);
  const items = await Promise.all(
    seen.map(async (one) => {
      const entries = await entriesOf(desk, one.id);
      const units = owing(one, entries, catalog, desk.today);
      const { units: _, ...round } = one;
      const own = entries.find((entry) => entry.unitId === desk.actor.unitId);
      return {
        ...round,
        ...(mayDo(desk.actor, 'read-all') ? { expected: units.length, sent: entries.length } : {}),
        own: units.includes(desk.actor.unitId) ? (own ? ('sent' as const) : ('owed' as const)) : null,
      };
    }),
  );
  return { items };
}

/** A round as this person may see it: all units for those who read all, the own one for others. */
export async function readRound(desk: Desk, roundId: string) {
  const [round, entries, catalog] = await Promise.all([
    roundNow(desk, roundId),
    entriesOf(desk, roundId),
    catalogOf(desk.db),
  ]);
  const all = mayDo(desk.actor, 'read-all');
  const units = owing(round, entries, catalog, desk.today).filter((id) => all || id === desk.actor.unitId);
  if (units.length === 0) throw roundNotFound();
  const { units: _, ...plain } = round;
  return {
    round: plain,
    units: units.map((id) => ({
      ...{ unit: { id, name: nameOf(catalog, id) }, maySend: maySend(desk.actor, id) },
      entry: entries.find((entry) => entry.unitId === id) ?? null,
    })),
    missing: missing({ units }, entries).length,
  };
}

/**
 * Sends a unit's focal persons, in place of what it sent before.
 * @param seen the revision of the entry that the page has read (0: none yet); another one refuses
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `revision_changed`
 */
export async function sendEntry(
  desk: Desk,
  roundId: string,
  input: v.InferOutput<typeof rosterEntry>,
  seen?: number,
): Promise<Entry> {
  const unitId = input.unitId ?? desk.actor.unitId;
  const round = await roundNow(desk, roundId);
  if (!maySend(desk.actor, unitId)) {
    throw mayDo(desk.actor, 'read-all')
      ? new Refusal('forbidden', 'Mỗi đơn vị tự gửi nhân sự của mình; phòng HC-QT gửi thay được.')
      : roundNotFound();
  }
  if (!round.units.includes(unitId)) throw invalid('unitId', 'Đơn vị này không thuộc đợt gửi.');
  const before = (await entriesOf(desk, roundId)).find((entry) => entry.unitId === unitId);
  if (seen !== undefined && seen !== (before?.revision ?? 0)) throw changedSince('Danh sách của đơn vị');
  const entry: Entry = {
    ...{ unitId, people: input.people },
    ...{ sentOn: desk.today, sentAt: at(desk), sentBy: desk.actor.id },
  };
  try {
    await commit(desk.db, [rowPut(desk, shelfOf(roundId), unitId, entry, before?.revision)]);
  } catch (error) {
    throw error instanceof Conflict ? changedSince('Danh sách của đơn vị') : error;
  }
  return { ...entry, revision: (before?.revision ?? 0) + 1 };
}

/** A round of an id. @throws Refusal `not_found` */
export async function roundNow(desk: Desk, roundId: string): Promise<Round> {
  const { data } = await desk.db.kept.get({ shelf: rounds, name: roundId }).go({ consistent: true });
  if (!data) throw roundNotFound();
  return data.data as Round;
}

/** What the units of a round have sent. */
export async function entriesOf(desk: Desk, roundId: string): Promise<Entry[]> {
  const { data } = await desk.db.kept.query
    .shelf({ shelf: shelfOf(roundId) })
    .go({ pages: 'all', consistent: true });
  return data.map((row) => row.data as Entry);
}

/** All rounds that are not long over: what the reminders look at. */
export async function roundsOpen(desk: Desk): Promise<Round[]> {
  const { data } = await desk.db.kept.query.shelf({ shelf: rounds }).go({ pages: 'all' });
  return data.map((row) => row.data as Round);
}

/** The units of a round as they stand: one that is over since, and has not sent, is expected no more. */
export function owing(round: Round, entries: readonly Entry[], { units }: Catalog, today: Day): string[] {
  const over = units.filter((unit) => !isValidOn(unit, today)).map((unit) => unit.id);
  const sent = new Set(entries.map((entry) => entry.unitId));
  return round.units.filter((id) => !over.includes(id) || sent.has(id));
}

export function nameOf(catalog: Catalog, unitId: string): string {
  return catalog.units.find((unit) => unit.id === unitId)?.name ?? unitId;
}

function roundNotFound(): Refusal {
  return new Refusal('not_found', 'Không tìm thấy đợt gửi này, hoặc đơn vị bạn không thuộc đợt.');
}
