import { isValidOn } from '@tddh/domain/agency';
import { type Day, showDay } from '@tddh/domain/day';
import { mayDo } from '@tddh/domain/permission';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { expectedUnits, maySend, missing, type NewRound, type Round, type Sent } from '@tddh/domain/round';
import { auditWrite } from './audit.ts';
import { type Catalog, catalogOf, changedSince } from './catalog.ts';
import { Conflict, commit, put, type Write } from './commit.ts';
import { at, type Desk } from './desk.ts';
import { mail } from './mail.ts';
import { peopleOf, refuseUnlessAdmin } from './people.ts';

/** A kind of rounds: the shelf on which they stand, and how people call what is sent. */
export interface RoundKind {
  /** Of the table; what units have sent stands on `shelf#id`. */
  shelf: 'roster' | 'evaluation';
  prefix: string;
  /** As a sentence goes on: "chưa gửi …". */
  what: string;
  /** What each unit sends, as a title. */
  entry: string;
  /** Which units a round expects where none are named. */
  usual: (kind: 'agency' | 'department' | 'leadership') => boolean;
  /** What to do, as the last line of a reminder. */
  how: (roundId: string) => string;
}

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

/** Opens a round with what is its own in `more`. @throws Refusal `forbidden`, `invalid` */
export async function beginRound<R extends object>(
  desk: Desk,
  kind: RoundKind,
  { name, dueOn, units: named }: NewRound,
  more: R,
): Promise<Round & R> {
  refuseUnlessAdmin(desk);
  if (dueOn < desk.today) throw invalid('dueOn', 'Hạn gửi không được trước hôm nay.');
  const { units } = await catalogOf(desk.db);
  const all = expectedUnits(units, (unit) => isValidOn(unit, desk.today));
  const strange = named?.find((id) => !all.includes(id));
  if (strange) throw invalid('units', `Đơn vị “${strange}” không thuộc diện gửi hoặc đã hết hiệu lực.`);
  const usual = new Set(units.filter((unit) => kind.usual(unit.kind)).map(({ id }) => id));
  const round = {
    ...{ id: desk.newId(kind.prefix), name, dueOn, openedOn: desk.today, openedBy: desk.actor.id },
    units: all.filter((id) => (named ? named.includes(id) : usual.has(id))),
    ...more,
  };
  const entry = auditWrite(desk, { act: 'round-opened', subject: round.id, detail: `${kind.what}: ${name}` });
  await commit(desk.db, [rowPut(desk, kind.shelf, round.id, round, undefined), entry]);
  return { ...round, revision: 1 };
}

/** A round of an id. @throws Refusal `not_found` */
export async function roundNow<R extends Round>(desk: Desk, kind: RoundKind, roundId: string): Promise<R> {
  const { data } = await desk.db.kept.get({ shelf: kind.shelf, name: roundId }).go({ consistent: true });
  if (!data) throw roundNotFound();
  return data.data as R;
}

/** What the units of a round have sent. */
export async function entriesOf<E extends Sent>(desk: Desk, kind: RoundKind, roundId: string): Promise<E[]> {
  const { data } = await desk.db.kept.query
    .shelf({ shelf: `${kind.shelf}#${roundId}` })
    .go({ pages: 'all', consistent: true });
  return data.map((row) => row.data as E);
}

/** All rounds of a kind, oldest first. */
export async function roundsOf<R extends Round>(desk: Desk, kind: RoundKind): Promise<R[]> {
  const { data } = await desk.db.kept.query.shelf({ shelf: kind.shelf }).go({ pages: 'all' });
  return data.map((row) => row.data as R);
}

/** The rounds, newest first: with how many have sent for those who read all, with the own unit's state for others. */
export async function listRoundsOf<R extends Round>(desk: Desk, kind: RoundKind) {
  const all = (await roundsOf<R>(desk, kind)).reverse();
  const reads = mayDo(desk.actor, 'read-all');
  const seen = reads ? all : all.filter((one) => one.units.includes(desk.actor.unitId));
  const catalog = await catalogOf(desk.db);
  const items = await Promise.all(
    seen.map(async (one) => {
      const entries = await entriesOf(desk, kind, one.id);
      const units = owing(one, entries, catalog, desk.today);
      const own = entries.some((entry) => entry.unitId === desk.actor.unitId);
      return {
        ...{ id: one.id, name: one.name, dueOn: one.dueOn, openedOn: one.openedOn },
        ...(reads ? { expected: units.length, sent: entries.length } : {}),
        own: units.includes(desk.actor.unitId) ? (own ? ('sent' as const) : ('owed' as const)) : null,
      };
    }),
  );
  return { items };
}

/**
 * The units of a round and what they have sent, as this person may see them: all for who `reads` them, else the own.
 * @throws Refusal `not_found` where the own unit is none of the round
 */
