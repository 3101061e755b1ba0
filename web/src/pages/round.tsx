import { showDay } from '@tddh/domain/day';
import { For } from 'solid-js';
import { ButtonLink } from '../parts/button.tsx';
import { isAgency, useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { EntryForm } from './roster/entry.tsx';
import { type RoundDetail, roster, type UnitEntry } from './roster/requests.ts';
import { RoundPage } from './rounds/one.tsx';

/** One round of focal persons: the own unit's form, and, for the Office, everybody's and the list. */
export function Round() {
  const session = useSession();
  return (
    <RoundPage<UnitEntry, RoundDetail>
      kind="roster"
      queryKey="rosters"
      ask={roster.round}
      remind={roster.remind}
      reads={!isAgency(session)}
      paper={({ round }) => (
        <ButtonLink href={`/api/rosters/${round.id}/list.xlsx`} download="" target="_self">
          {t('roster.list')}
        </ButtonLink>
      )}
      form={({ round }, of, sent) => <EntryForm roundId={round.id} of={of} sent={sent} />}
      sentTitle={(n) => t('roster.sentList', { n })}
      sentLine={(_, one) => (
        <span>
          {one.unit.name}
          <small>{t('roster.sentOn', { day: showDay(one.entry?.sentOn ?? '') })}</small>
          <For each={one.entry?.people}>
            {(person) => (
              <small>
                {person.name} · {person.position} · {person.phone}
              </small>
            )}
          </For>
        </span>
      )}
    />
  );
}
