import type { Unit } from '@tddh/domain/agency';
import type { Assignment } from '@tddh/domain/assignment';
import type { Day } from '@tddh/domain/day';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { moves, type NewSuccession, reorganise, type Succession, targetsOf } from '@tddh/domain/succession';
import { auditWrite } from './audit.ts';
import { catalogEntry, catalogOf, catalogPut, forgetCatalog } from './catalog.ts';
import { at, type Desk } from './desk.ts';
import { pageOf, type Source } from './paging.ts';
import { peopleOf, refuseUnlessAdmin } from './people.ts';
import { all, closedOfAgency, openOfAgency } from './sources.ts';
import { over } from './units.ts';

/**
 * Records a reorganisation: the old units are over from its day, or bear the new name. What is open moves in a batch
 * of its own; nothing that is closed changes.
 * @throws Refusal `forbidden`, `invalid` with every fault, `revision_changed` where a unit changed meanwhile
 */
export async function recordSuccession(desk: Desk, input: NewSuccession): Promise<Succession> {
  refuseUnlessAdmin(desk);
  const { db } = desk;
  forgetCatalog(db);
  const catalog = await catalogOf(db);
  const held = new Set(catalog.fields.map((field) => field.departmentId));
  const made = reorganise(input, catalog.units, catalog.successions, held);
  if (made instanceof Refusal) throw made;
  const name = made.units[0]?.name;
  if (input.kind === 'rename' && catalog.units.some((u) => u.name === name && u.id !== input.from[0])) {
    throw invalid('name', 'Đã có đơn vị mang tên này.');
  }
  const succession: Succession = {
    id: desk.newId('suc'),
    ...made.succession,
    ...{ recordedOn: desk.today, recordedAt: at(desk), recordedBy: desk.actor.id },
  };
  // Every unit of it is written over what was read: two reorganisations of one unit cannot both be recorded.
  const touched = [...new Set([...succession.from, ...succession.to])].map(
    (id) => made.units.find((unit) => unit.id === id) ?? catalog.units.find((unit) => unit.id === id)!,
  );
  await over(
    desk,
    [
      catalogPut(db, 'succession', succession.id, succession, undefined),
      ...touched.map((unit) => catalogPut(db, 'unit', unit.id, unit, unit.revision)),
      auditWrite(desk, {
        ...{ act: 'reorganised', subject: succession.from[0]! },
        detail: `${succession.kind} ${succession.on} ${succession.basis}: ${succession.from} → ${succession.to}`,
      }),
    ],
    'Một đơn vị trong quyết định này',
  );
  return succession;
}

/** How much of a reorganisation is still to be moved. */
export interface Left {
  /** Open assignments that wait at the old units, by status. */
  open: Partial<Record<Assignment['status'], number>>;
  /** Closed ones: they keep their unit and its name. */
  closed: number;
  /** People of the old units. */
  people: number;
}

/** The reorganisations, newest first, each with what is still to be moved. @throws Refusal `forbidden` */
export async function listSuccessions(desk: Desk) {
  refuseUnlessAdmin(desk);
  const { successions } = await catalogOf(desk.db);
  const items = await Promise.all(
    [...successions].reverse().map(async (one) => ({ ...one, left: await leftOf(desk, one) })),
  );
  return { items };
}

async function leftOf(desk: Desk, succession: Succession): Promise<Left> {
  const left: Left = { open: {}, closed: 0, people: 0 };
  if (succession.kind === 'rename') return left;
  for (const unitId of leaving(succession)) {
    for (const a of await all(openOfAgency(desk.db, unitId))) {
      left.open[a.status] = (left.open[a.status] ?? 0) + 1;
    }
    left.closed += (await all(closedOfAgency(desk.db, unitId))).filter((a) => a.status === 'done').length;
    left.people += (await peopleOf(desk.db, unitId)).length;
  }
  return left;
}

/** The units that are over. A unit that goes on keeps its people and, unless chosen otherwise, its assignments. */
export function leaving({ kind, from, to }: Succession): string[] {
  return kind === 'rename' ? [] : from.filter((one) => !to.includes(one));
}

/** One row of the batch: what would move where, and what may be chosen instead. */
export interface Move {
  id: string;
  content: string;
  documentNumber: string;
  status: Assignment['status'];
  role: Assignment['role'];
  dueOn: Day | null;
  from: string;
  target: string;
  choice: readonly string[];
}

/** A page of what a reorganisation moves, for review. @throws Refusal `forbidden`, `not_found`, `bad_cursor` */
export async function movesOf(desk: Desk, id: string, page: { cursor?: string; limit: number }) {
  const succession = await successionNow(desk, id);
  const sources: Source<Assignment>[] = succession.from.map((unit) => openOfAgency(desk.db, unit));
  const found = await pageOf(desk.db, sources, (a) => moves(a, succession), {
    purpose: `${desk.actor.id}\nmoves\n${id}`,
    cursor: page.cursor,
    limit: page.limit,
  });
  return { items: found.rows.map((a) => moveOf(a, succession)), cursor: found.cursor };
}

function moveOf(a: Assignment, succession: Succession): Move {
  const { target, choice } = targetsOf(succession, a.agencyId)!;
  return {
    ...{ id: a.id, content: a.content, documentNumber: a.document.number, status: a.status, role: a.role },
    ...{ dueOn: a.dues.at(-1)?.dueOn ?? null, from: a.agencyId, target, choice },
  };
}

/** The people of the units that are over, with the unit to which each would go. @throws Refusal `forbidden`, `not_found` */
export async function peopleToMove(desk: Desk, id: string) {
  const succession = await successionNow(desk, id);
  const people = await Promise.all(leaving(succession).map((unit) => peopleOf(desk.db, unit)));
  return {
    items: people.flat().map(({ id: personId, name, role, unitId }) => ({
      ...{ id: personId, name, role, from: unitId, target: succession.to[0]! },
      choice: succession.to.length > 1 ? succession.to : [],
    })),
  };
}

/** A reorganisation, read consistently. @throws Refusal `forbidden`, `not_found` */
export async function successionNow(desk: Desk, id: string): Promise<Succession> {
  refuseUnlessAdmin(desk);
  const found = await catalogEntry<Succession>(desk.db, 'succession', id);
  if (!found) throw new Refusal('not_found', 'Không tìm thấy quyết định sắp xếp này. Hãy tải lại trang.');
  return found;
}

/** The unit of a choice. @throws Refusal `invalid` where it does not take over from this unit */
export function chosen(succession: Succession, unitId: string, wanted: string | undefined): Unit['id'] {
  const targets = targetsOf(succession, unitId);
  const target = wanted ?? targets?.target;
  if (!targets || !target || (target !== targets.target && !targets.choice.includes(target))) {
    throw invalid('to', 'Đơn vị này không phải đơn vị kế thừa theo quyết định sắp xếp.');
  }
  return target;
}
