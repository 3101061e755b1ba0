import { createMemo, createSignal, For, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/page.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import type { Statistics, StatisticsRow } from '../../statistics.ts';
import { t } from '../../words/words.ts';
import css from './chart.module.css';
import { at, leaves, show } from './figures.ts';
import { Legend, Patterns } from './legend.tsx';
import { behind } from './query.ts';
import { roving } from './roving.ts';
import { stack, ticks } from './scale.ts';
import { sayTerms } from './terms.ts';

export const sorts = ['overdue', 'total', 'share', 'order'] as const;
export type Sort = (typeof sorts)[number];
const sortWords = {
  overdue: 'chart.sortOverdue',
  total: 'chart.sortTotal',
  share: 'chart.sortShare',
  order: 'chart.sortOrder',
} as const;
/** What units are sorted by, as the column of the appendix, largest first. */
const sortColumns = { overdue: 11, total: 1, share: 12 } as const;

interface Tip {
  x: number;
  y: number;
  unit: string;
  text: string;
}

/** All units as stacked bars; each part is a link to what it counts. Plain SVG: prints as vectors. */
export function Chart(props: {
  data: Statistics;
  sort: Sort;
  share: boolean;
  change: (part: { sort?: Sort; share?: boolean }) => void;
}) {
  const [tip, setTip] = createSignal<Tip>();
  const title = () => t('chart.title', { by: t(`form.${props.data.by}`).toLowerCase() });
  let figure: HTMLElement | undefined;
  const rows = createMemo(() => {
    const by = props.sort;
    if (by === 'order') return props.data.rows;
    return props.data.rows.toSorted(
      (a, b) =>
        at(b.columns, sortColumns[by]) - at(a.columns, sortColumns[by]) ||
        at(b.columns, 1) - at(a.columns, 1),
    );
  });
  const axis = createMemo(() =>
    props.share ? [0, 25, 50, 75, 100] : ticks(Math.max(...props.data.rows.map((row) => at(row.columns, 1)))),
  );
  const end = () => axis().at(-1) ?? 1;
  const parts = (row: StatisticsRow) => {
    const values = leaves.map((leaf) => at(row.columns, leaf));
    const places = stack(values, props.share ? at(row.columns, 1) : end());
    return leaves
      .map((leaf, index) => ({ leaf, n: values[index] ?? 0, ...places[index]! }))
      .filter((part) => part.n > 0);
  };
  /** The chart as a file of its own: the writer is loaded when it is asked for. */
  const save = async () => {
    const { chartSvg } = await import('@tddh/forms/chart');
    const svg = chartSvg({ title: title(), terms: sayTerms(props.data), rows: rows() });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    link.download = `${title()}.svg`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  const percent = (n: number, row: StatisticsRow) =>
    show(Math.round((n / Math.max(at(row.columns, 1), 1)) * 10_000) / 100);
  const point = (
    event: { currentTarget: Element },
    row: StatisticsRow,
    leaf: (typeof leaves)[number],
    n: number,
  ) => {
    const box = event.currentTarget.getBoundingClientRect();
    const frame = figure?.getBoundingClientRect();
    if (!frame) return;
    setTip({
      x: Math.min(Math.max(box.left + box.width / 2 - frame.left, 110), frame.width - 110),
      y: box.top - frame.top,
      unit: row.unit.name,
      text: `${t(`chart.leaf${leaf}`)}: ${show(n)} (${percent(n, row)} %)`,
    });
  };

  return (
    <Card
      title={title()}
      class={css.card}
      actions={
        <>
          <Show when={props.data.rows.length > 1}>
            <select
              class={css.sort}
              aria-label={t('chart.sort')}
              value={props.sort}
              onChange={(event) => props.change({ sort: event.currentTarget.value as Sort })}
            >
              <For each={sorts}>{(sort) => <option value={sort}>{t(sortWords[sort])}</option>}</For>
            </select>
          </Show>
          <Button data-screen onClick={() => void save()}>
            {t('chart.save')}
          </Button>
          <Segmented
            label={t('chart.unit')}
            value={props.share ? 'percent' : 'count'}
            options={[
              { value: 'count', text: t('chart.count') },
              { value: 'percent', text: t('chart.percent') },
            ]}
            change={(value) => props.change({ share: value === 'percent' })}
          />
        </>
      }
    >
      <Patterns />
      <p class={css.official} data-print>
        {t('chart.official')}
      </p>
      <Legend />
      <figure ref={figure} class={css.figure} aria-label={title()} onMouseLeave={() => setTip(undefined)}>
        <div class={css.plot} ref={roving}>
          <div class={css.axis} aria-hidden="true">
            <For each={axis()}>
              {(tick) => (
                <span style={{ left: `${(tick / end()) * 100}%` }}>
                  {show(tick)}
                  {props.share ? '%' : ''}
                </span>
              )}
            </For>
          </div>
          <For each={rows()}>
            {(row, index) => (
              <div class={css.row} data-row>
                <span class={css.name} title={row.unit.name}>
                  {row.unit.name}
                </span>
                <svg class={css.bar} height="18" aria-label={row.unit.name}>
                  <For each={parts(row)}>
                    {(part, order) => (
                      <g>
                        <a
                          href={behind(props.data, { leaf: part.leaf, unit: row.unit.id })}
                          data-col={order()}
                          tabIndex={index() === 0 && order() === 0 ? 0 : -1}
                          aria-label={t('chart.bar', {
                            unit: row.unit.name,
                            leaf: t(`chart.leaf${part.leaf}`),
                            n: show(part.n),
                            percent: percent(part.n, row),
                          })}
                          onMouseEnter={(event) => point(event, row, part.leaf, part.n)}
                          onFocus={(event) => point(event, row, part.leaf, part.n)}
                          onBlur={() => setTip(undefined)}
                        >
                          <rect
                            x={`${part.start}%`}
                            width={`${part.size}%`}
                            height="18"
                            style={{ fill: `var(--leaf-${part.leaf})` }}
                          />
                          <rect
                            x={`${part.start}%`}
                            width={`${part.size}%`}
                            height="18"
                            fill={`url(#leaf-${part.leaf})`}
                          />
                          <rect class={css.edge} x={`${part.start}%`} width={`${part.size}%`} height="18" />
                        </a>
                      </g>
                    )}
                  </For>
                  <text
                    class={css.total}
                    x={`${props.share ? 100 : (at(row.columns, 1) / end()) * 100}%`}
                    dx="8"
                    y="13"
                  >
                    {show(at(row.columns, 1))}
                  </text>
                </svg>
              </div>
            )}
          </For>
        </div>
        <Show when={tip()}>
          {(now) => (
            <div class={css.tip} style={{ left: `${now().x}px`, top: `${now().y}px` }} aria-hidden="true">
              <strong>{now().unit}</strong>
              {now().text}
            </div>
          )}
        </Show>
      </figure>
      <div data-hidden="">
        <table>
          <caption>{t('chart.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`form.${props.data.by}`)}</th>
              <For each={leaves}>{(leaf) => <th scope="col">{t(`chart.leaf${leaf}`)}</th>}</For>
              <th scope="col">{t('chart.total')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {(row) => (
                <tr>
                  <th scope="row">{row.unit.name}</th>
                  <For each={leaves}>{(leaf) => <td>{show(at(row.columns, leaf))}</td>}</For>
                  <td>{show(at(row.columns, 1))}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Card>
  );
}
