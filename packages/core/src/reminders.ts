import { invalid } from '@tddh/domain/refusal';
import { remindsOn } from '@tddh/domain/round';
import { catalogOf } from './catalog.ts';
import type { Desk } from './desk.ts';
import { evaluations } from './evaluations.ts';
import { refuseUnlessAdmin } from './people.ts';
import { rosters } from './rosters.ts';
import { owedBy, type RoundKind, remindUnits, roundNow, roundsOf } from './rounds.ts';

/**
 * Reminds units that have not sent what a round asks for, each person once a day however often it is asked for.
 * @param only these units; all that are missing where not given
 * @returns how many units and letters
 * @throws Refusal `forbidden`, `not_found`, `invalid` where nobody is missing
 */
export async function remindRound(desk: Desk, kind: RoundKind, roundId: string, only?: readonly string[]) {
  refuseUnlessAdmin(desk);
  const round = await roundNow(desk, kind, roundId);
  const late = (await owedBy(desk, kind, round)).filter((id) => !only || only.includes(id));
  if (late.length === 0) throw invalid('units', 'Các đơn vị này đã gửi đủ: không còn ai để nhắc.');
  return { units: late.length, letters: await remindUnits(desk, kind, round, late) };
}

/** The reminders that the settings order for today; run as often as one likes. @returns letters queued now */
export async function remindRounds(desk: Desk): Promise<number> {
  const { settings } = await catalogOf(desk.db);
  let letters = 0;
  for (const kind of [rosters, evaluations]) {
    for (const round of await roundsOf(desk, kind)) {
      if (!remindsOn(round, settings.rosterReminders, desk.today)) continue;
      letters += await remindUnits(desk, kind, round, await owedBy(desk, kind, round));
    }
  }
  return letters;
}
