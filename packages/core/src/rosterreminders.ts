import { showDay } from '@tddh/domain/day';
import { invalid } from '@tddh/domain/refusal';
import { missing, type Round, remindsOn } from '@tddh/domain/roster';
import { catalogOf } from './catalog.ts';
import type { Desk } from './desk.ts';
import { mail } from './mail.ts';
import { peopleOf, refuseUnlessAdmin } from './people.ts';
import { entriesOf, nameOf, owing, roundNow, roundsOpen } from './rosters.ts';

/**
 * Reminds units that have not sent their focal persons, each person once a day however often it is asked for.
 * @param only these units; all that are missing where not given
 * @returns how many units and letters
 * @throws Refusal `forbidden`, `not_found`, `invalid` where nobody is missing
 */
export async function remindRound(desk: Desk, roundId: string, only?: readonly string[]) {
  refuseUnlessAdmin(desk);
  const round = await roundNow(desk, roundId);
  const late = (await owedBy(desk, round)).filter((id) => !only || only.includes(id));
  if (late.length === 0) throw invalid('units', 'Các đơn vị này đã gửi đủ: không còn ai để nhắc.');
  return { units: late.length, letters: await remind(desk, round, late) };
}

/** The reminders that the settings order for today; run as often as one likes. @returns letters queued now */
export async function remindRounds(desk: Desk): Promise<number> {
  const { settings } = await catalogOf(desk.db);
  let letters = 0;
  for (const round of await roundsOpen(desk)) {
    if (!remindsOn(round, settings.rosterReminders, desk.today)) continue;
    letters += await remind(desk, round, await owedBy(desk, round));
  }
  return letters;
}

/** The units that have not sent, as they stand today. */
async function owedBy(desk: Desk, round: Round): Promise<string[]> {
  const entries = await entriesOf(desk, round.id);
  const units = owing(round, entries, await catalogOf(desk.db), desk.today);
  return missing({ units }, entries);
}

async function remind(desk: Desk, round: Round, units: readonly string[]): Promise<number> {
  const catalog = await catalogOf(desk.db);
  const late = desk.today > round.dueOn;
  let letters = 0;
  for (const unitId of units) {
    for (const person of await peopleOf(desk.db, unitId)) {
      if (person.disabled || person.role === 'admin') continue;
      const queued = await mail(desk, {
        ...{ key: `roster.${round.id}.${person.id}.${desk.today}`, personId: person.id, kind: 'roster' },
        subject: `${late ? 'Quá hạn' : 'Nhắc'} gửi nhân sự chuyên trách: ${round.name}`,
        text: [
          `${nameOf(catalog, unitId)} chưa gửi nhân sự chuyên trách của đợt “${round.name}”.`,
          `Hạn gửi: ${showDay(round.dueOn)}${late ? ' (đã quá hạn)' : ''}.`,
          'Mở trang Nhân sự chuyên trách để ghi hoặc gửi bằng tệp Excel.',
        ].join('\n\n'),
      });
      if (queued) letters += 1;
    }
  }
  return letters;
}
