import { apply } from '@tddh/domain/apply';
import { type Assignment, closedOn, currentDue, isOpen, pendingReport } from '@tddh/domain/assignment';
import type { Outcome } from '@tddh/domain/context';
import { later, never } from '@tddh/domain/day';
import { decide } from '@tddh/domain/decide';
import { type AssignmentEvent, eventId } from '@tddh/domain/events';
import { maySee } from '@tddh/domain/permission';
import { Refusal } from '@tddh/domain/refusal';
import type { Settings } from '@tddh/domain/settings';
import { sweepOn } from '@tddh/domain/sweep';
import type { Command } from '@tddh/domain/verbs';
import { askWrites } from './asked.ts';
import { type Catalog, catalogOf } from './catalog.ts';
import { Conflict, commit, put, type Write } from './commit.ts';
import type { Db } from './db.ts';
import { at, type Desk } from './desk.ts';
import { attachWrites } from './files.ts';
import { type Keep, keptWrite } from './keep.ts';
import { deliveryWrites, laneOf } from './national/queue.ts';
import { makeRoom } from './taken.ts';
import { refuseEnded } from './unitfault.ts';

/** What a caller may demand of a change. */
export interface Demand {
  /** The revision that the caller has seen; another one refuses with `revision_changed`. */
  revision?: number;
  /** An answer to keep in the same transaction, for a request that may come twice. */
  keep?: Keep;
  /** Further writes of the same transaction: they stand only if the change does. */
  also?: readonly Write[];
}

/** Shards of the sweep: so many partitions share what is open and due. */
export const shards = ['0', '1', '2', '3'] as const;

/** As `perform`, for those who need only the assignment after the change. */
export async function change(
  desk: Desk,
  assignmentId: string,
  command: Command,
  demand?: Demand,
): Promise<Assignment> {
  return (await perform(desk, assignmentId, command, demand)).after;
}

/**
 * The one way in which an assignment changes: load, let the rule decide, and write the assignment (only if its
 * revision is the one that was read), its history rows and its outbox rows in one transaction.
 * @returns the assignment after the change, and the events of it
 * @throws Refusal `not_found`, `forbidden`, `state_forbids`, `invalid`, `revision_changed`, or `lost_race` where
 *   somebody else changed it in the meantime: then nothing was written
 */
export async function perform(
  desk: Desk,
  assignmentId: string,
  command: Command,
  demand: Demand = {},
): Promise<{ after: Assignment; events: readonly AssignmentEvent[] }> {
  const { db } = desk;
  const [before, catalog] = await Promise.all([load(db, assignmentId), catalogOf(db)]);
  if (!before || !maySee(desk.actor, before)) throw notFound();
  if (demand.revision !== undefined && demand.revision !== before.revision) {
    throw new Refusal(
      'revision_changed',
      'Nhiệm vụ đã thay đổi từ khi bạn mở. Hãy tải lại để xem rồi làm tiếp.',
    );
  }
  const context = contextOf(desk, catalog, before, command);
  const outcome = decide(before, command, context);
  if (outcome instanceof Refusal) throw outcome;
  if (outcome.events.length === 0) return { after: before, events: [] };
  refuseEnded(catalog, before, command, desk.today);
  const { successor } = outcome;
  const beside = successor ? await makeRoom(desk, before, command, successor.assignmentId, context) : [];
  const after = outcome.events.reduce<Assignment>(apply, before);
  const writes = [
    put(assignmentPut(db, after, catalog.settings, before.revision)),
    ...askWrites(db, before, after),
    ...recordWrites(db, outcome.events, after),
    ...successorWrites(db, outcome, catalog.settings),
    ...beside.flatMap((one) => [
      put(assignmentPut(db, one.after, catalog.settings, one.before.revision)),
      ...askWrites(db, one.before, one.after),
      ...recordWrites(db, one.events, one.after),
    ]),
    ...(await attachWrites(desk, filesIn(command), { assignmentId: before.id })),
    ...(demand.keep ? [keptWrite(db, demand.keep, after)] : []),
    ...(demand.also ?? []),
  ];
  try {
    await commit(db, writes);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    throw new Refusal(
      'lost_race',
      'Có người vừa cập nhật nhiệm vụ này trước bạn nên thao tác chưa được ghi. Hãy tải lại để xem tình trạng mới nhất.',
    );
  }
  return { after, events: outcome.events };
}

/** The files that a command sends along. */
function filesIn({ body }: Command): readonly string[] {
  return 'files' in body ? (body.files ?? []) : [];
}

