import { For } from 'solid-js';
import type { AssignmentItem, Confirmed } from '../shapes.ts';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import css from './results.module.css';

/** What became of each row of a confirmation of many, what failed first. */
export function Results(props: {
  results: Confirmed['results'];
  items: readonly AssignmentItem[];
  close: () => void;
}) {
  const rows = () =>
    [...props.results]
      .sort((a, b) => Number(a.ok) - Number(b.ok))
      .map((result) => ({ ...result, item: props.items.find((one) => one.id === result.id) }));
  return (
    <Dialog
      open
      wide
      title={t('decide.results')}
      close={props.close}
      foot={
        <Button look="primary" onClick={() => props.close()}>
          {t('act.close')}
        </Button>
      }
    >
      <ul class={css.results}>
        <For each={rows()}>
          {(row) => (
            <li data-ok={row.ok ? '' : undefined}>
              <strong>{t(row.ok ? 'decide.ok' : 'decide.bad')}</strong>
              <span>
                <a href={`/nhiem-vu/${row.id}`}>{row.item?.content ?? row.id}</a>
                <small>{row.item?.agency.name}</small>
                <span>{row.message}</span>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Dialog>
  );
}
