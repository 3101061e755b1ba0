import { currentDue, isOpen } from '@tddh/domain/assignment';
import type { Day } from '@tddh/domain/day';
import type { Document } from '@tddh/domain/document';
import { type Link, unitOfCode } from '@tddh/domain/link';
import type { Held } from '@tddh/domain/meeting';
import type { NationalDocument, OurDocument } from '@tddh/domain/national';
import { rolledUp } from '@tddh/domain/succession';
import type { NationalRef, NewTask } from '@tddh/domain/task';
import type { Catalog } from '../catalog.ts';
import { assignmentsNow } from '../complete.ts';
import type { Db } from '../db.ts';
import type { InboundFault } from './receive.ts';

export type TaskOfTheirs = NewTask & { national: NationalRef };

/** Their standing tasks as ours, or the codes that no unit has. */
export function tasksOf(
  link: Link,
  { units }: Catalog,
  theirs: NationalDocument,
): TaskOfTheirs[] | InboundFault {
  const standing = theirs.tasks.filter((t) => t.state !== 'recalled');
  const unitOf = (code: string) => unitOfCode(link, units, code, theirs.issuedOn);
  const unknown = standing.flatMap((t) => t.leads.filter((code) => !unitOf(code)));
  if (unknown.length > 0) return { code: 'unknown_unit', about: [...new Set(unknown)].join(', ') };
  return standing.map(({ taskId, content, leads, dueOn }) => ({
    ...{ content, dueOn, supports: [] },
    leads: [...new Set(leads.map((code) => unitOf(code)!))],
    national: { link: link.id, taskId },
  }));
}

/** Units as of a day: who took a unit over stands for it, so that a reorganisation is no difference. */
export const unitNow =
  ({ successions }: Pick<Catalog, 'successions'>, today: Day) =>
  (unit: string) =>
    rolledUp(unit, successions, today);

/** The unit of today that an agency code of a national document means. */
export const unitOf =
  (link: Link, catalog: Catalog, { issuedOn }: Pick<NationalDocument, 'issuedOn'>, today: Day) =>
  (code: string) => {
    const unit = unitOfCode(link, catalog.units, code, issuedOn);
    return unit && unitNow(catalog, today)(unit);
  };

/** The national document by its parts, with these tasks, in our units of the day. */
export function theirsOf(
  theirs: NationalDocument,
  tasks: readonly TaskOfTheirs[],
  now: (unit: string) => string,
): OurDocument {
  const { number, issuedOn, issuer, subject } = theirs;
  return {
    ...{ number, issuedOn, issuer, subject },
    tasks: tasks.map(({ content, leads, dueOn, national }) => ({
      ...{ taskId: national.taskId, content, dueOn, leads: [...new Set(leads.map(now))] },
    })),
  };
}

/** What the province holds of a national document: the plan of a draft, else what stands of its assignments. */
export async function oursOf(
  db: Db,
  document: Document,
  now: (unit: string) => string,
): Promise<OurDocument> {
  const issued = document.status === 'issued';
  const assignments = issued ? (await assignmentsNow(db, document)).filter((a) => a.role === 'lead') : [];
  const { number, issuedOn, issuer, subject } = document;
  const ids = new Set(document.tasks.flatMap(({ national }) => (national ? [national.taskId] : [])));
  return {
    ...{ number, issuedOn, issuer, subject },
    ...(issued ? {} : { draft: true }),
    tasks: [...ids].flatMap((taskId) => {
      const own = document.tasks.filter((task) => task.national?.taskId === taskId);
      const of = assignments.filter((a) => own.some((task) => task.id === a.taskId));
      const standing = of.filter((a) => isOpen(a) || a.status === 'done');
      const leads = issued ? standing.map((a) => a.agencyId) : own.flatMap((task) => task.leads);
      if (issued && standing.length === 0) return [];
      const told = standing.find(isOpen) ?? standing[0];
      const dues = issued ? standing.map(currentDue) : own.map((task) => task.dueOn);
      return {
        ...{ taskId, content: told?.content ?? own[0]!.content, leads: [...new Set(leads.map(now))] },
        dueOn: dues.includes(null) ? null : (dues.sort().at(-1) ?? null),
      };
    }),
  };
}

/** Parts as they were kept, in the units of today. */
export function heldNow(held: Held, now: (unit: string) => string): Held {
  return Object.fromEntries(
    Object.entries(held).map(([path, value]) =>
      path.startsWith('tasks.') && path.endsWith('.leads') && value
        ? [path, [...new Set(value.split(', ').map(now))].sort().join(', ')]
        : [path, value],
    ),
  );
}