/** What `change` would refuse of an assignment as it stands; undefined where it would not. Writes nothing. */
export async function rehearse(desk: Desk, a: Assignment, command: Command): Promise<Refusal | undefined> {
  if (!maySee(desk.actor, a)) return notFound();
  const outcome = decide(a, command, contextOf(desk, await catalogOf(desk.db), a, command));
  return outcome instanceof Refusal ? outcome : undefined;
}

/** The assignment of an id, read consistently. */
export async function load(db: Db, assignmentId: string): Promise<Assignment | undefined> {
  const { data } = await db.assignments.get({ assignmentId }).go({ consistent: true });
  return data?.data;
}

/** The refusal of what is not there, or must not be seen: the two are not told apart. */
export function notFound(): Refusal {
  return new Refusal('not_found', 'Không tìm thấy nhiệm vụ này, hoặc nhiệm vụ không thuộc đơn vị bạn.');
}

/** The rule's context. Within one assignment neither the day nor the instant runs backward, whatever a clock says. */
function contextOf(desk: Desk, catalog: Catalog, a: Assignment, command: Command) {
  const to =
    command.verb === 'transfer' ? command.body.to : command.verb === 'cancel' ? command.body.lead : undefined;
  const target = catalog.units.find((u) => u.id === to);
  const wanted = command.verb === 'correct' ? command.body.fields.field : undefined;
  const field = catalog.fields.find((f) => f.id === wanted);
  const department = catalog.units.find((u) => u.id === field?.departmentId);
  return {
    actor: desk.actor,
    today: later(desk.today, a.lastOn),
    now: later(at(desk), a.lastAt),
    settings: catalog.settings,
    newId: () => desk.newId('asg'),
    ...(target ? { target } : {}),
    ...(field && department
      ? { field: { id: field.id, departmentId: field.departmentId, departmentName: department.name } }
      : {}),
  };
}

/** The put of an assignment: as new where `revision` is 0, else only over the revision that was read. */
export function assignmentPut(db: Db, a: Assignment, settings: Settings, revision: number): object {
  const row = assignmentRow(a, settings);
  return revision === 0
    ? db.assignments.create(row).params()
    : db.assignments
        .put(row)
        .where((attr, op) => op.eq(attr.revision, revision))
        .params();
}

/** An assignment as its row: the facts, and what the indexes need. */
export function assignmentRow(a: Assignment, settings: Settings) {
  return {
    assignmentId: a.id,
    documentId: a.documentId,
    agencyId: a.agencyId,
    departmentId: a.departmentId,
    closedOn: isOpen(a) ? never : (closedOn(a) ?? a.lastOn),
    dueOn: currentDue(a) ?? never,
    assignedOn: a.assignedOn,
    issuedOn: a.document.issuedOn,
    month: a.assignedOn.slice(0, 7),
    taskNumber: a.taskNumber,
    reportedOn: pendingReport(a)?.on ?? never,
    sweepOn: sweepOn(a, settings) ?? never,
    shard: shards[shardOf(a.id)]!,
    revision: a.revision,
    data: a,
  };
}

function shardOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 65_536;
  return sum % shards.length;
}

/** The history rows and outbox rows of events. */
export function recordWrites(db: Db, events: readonly AssignmentEvent[], after: Assignment): Write[] {
  return events.flatMap((event) => [
    put(
      db.history.create({ assignmentId: event.assignmentId, revision: event.revision, data: event }).params(),
    ),
    put(db.outbox.create(outboxRow(event, after)).params()),
    ...deliveryWrites(db, event, after),
  ]);
}

/** What the bus is told of an event: who and what, no text of a report. */
function outboxRow(event: AssignmentEvent, a: Assignment) {
  return {
    eventId: eventId(event),
    queue: 'bus',
    at: event.at,
    type: `assignment.${event.type}`,
    detail: {
      eventId: eventId(event),
      assignmentId: a.id,
      documentId: a.documentId,
      taskId: a.taskId,
      agencyId: a.agencyId,
      departmentId: a.departmentId,
      fieldId: a.fieldId,
      role: a.role,
      on: event.on,
      at: event.at,
      by: event.by,
      from: event.from,
      to: event.to,
      title: a.content.slice(0, 200),
      documentNumber: a.document.number,
      ...(a.national ? { lane: laneOf(a.national) } : {}),
      ...(event.reason ? { reason: event.reason } : {}),
    },
  };
}

function successorWrites(db: Db, outcome: Outcome, settings: Settings): Write[] {
  if (!outcome.successor) return [];
  const successor = apply(undefined, outcome.successor);
  return [
    put(assignmentPut(db, successor, settings, 0)),
    ...askWrites(db, undefined, successor),
    ...recordWrites(db, [outcome.successor], successor),
  ];
}
