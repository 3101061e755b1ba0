import { For, type JSX, Show } from 'solid-js';
import { Card } from '../../parts/page.tsx';
import { isAgency, useSession } from '../../session.tsx';
import type { Clock, Statistics } from '../../statistics.ts';
import { t } from '../../words/words.ts';
import css from './compare.module.css';
import { at, show } from './figures.ts';
import { behind } from './query.ts';
import { roving } from './roving.ts';

const groups = [
  { n: 11, word: 'compare.open' },
  { n: 9, word: 'compare.working' },
  { n: 16, word: 'compare.late' },
  { n: 14, word: 'compare.onTime' },
] as const;

/** The same assignments by both clocks: whose delay is the red? */
export function Compare(props: {
  report: Statistics;
  confirmation: Statistics;
  totalName: string;
  group: JSX.Element;
}) {
  const other = (id: string) => props.confirmation.rows.find((row) => row.unit.id === id)?.columns ?? [];
  const most = () => Math.max(1, ...props.confirmation.rows.map((row) => at(row.columns, 11)));
  // An agency reads the story of its own; the total is the province's.
  const agency = isAgency(useSession());
  const total = (clock: Clock, n = 11) =>
    at((agency ? props[clock].rows[0]?.columns : undefined) ?? props[clock].total.columns, n);
  const office = () => total('confirmation') - total('report');
  const late = () => total('confirmation', 16) - total('report', 16);

  return (
    <Card
      flush
      title={t('compare.title')}
      actions={props.group}
      lead={
        <>
          {t('compare.story', { confirmation: show(total('confirmation')), report: show(total('report')) })}{' '}
          <strong class={css.cause}>
            {office() > 0 || late() > 0 ? '' : t('compare.same')}
            {office() > 0 ? t('compare.cause', { n: show(office()) }) : ''}{' '}
            {late() > 0 ? t('compare.causeLate', { n: show(late()) }) : ''}
          </strong>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key */}
      <section class={css.scroll} aria-label={t('compare.title')} tabIndex={0}>
        <table class={css.table} ref={roving}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2} class={css.unit}>
                {t('form.agency')}
              </th>
              <th scope="col" rowSpan={2} class={css.share}>
                {t('compare.share')}
                <span class={css.key}>
                  <i data-of="agency" /> {t('compare.agencyPart')} <i data-of="office" />{' '}
                  {t('compare.officePart')}
                </span>
              </th>
              <For each={groups}>
                {(group) => (
                  <th scope="colgroup" colSpan={group.n === 11 ? 3 : 2}>
                    {t(group.word)}
                  </th>
                )}
              </For>
            </tr>
            <tr>
              <For each={groups}>
                {(group) => (
                  <>
                    <th scope="col">{t('compare.report')}</th>
                    <th scope="col">{t('compare.confirmation')}</th>
                    <Show when={group.n === 11}>
                      <th scope="col">{t('compare.difference')}</th>
                    </Show>
                  </>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.report.rows}>
              {(row, index) => (
                <Row
                  name={row.unit.name}
                  id={row.unit.id}
                  report={row.columns}
                  confirmation={other(row.unit.id)}
                  most={most()}
                  first={index() === 0}
                  of={props}
                />
              )}
            </For>
          </tbody>
          <tfoot>
            <Row
              name={props.totalName}
              report={props.report.total.columns}
              confirmation={props.confirmation.total.columns}
              most={at(props.confirmation.total.columns, 11) || 1}
              closed={agency}
              of={props}
            />
          </tfoot>
        </table>
      </section>
    </Card>
  );
}

function Row(props: {
  name: string;
  id?: string;
  report: number[];
  confirmation: number[];
  most: number;
  first?: boolean;
  closed?: boolean;
  of: Record<Clock, Statistics>;
}) {
  const value = (clock: Clock, n: number) => at(props[clock], n);
  const agency = () => value('report', 11);
  const office = () => Math.max(0, value('confirmation', 11) - agency());
  const cell = (clock: Clock, group: (typeof groups)[number]) => (
    <td data-n={group.n} data-zero={value(clock, group.n) === 0 ? '' : undefined}>
      <Show when={!props.closed} fallback={<span class={css.number}>{show(value(clock, group.n))}</span>}>
        <a
          class={css.number}
          href={behind(props.of[clock], { leaf: group.n, unit: props.id })}
          data-col={group.n * 2 + (clock === 'report' ? 0 : 1)}
          tabIndex={props.first && clock === 'report' && group.n === 11 ? 0 : -1}
          aria-label={t('compare.cell', {
            unit: props.name,
            column: t(group.word),
            clock: t(clock === 'report' ? 'overview.clockReport' : 'overview.clockConfirmation'),
            value: show(value(clock, group.n)),
          })}
        >
          {show(value(clock, group.n))}
        </a>
      </Show>
    </td>
  );
  return (
    <tr data-row>
      <th scope="row" class={css.unit}>
        {props.name}
      </th>
      <td class={css.share}>
        <svg
          width="100%"
          height="14"
          role="img"
          aria-label={`${t('compare.shareAgency', { n: agency() })}. ${t('compare.shareOffice', { n: office() })}`}
        >
          <rect data-of="agency" width={`${(agency() / props.most) * 100}%`} height="14" />
          <rect
            data-of="office"
            x={`${(agency() / props.most) * 100}%`}
            width={`${(office() / props.most) * 100}%`}
            height="14"
          />
        </svg>
      </td>
      <For each={groups}>
        {(group) => (
          <>
            {cell('report', group)}
            {cell('confirmation', group)}
            <Show when={group.n === 11}>
              <td data-n="difference" data-zero={office() === 0 ? '' : undefined}>
                {office() > 0 ? `−${show(office())}` : 0}
              </td>
            </Show>
          </>
        )}
      </For>
    </tr>
  );
}
