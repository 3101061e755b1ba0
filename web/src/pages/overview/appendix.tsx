import { number } from '@tddh/forms/terms';
import { For, type JSX, Show } from 'solid-js';
import { useSession } from '../../session.tsx';
import type { Statistics, StatisticsRow, StatisticsTerms } from '../../statistics.ts';
import { t } from '../../words/words.ts';
import css from './appendix.module.css';
import { at, type Column, columns, show } from './figures.ts';
import { Head } from './head.tsx';
import { behind } from './query.ts';
import { roving } from './roving.ts';

interface AppendixProps {
  /** What the numbers count; their links repeat it. */
  of: StatisticsTerms;
  rows: StatisticsRow[];
  total: Statistics['total'];
  totalName: string;
  /** The total is of more than this person may open: plain numbers. */
  closed?: boolean;
  /** Sum of the awaiting column; without it the column is left out. */
  awaiting?: number;
  label: string;
}

/** The appendix of the letter: header rows, formula row, units and total; every number opens what it counts. */
export function Appendix(props: AppendixProps) {
  return (
    <div class={css.box}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key */}
      <section class={css.scroll} aria-label={props.label} tabIndex={0}>
        <table class={css.table} ref={roving}>
          <colgroup>
            <col class={css.colOrdinal} />
            <col class={css.colUnit} />
            <For each={columns}>{(column) => <col data-kind={column.kind} />}</For>
            <Show when={props.awaiting !== undefined}>
              <col data-kind="awaiting" data-screen />
            </Show>
          </colgroup>
          <Head by={props.of.by} awaiting={props.awaiting !== undefined} />
          <tbody>
            <For each={props.rows}>
              {(row, index) => (
                <tr data-row>
                  <td class={css.ordinal}>{index() + 1}</td>
                  <th scope="row" class={css.unit}>
                    {row.unit.name}
                  </th>
                  <Cells
                    of={props.of}
                    values={row.columns}
                    unit={row.unit}
                    awaiting={props.awaiting === undefined ? undefined : row.awaiting}
                    first={index() === 0}
                  />
                </tr>
              )}
            </For>
          </tbody>
          <tfoot class={css.foot}>
            <tr data-row>
              <td class={css.ordinal} />
              <th scope="row" class={css.unit}>
                {props.totalName}
              </th>
              <Cells
                of={props.of}
                values={props.total.columns}
                unit={{ name: props.totalName }}
                closed={props.closed}
                awaiting={props.awaiting}
              />
            </tr>
          </tfoot>
        </table>
      </section>
    </div>
  );
}

function Cells(props: {
  of: StatisticsTerms;
  values: number[];
  unit: { id?: string; name: string };
  awaiting?: number;
  first?: boolean;
  closed?: boolean;
}) {
  const session = useSession();
  const value = (column: Column) => at(props.values, column.n);
  return (
    <>
      <For each={columns}>
        {(column) => (
          <td
            data-kind={column.kind}
            data-n={column.n}
            data-zero={value(column) === 0 ? '' : undefined}
            style={
              column.n === 11 && value(column) > 0
                ? { '--heat': `${heat(at(props.values, 12))}%` }
                : undefined
            }
          >
            <Figure
              href={props.closed ? undefined : behind(props.of, { leaf: column.leaf, unit: props.unit.id })}
              col={column.n}
              first={props.first && column.n === 1}
              label={t('form.cell', { unit: props.unit.name, n: column.n, value: show(value(column)) })}
            >
              <span data-screen>{show(value(column))}</span>
              <span data-print>{number(value(column), session.decimalComma ? 'comma' : 'point')}</span>
            </Figure>
          </td>
        )}
      </For>
      <Show when={props.awaiting !== undefined}>
        <td data-kind="awaiting" data-zero={props.awaiting === 0 ? '' : undefined} data-screen>
          <Figure
            href={props.closed ? undefined : behind(props.of, { beside: 'awaiting', unit: props.unit.id })}
            col={18}
            label={t('form.cellAwaiting', { unit: props.unit.name, value: show(props.awaiting ?? 0) })}
          >
            {show(props.awaiting ?? 0)}
          </Figure>
        </td>
      </Show>
    </>
  );
}

/** A number as a link to what it counts, or plain. */
function Figure(props: {
  href?: string;
  col: number;
  first?: boolean;
  label: string;
  children: JSX.Element;
}) {
  return (
    <Show when={props.href} fallback={<span class={css.number}>{props.children}</span>}>
      <a
        class={css.number}
        href={props.href}
        data-col={props.col}
        tabIndex={props.first ? 0 : -1}
        aria-label={props.label}
      >
        {props.children}
      </a>
    </Show>
  );
}

/** How strong the ground of an overdue cell is: the share of all that is overdue, never too faint to see. */
function heat(percent: number): number {
  return Math.round(35 + percent * 0.65);
}
