import type { Act, AuditFilter } from '@tddh/domain/audit';
import { addDays, type Day, dayOf, monthsBetween } from '@tddh/domain/day';
import type { Actor } from '@tddh/domain/person';
import type { Audited } from './auditrows.ts';
import { catalogOf, knownSettings, settingsOf } from './catalog.ts';
import { put, type Write } from './commit.ts';
import { at, type Desk } from './desk.ts';
import { type Page, pageOf, type Source } from './paging.ts';
import { listPeople, refuseUnlessAdmin } from './people.ts';

/** What is to be recorded; who and when are the desk's. */
export interface Entry {
  act: Act;
  /** Whom or what it concerns: the id of a person, of a unit, of an assignment. */
  subject?: string;
  /** In short: a route, a field's name, an address. Never a password, a code or a token. */
  detail?: string;
}

/** Who acts where nobody is signed in: recorded as such. */
export const nobody: Actor = { id: '-', name: '-', role: 'system', unitId: '-', fields: [] };

const mostDetail = 300;

/** The write that records an entry, for the transaction of what it records. */
export function auditWrite(desk: Desk, entry: Entry): Write {
  return put(desk.db.audit.create(rowOf(desk, entry)).params());
}

/** Records an entry by itself. */
export async function audit(desk: Desk, entry: Entry): Promise<void> {
  await desk.db.audit.create(rowOf(desk, entry)).go();
}

function rowOf(desk: Desk, { act, subject, detail }: Entry) {
  const data: Audited = {
    ...{ at: at(desk), act, actor: { id: desk.actor.id, name: desk.actor.name } },
    ...(subject ? { subject } : {}),
    ...(detail ? { detail: detail.slice(0, mostDetail) } : {}),
  };
  return {
    ...{ auditMonth: dayOf(desk.now).slice(0, 7), at: data.at, auditId: desk.newId('aud') },
    ...{ actorId: desk.actor.id, subjectId: subject ?? '-', data },
    expiresAt: Math.floor(monthsFrom(desk.now, knownSettings(desk.db).auditMonths).getTime() / 1000),
  };
}

function monthsFrom(from: Date, months: number): Date {
  const then = new Date(from);
  then.setUTCMonth(then.getUTCMonth() + months);
  return then;
}

/** The first instant of a local day. */
const startOf = (on: Day) => new Date(`${on}T00:00:00+07:00`).toISOString();

/**
 * The audit log, newest first, a page at a time. Who did it and whom it concerns are each one partition of an index;
 * without either, month after month. What is past its time is left out, whether the table has removed it or not.
 * @throws Refusal `forbidden`, `bad_cursor`
 */
export async function auditLog(desk: Desk, filter: AuditFilter): Promise<Page<Audited & { id: string }>> {
  refuseUnlessAdmin(desk);
  const { actor, subject, act, cursor, limit, ...days } = filter;
  const to = days.to ?? dayOf(desk.now);
  const oldest = dayOf(monthsFrom(desk.now, -(await settingsOf(desk.db)).auditMonths));
  const from = days.from && days.from > oldest ? days.from : oldest;
  const { query } = desk.db.audit;
  const between = [{ at: startOf(from) }, { at: startOf(addDays(to, 1)) }] as const;
  const sources = actor
    ? [source(query.byActor({ actorId: actor }).between(...between))]
    : subject
      ? [source(query.bySubject({ subjectId: subject }).between(...between))]
      : monthsBetween(from, to)
          .reverse()
          .map((auditMonth) => source(query.month({ auditMonth }).between(...between)));
  return pageOf(
    desk.db,
    sources,
    (row) => (!act || row.act === act) && (!actor || !subject || row.subject === subject),
    { purpose: `${desk.actor.id}\naudit\n${JSON.stringify([actor, subject, act, from, to])}`, cursor, limit },
  );
}

/** Entries that one file holds at most: some 2 MB, read in a few seconds. */
const mostInFile = 10_000;

/**
 * A part of the log for a file: as many entries as a file holds, whom they concern by name, and where the next part
 * begins (null on the last).
 * @returns `notes` is what the file says of itself above its rows
 * @throws Refusal `forbidden`, `bad_cursor`
 */
export async function auditPart(desk: Desk, filter: AuditFilter, most = mostInFile) {
  const rows: Audited[] = [];
  let { cursor } = filter;
  do {
    const limit = Math.min(200, most - rows.length);
    const page = await auditLog(desk, { ...filter, limit, ...(cursor ? { cursor } : {}) });
    rows.push(...page.rows);
    cursor = page.cursor ?? undefined;
  } while (cursor && rows.length < most);
  const [{ units, fields }, people] = await Promise.all([catalogOf(desk.db), listPeople(desk)]);
  const names = new Map([...people, ...units, ...fields].map(({ id, name }) => [id, name]));
  const more = cursor ? 'Còn nữa: tải phần tiếp theo.' : 'Đến hết.';
  return {
    lines: rows.map((row) => ({ ...row, subject: names.get(row.subject ?? '') ?? row.subject ?? '' })),
    notes: [`${rows.length} dòng, mới nhất trước. ${more}`],
    cursor: cursor ?? null,
  };
}

interface Query {
  go: (options: { cursor: string | null; limit: number; pages: 1; order: 'desc' }) => Promise<{
    data: { auditId: string; data: Audited }[];
    cursor: string | null;
  }>;
}

function source(query: Query): Source<Audited & { id: string }> {
  return async (cursor, limit) => {
    const page = await query.go({ cursor, limit, pages: 1, order: 'desc' });
    return { rows: page.data.map((row) => ({ id: row.auditId, ...row.data })), cursor: page.cursor };
  };
}