export async function unitsOfRound<R extends Round, E extends Sent>(
  desk: Desk,
  kind: RoundKind,
  roundId: string,
  reads: boolean,
) {
  const [round, entries, catalog] = await Promise.all([
    roundNow<R>(desk, kind, roundId),
    entriesOf<E>(desk, kind, roundId),
    catalogOf(desk.db),
  ]);
  const seen = owing(round, entries, catalog, desk.today).filter((id) => reads || id === desk.actor.unitId);
  if (seen.length === 0) throw roundNotFound();
  const units = seen.map((id) => ({
    ...{ unit: { id, name: nameOf(catalog, id) }, maySend: maySend(desk.actor, id) },
    entry: entries.find((entry) => entry.unitId === id) ?? null,
  }));
  return { round, units, missing: missing({ units: seen }, entries).length };
}

/**
 * Refuses who may not send for a unit, and units outside of the round: to an agency it is then not there.
 * @throws Refusal `forbidden`, `not_found`, `invalid`
 */
export function refuseSender(
  desk: Desk,
  kind: RoundKind,
  round: Round,
  unitId: string = desk.actor.unitId,
): void {
  if (!maySend(desk.actor, unitId)) {
    throw mayDo(desk.actor, 'read-all')
      ? new Refusal('forbidden', `Mỗi đơn vị tự gửi ${kind.what} của mình; phòng HC-QT gửi thay được.`)
      : roundNotFound();
  }
  if (!round.units.includes(unitId)) {
    throw mayDo(desk.actor, 'read-all')
      ? invalid('unitId', 'Đơn vị này không thuộc đợt gửi.')
      : roundNotFound();
  }
}

/**
 * Sends what a unit owes to a round, in place of what it sent before.
 * @param seen the revision of the entry that the page has read (0: none yet); another one refuses
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `revision_changed`
 */
export async function sendToRound<E extends object>(
  desk: Desk,
  kind: RoundKind,
  round: Round,
  entry: E,
  { unitId = desk.actor.unitId, seen }: { unitId?: string | undefined; seen?: number | undefined },
): Promise<Sent & E> {
  refuseSender(desk, kind, round, unitId);
  const before = (await entriesOf(desk, kind, round.id)).find((one) => one.unitId === unitId);
  if (seen !== undefined && seen !== (before?.revision ?? 0)) throw changedSince(kind.entry);
  const sent = { unitId, ...entry, sentOn: desk.today, sentAt: at(desk), sentBy: desk.actor.id };
  try {
    await commit(desk.db, [rowPut(desk, `${kind.shelf}#${round.id}`, unitId, sent, before?.revision)]);
  } catch (error) {
    throw error instanceof Conflict ? changedSince(kind.entry) : error;
  }
  return { ...sent, revision: (before?.revision ?? 0) + 1 };
}

/** The units of a round as they stand: one that is over since, and has not sent, is expected no more. */
function owing(round: Round, entries: readonly Sent[], { units }: Catalog, today: Day): string[] {
  const over = units.filter((unit) => !isValidOn(unit, today)).map((unit) => unit.id);
  const sent = new Set(entries.map((entry) => entry.unitId));
  return round.units.filter((id) => !over.includes(id) || sent.has(id));
}

/** The units that have not sent, as they stand today. */
export async function owedBy(desk: Desk, kind: RoundKind, round: Round): Promise<string[]> {
  const entries = await entriesOf(desk, kind, round.id);
  return missing({ units: owing(round, entries, await catalogOf(desk.db), desk.today) }, entries);
}

/** Reminds the people of units that have not sent, each once a day and round. @returns letters queued now */
export async function remindUnits(
  desk: Desk,
  kind: RoundKind,
  round: Round,
  units: readonly string[],
): Promise<number> {
  const catalog = await catalogOf(desk.db);
  const late = desk.today > round.dueOn;
  let letters = 0;
  for (const unitId of units) {
    for (const person of await peopleOf(desk.db, unitId)) {
      if (person.disabled || person.role === 'admin') continue;
      const queued = await mail(desk, {
        ...{
          key: `${kind.shelf}.${round.id}.${person.id}.${desk.today}`,
          personId: person.id,
          kind: kind.shelf,
        },
        subject: `${late ? 'Quá hạn' : 'Nhắc'} gửi ${kind.what}: ${round.name}`,
        text: [
          `${nameOf(catalog, unitId)} chưa gửi ${kind.what} của đợt “${round.name}”.`,
          `Hạn gửi: ${showDay(round.dueOn)}${late ? ' (đã quá hạn)' : ''}.`,
          kind.how(round.id),
        ].join('\n\n'),
      });
      if (queued) letters += 1;
    }
  }
  return letters;
}

function nameOf(catalog: Catalog, unitId: string): string {
  return catalog.units.find((unit) => unit.id === unitId)?.name ?? unitId;
}

function roundNotFound(): Refusal {
  return new Refusal('not_found', 'Không tìm thấy đợt gửi này, hoặc đơn vị bạn không thuộc đợt.');
}
