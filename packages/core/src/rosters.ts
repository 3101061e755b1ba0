import { mayDo } from '@tddh/domain/permission';
import type { Entry, rosterEntry } from '@tddh/domain/roster';
import type { NewRound, Round } from '@tddh/domain/round';
import type * as v from 'valibot';
import type { Desk } from './desk.ts';
import { beginRound, listRoundsOf, type RoundKind, roundNow, sendToRound, unitsOfRound } from './rounds.ts';

/** Rounds in which every unit names its focal persons. */
export const rosters: RoundKind = {
  ...{ shelf: 'roster', prefix: 'rnd', what: 'nhân sự chuyên trách', entry: 'Danh sách của đơn vị' },
  usual: () => true,
  how: () => 'Mở trang Nhân sự chuyên trách để ghi hoặc gửi bằng tệp Excel.',
};

/** Opens a round. @throws Refusal `forbidden`, `invalid` */
export function openRound(desk: Desk, input: NewRound): Promise<Round> {
  return beginRound(desk, rosters, input, {});
}

/** The rounds, newest first. */
export function listRounds(desk: Desk) {
  return listRoundsOf(desk, rosters);
}

/** A round as this person may see it: all units for those who read all, the own one for others. */
export async function readRound(desk: Desk, roundId: string) {
  const all = mayDo(desk.actor, 'read-all');
  const { round, ...seen } = await unitsOfRound<Round, Entry>(desk, rosters, roundId, all);
  const { units: _, ...plain } = round;
  return { round: plain, ...seen };
}

/**
 * Sends a unit's focal persons, in place of what it sent before.
 * @param seen the revision of the entry that the page has read (0: none yet); another one refuses
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `revision_changed`
 */
export async function sendEntry(
  desk: Desk,
  roundId: string,
  { unitId, people }: v.InferOutput<typeof rosterEntry>,
  seen?: number,
): Promise<Entry> {
  const round = await roundNow<Round>(desk, rosters, roundId);
  return sendToRound(desk, rosters, round, { people }, { unitId, seen });
}
