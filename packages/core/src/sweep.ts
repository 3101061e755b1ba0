import { never } from '@tddh/domain/day';
import { renewsOn } from '@tddh/domain/recurring';
import { Refusal } from '@tddh/domain/refusal';
import { indexAsks } from './asked.ts';
import { load, perform, shards } from './change.ts';
import type { Desk } from './desk.ts';

/** What a sweep saw and did. `seen` = changed + skipped + failed; one that is changed may count in several of the others. */
export interface SweepReport {
  day: string;
  seen: number;
  /** Marked overdue now. */
  marked: number;
  /** Taken up by the system after the days of grace. */
  started: number;
  /** Reminded of a due day or a progress note now. */
  reminded: number;
  /** Waiting reports of which one more level is told now. */
  escalated: number;
  /** The next one of a recurring task made now. */
  renewed: number;
  /** Nothing to do any more, or somebody else was quicker. */
  skipped: number;
  failed: number;
}

const pageSize = 100;
const width = 4;

/**
 * Looks at everything that is open and due by `desk.today`: marks overdue once, starts what nobody accepted, reminds
 * of what is due soon and escalates reports that wait. It may
 * run as often and as concurrently as it likes, die half way and be run again: what it marked is out of its index.
 * @returns counts; a row that fails is counted, told to `onError`, and does not stop the others
 */
export async function sweep(
  desk: Desk,
  onError: (assignmentId: string, error: unknown) => void,
): Promise<SweepReport> {
  const report: SweepReport = {
    day: desk.today,
    seen: 0,
    marked: 0,
    started: 0,
    reminded: 0,
    escalated: 0,
    renewed: 0,
    skipped: 0,
    failed: 0,
  };
  await Promise.all(shards.map((shard) => sweepShard(desk, shard, report, onError)));
  await indexAsks(desk);
  return report;
}

async function sweepShard(
  desk: Desk,
  shard: string,
  report: SweepReport,
  onError: (assignmentId: string, error: unknown) => void,
): Promise<void> {
  let cursor: string | null = null;
  do {
    const page: { data: { assignmentId: string }[]; cursor: string | null } = await desk.db.assignments.query
      .bySweepDay({ shard })
      .between({ sweepOn: '0000-01-01' }, { sweepOn: `${desk.today}~` })
      .go({ cursor, limit: pageSize, pages: 1 });
    const rows: { assignmentId: string }[] = [...page.data];
    const lane = async () => {
      for (let row = rows.shift(); row; row = rows.shift()) {
        report.seen += 1;
        await sweepOne(desk, row.assignmentId, report, onError);
      }
    };
    await Promise.all(Array.from({ length: width }, lane));
    cursor = page.cursor;
  } while (cursor !== null);
}

/** Of a sweep that did not run for long, every period that has begun since is made, one after the other. */
async function sweepNext(
  desk: Desk,
  nextId: string | undefined,
  report: SweepReport,
  onError: (assignmentId: string, error: unknown) => void,
): Promise<void> {
  const next = nextId ? await load(desk.db, nextId) : undefined;
  if (!next || (renewsOn(next) ?? never) > desk.today) return;
  report.seen += 1;
  await sweepOne(desk, next.id, report, onError);
}

async function sweepOne(
  desk: Desk,
  assignmentId: string,
  report: SweepReport,
  onError: (assignmentId: string, error: unknown) => void,
): Promise<void> {
  try {
    const { after, events } = await perform(desk, assignmentId, { verb: 'sweep', body: {} });
    if (events.length === 0) report.skipped += 1;
    if (events.some((e) => e.type === 'overdue')) report.marked += 1;
    if (events.some((e) => e.type === 'accepted')) report.started += 1;
    if (events.some((e) => e.type === 'reminded')) report.reminded += 1;
    if (events.some((e) => e.type === 'escalated')) report.escalated += 1;
    if (events.some((e) => e.type === 'renewed')) {
      report.renewed += 1;
      await sweepNext(desk, after.recurring?.nextId, report, onError);
    }
  } catch (error) {
    if (error instanceof Refusal) report.skipped += 1;
    else {
      report.failed += 1;
      onError(assignmentId, error);
    }
  }
}
