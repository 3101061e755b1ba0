import { showDay } from '@tddh/domain/day';
import { createSignal, For, Show } from 'solid-js';
import type { Ask } from '../../api.ts';
import { api } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/page.tsx';
import { useQuery } from '../../query.ts';
import { useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import css from './asks.module.css';

const few = 2;

/** What waits for this person's decision or answer, above what waits to be confirmed; nothing where nothing waits. */
export function Asks() {
  const session = useSession();
  const query = useQuery(() => ({ queryKey: ['figures', 'asks'], queryFn: api.asks }));
  const [whole, setWhole] = createSignal(false);
  const items = () => (query.isSuccess ? query.data.items : []);
  const what = (ask: Ask) => {
    if (ask.kind === 'extension') return t('asks.extension', { day: showDay(ask.dueOn ?? ask.on) });
    if (ask.kind === 'transfer') return t('asks.transfer', { unit: ask.to ?? '' });
    return t(ask.dispute ? 'asks.dispute' : 'asks.question', { day: showDay(ask.answerBy ?? ask.on) });
  };
  const late = (ask: Ask) => ask.answerBy !== undefined && ask.answerBy < session.today;
  return (
    <Show when={items().length > 0}>
      <Card title={t('asks.title', { n: items().length })} class={css.card}>
        <ul class={css.list}>
          <For each={whole() ? items() : items().slice(0, few)}>
            {(ask) => (
              <li data-short={whole() ? undefined : ''}>
                <p class={css.head}>
                  <b data-late={late(ask) ? '' : undefined}>{what(ask)}</b>
                  <span>
                    {ask.assignment.agency} · {ask.assignment.documentNumber} · {showDay(ask.on)}
                  </span>
                </p>
                <a href={`/nhiem-vu/${ask.assignment.id}`}>{ask.assignment.content}</a>
                <Show when={whole()}>
                  <p class={css.text}>{ask.text}</p>
                </Show>
              </li>
            )}
          </For>
        </ul>
        <Show when={!whole()}>
          <Button small onClick={() => setWhole(true)}>
            {t('asks.all', { n: items().length })}
          </Button>
        </Show>
      </Card>
    </Show>
  );
}
