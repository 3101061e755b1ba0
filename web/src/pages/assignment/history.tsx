import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { useCatalog } from '../../parts/catalog.ts';
import { FileList } from '../../parts/filelist.tsx';
import { Card } from '../../parts/page.tsx';
import type { AssignmentDetail } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './history.module.css';
import { type Names, toldOf } from './told.ts';

/** Every step, the newest first: when, who, from which status to which, and why. */
export function History(props: { detail: AssignmentDetail }) {
  const catalog = useCatalog();
  const names: Names = {
    field: (id) => catalog().fields.find((one) => one.id === id)?.name ?? id,
    unit: (id) => catalog().units.find((one) => one.id === id)?.name ?? id,
  };
  const rows = () => [...props.detail.history].reverse();
  return (
    <Card title={t('one.history')}>
      <ol class={css.line}>
        <For each={rows()}>
          {(row) => (
            <li data-event={row.event}>
              <p class={css.what}>
                <b>{t(`event.${row.event}`)}</b>
                <time dateTime={row.at}>{showDay(row.on)}</time>
              </p>
              <p class={css.who}>
                {row.actor.name}
                <Show when={row.actor.role !== 'system'}> · {t(`role.${row.actor.role as 'officer'}`)}</Show>
              </p>
              <Show when={row.from && row.to && row.from !== row.to}>
                <p class={css.who}>{t('one.step', { from: status(row.from), to: status(row.to) })}</p>
              </Show>
              <For each={toldOf(row, names)}>{(line) => <p class={css.why}>{line}</p>}</For>
              <Show when={row.event === 'noted'}>
                <FileList ids={row.data?.files as readonly string[] | undefined} files={props.detail.files} />
              </Show>
            </li>
          )}
        </For>
      </ol>
    </Card>
  );
}

function status(name: string | null): string {
  return name ? t(`status.${name as 'done'}`) : '';
}
