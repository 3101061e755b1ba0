import type { Assignment } from '@tddh/domain/assignment';
import type { AssignmentEvent, EventType } from '@tddh/domain/events';
import type { NationalRef } from '@tddh/domain/task';
import { Conflict, commit, put, type Write } from '../commit.ts';
import type { Db } from '../db.ts';

/** The lane of a national task: what is told of it goes out one after the other. */
export function laneOf({ link, taskId }: Pick<NationalRef, 'link' | 'taskId'>): string {
  return `${link}|${taskId}`;
}

/** Events of which the national side hears; what exactly, the state tells when it is sent. */
const told: ReadonlySet<EventType> = new Set<EventType>([
  'assigned',
  'accepted',
  'noted',
  'reported',
  'withdrawn',
  'returned',
  'confirmed',
  'reopened',
  'recalled',
  'cancelled',
  'transferred',
  'extension-granted',
  'due-moved',
  'paused',
  'resumed',
]);

/**
 * The row that the national side is owed for an event, in the event's own transaction, so that neither can be without
 * the other and a lane always holds what came before.
 */
export function deliveryWrites(db: Db, event: AssignmentEvent, a: Assignment): Write[] {
  if (!a.national || a.role !== 'lead' || !told.has(event.type)) return [];
  // A due day that the national side moved is no news to it.
  if (event.type === 'due-moved' && event.by.role === 'national') return [];
  const { assignmentId, revision, at, type } = event;
  const eventId = `${assignmentId}.${String(revision).padStart(6, '0')}`;
  const row = { lane: laneOf(a.national), at, eventId, type, assignmentId };
  return [put(db.deliveries.create(row).params())];
}

/** What is owed where a recall comes for what is done: no event of ours, since nothing changes here. */
export const recallRefused = 'recall-refused';

/**
 * Owes the national side the answer that a recall comes too late: the assignment is done. Owed again for the same
 * version of the document it is one answer.
 * @param at when the recall came: what was told before stands before it in the lane
 */
export async function refuseRecall(db: Db, a: Assignment, version: number, at: string): Promise<void> {
  const eventId = `${a.id}.recall.${String(version).padStart(6, '0')}`;
  const { data } = await db.delivered.get({ eventId }).go({ consistent: true });
  if (data || !a.national) return;
  const lane = laneOf(a.national);
  await db.deliveries.put({ lane, at, eventId, type: recallRefused, assignmentId: a.id }).go();
  await wake(db, lane, new Date());
}

/**
 * Says that a lane has something to deliver. A lane that waits for its next attempt, or is parked, keeps its time.
 * It may be called as often as one likes.
 */
export async function wake(db: Db, lane: string, now: Date): Promise<void> {
  for (;;) {
    const { data } = await db.lanes.get({ lane }).go({ consistent: true });
    const idle = !data || data.queue === 'idle';
    const at = now.toISOString();
    const next = {
      ...(data ?? { lane, attempts: 0 }),
      ...(idle ? { queue: 'out' as const, nextAt: at, since: at, attempts: 0 } : {}),
      revision: (data?.revision ?? 0) + 1,
    };
    if (await moveLane(db, next as LaneRow, data?.revision)) return;
  }
}

/** A lane as stored. */
export interface LaneRow {
  lane: string;
  queue: 'out' | 'parked' | 'idle';
  nextAt: string;
  since: string;
  attempts: number;
  error?: string | undefined;
  finished?: boolean | undefined;
  revision: number;
}

/** Writes a lane over the revision that was read, and with it whatever else belongs to it. @returns false where somebody else was quicker */
export function moveLane(
  db: Db,
  next: LaneRow,
  revision: number | undefined,
  more: Write[] = [],
): Promise<boolean> {
  const write =
    revision === undefined
      ? db.lanes.create(next)
      : db.lanes.put(next).where((row, op) => op.eq(row.revision, revision));
  return written(db, write.params(), more);
}

/** Writes a row under its condition, and more with it. @returns false where the condition did not hold: then nothing is written */
export async function written(db: Db, params: object, more: Write[] = []): Promise<boolean> {
  try {
    await commit(db, [put(params), ...more]);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
