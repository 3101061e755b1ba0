import X from 'lucide-solid/icons/x';
import { For } from 'solid-js';
import type { AssignmentItem, Confirmed } from '../shapes.ts';
import { t } from '../words/words.ts';
import { Mark } from './badge.tsx';
import { Button } from './button.tsx';
import css from './results.module.css';

export interface Outcome {
  results: Confirmed['results'];
  /** The rows as they were when they were confirmed: the list has moved on. */
  items: readonly AssignmentItem[];
  /** Its name and the words for done and not done; those of a confirmation where not given. */
  words?: { title: string; ok: string; bad: string };
}

/** What became of each of many rows, what failed first. Beside the work, never in its way. */
export function Results(props: { outcome: Outcome; close: () => void }) {
  const rows = () =>
    [...props.outcome.results]
      .sort((a, b) => Number(a.ok) - Number(b.ok))
      .map((result) => ({ ...result, item: props.outcome.items.find((one) => one.id === result.id) }));
  const words = () =>
    props.outcome.words ?? { title: t('decide.results'), ok: t('decide.ok'), bad: t('decide.bad') };
  return (
    <section class={css.panel} aria-label={words().title} data-screen>
      <header>
        <h2>{words().title}</h2>
        <Button look="quiet" square small aria-label={t('act.close')} onClick={() => props.close()}>
          <X size={16} />
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <ul class={css.results} tabIndex={0}>
        <For each={rows()}>
          {(row) => (
            <li>
              <Mark state={row.ok ? 'done' : 'cancelled'} />
              <p>
                <a href={`/nhiem-vu/${row.id}`}>{row.item?.content ?? row.id}</a>
                <small>
                  <b>{row.ok ? words().ok : words().bad}</b> · {row.item?.agency.name}
                </small>
                <span>{row.message}</span>
              </p>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
