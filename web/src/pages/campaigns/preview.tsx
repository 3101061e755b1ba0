import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { JudgedRow } from '../../campaigns.ts';
import { Segmented } from '../../parts/segmented.tsx';
import { t } from '../../words/words.ts';
import css from './preview.module.css';

/** A row of a sheet with what it would do or what became of it. */
export interface Line extends JudgedRow {
  /** Why not, in words. */
  said: string;
  /** True where it was applied just now. */
  fresh?: boolean;
}

const columns = [
  'outcome',
  'reason',
  'documentNumber',
  'documentDate',
  'reportedOn',
  'cureOn',
  'id',
  'stamp',
];

/** What each row of a sheet would do, what is wrong first; the action stands above. */
export function Preview(props: { name: string; lines: readonly Line[]; children: JSX.Element }) {
  const [only, setOnly] = createSignal<'all' | 'bad'>('all');
  const bad = (line: Line) => line.verdict === 'error' || line.verdict === 'conflict';
  const count = (verdict: Line['verdict']) => props.lines.filter((line) => line.verdict === verdict).length;
  const shown = createMemo(() =>
    [...props.lines]
      .filter((line) => only() === 'all' || bad(line))
      .sort((a, b) => Number(bad(b)) - Number(bad(a)) || a.row.row - b.row.row),
  );
  const column = (line: Line) => {
    const path = line.faults[0]?.path;
    return path && columns.includes(path) ? t(`campaign.column.${path as 'reason'}`) : '';
  };
  return (
    <div class={css.preview}>
      <header>
        <p role="status">
          <b>{props.name}</b>{' '}
          {t('campaign.counts', {
            ...{ apply: count('apply'), applied: count('applied'), leave: count('leave') },
            ...{ bad: count('error'), conflict: count('conflict') },
          })}
        </p>
        <Segmented
          label={t('campaign.show')}
          value={only()}
          options={[
            { value: 'all', text: t('campaign.showAll') },
            { value: 'bad', text: t('campaign.showBad') },
          ]}
          change={setOnly}
        />
        {props.children}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section class={css.scroll} tabIndex={0} aria-label={t('campaign.preview')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('campaign.row')}</th>
              <th scope="col">{t('list.content')}</th>
              <th scope="col">{t('campaign.outcome')}</th>
              <th scope="col">{t('campaign.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={shown()}>
              {(line) => (
                <tr data-verdict={line.verdict}>
                  <td>{line.row.row}</td>
                  <td>
                    {line.content ?? line.row.id}
                    <small>{[line.documentNumber, line.agency].filter(Boolean).join(' · ')}</small>
                  </td>
                  <td>{line.row.outcome || '–'}</td>
                  <td>
                    <b>{said(line)}</b>
                    <Show when={line.said}>
                      <small>
                        <Show when={column(line)}>{(title) => `${title()}: `}</Show>
                        {line.said}
                      </small>
                    </Show>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </div>
  );
}

function said(line: Line): string {
  if (line.fresh) return t('campaign.fresh');
  return line.verdict === 'apply' ? t('campaign.willApply') : t(`campaign.${line.verdict}`);
}
