import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { api } from '../../api.ts';
import { Answered } from '../../parts/answered.tsx';
import { useQuery } from '../../query.ts';
import type { StatisticsRow } from '../../statistics.ts';
import { t } from '../../words/words.ts';
import css from '../snapshots.module.css';

type Place = { row: string; leaf: number } | null;

/** What would differ today: which assignments moved from which leaf to which, and the events since. */
export function Changes(props: { id: string; rows: StatisticsRow[] }) {
  const changes = useQuery(() => ({
    queryKey: ['figures', 'differences', props.id],
    queryFn: () => api.differences(props.id),
  }));
  const place = (at: Place) => {
    if (!at) return t('frozen.nowhere');
    const unit = props.rows.find((row) => row.unit.id === at.row)?.unit.name ?? at.row;
    return `${unit}: ${t(`chart.leaf${at.leaf as 3}`)} (${at.leaf})`;
  };
  return (
    <Answered query={changes}>
      {(data) => (
        <>
          <p class={css.told}>
            {t(data().unchanged ? 'frozen.same' : 'frozen.other')}{' '}
            {t(data().count === 0 ? 'frozen.noMove' : 'frozen.moves', { n: data().count })}
          </p>
          <ul class={css.moved}>
            <For each={data().moved}>
              {(one) => (
                <li>
                  <a href={`/nhiem-vu/${one.id}`}>{one.content}</a>
                  <span>
                    {place(one.from)} → {place(one.to)}
                  </span>
                  <Show when={one.events.length > 0} fallback={<span>{t('frozen.time')}</span>}>
                    <ul>
                      <For each={one.events}>
                        {(event) => (
                          <li>
                            {showDay(event.on)}: {t(`event.${event.event as 'reported'}`)}, {event.actor}
                            {event.reason ? `: ${event.reason}` : ''}
                          </li>
                        )}
                      </For>
                    </ul>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </>
      )}
    </Answered>
  );
}
