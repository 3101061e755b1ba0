import { showDay } from '@tddh/domain/day';
import { For } from 'solid-js';
import { api } from '../../api.ts';
import { Answered } from '../../parts/answered.tsx';
import { Heads } from '../../parts/figuretable.tsx';
import { Card } from '../../parts/page.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { useQuery } from '../../query.ts';
import { isAgency, useSession } from '../../session.tsx';
import type { StatisticsTerms, TrendPoint } from '../../statistics.ts';
import { t } from '../../words/words.ts';
import { at, leaves, show } from './figures.ts';
import css from './office.module.css';
import { behind } from './query.ts';
import { roving } from './roving.ts';

/** Its columns are none of the appendix's. */
const trendColumns = 100;

/** The table as it was at the end of each month, every number a link to what it counted then. */
export function Trend(props: { of: StatisticsTerms }) {
  const session = useSession();
  const query = () => {
    const { period, asOf, clock, basis, scope, units } = props.of;
    return { ...period, asOf, clock, basis, scope, units };
  };
  const points = useQuery(() => ({
    queryKey: ['figures', 'trend', query()],
    queryFn: () => api.trend(query()),
  }));
  const unit = () => (isAgency(session) ? session.person.unit.id : undefined);
  const cells = (point: TrendPoint) => {
    const then = {
      ...props.of,
      by: 'agency' as const,
      period: { ...props.of.period, to: point.to },
      asOf: point.asOf,
    };
    return [
      ...[1, ...leaves].map((n) => ({
        n: at(point.columns, n),
        href: behind(then, { leaf: n, unit: unit() }),
      })),
      { n: point.awaiting, href: behind(then, { beside: 'awaiting', unit: unit() }) },
    ];
  };
  return (
    <div data-screen>
      <Card flush title={t('out.trend')} lead={t('out.trendHint')}>
        <Answered query={points} waiting={<Skeleton lines={4} height={24} />}>
          {(data) => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key
            <section class={css.scroll} aria-label={t('out.trend')} tabIndex={0}>
              <table class={css.table} ref={roving}>
                <Heads
                  columns={[
                    t('out.trendDay'),
                    t('chart.total'),
                    ...leaves.map((leaf) => t(`chart.leaf${leaf}`)),
                    t('beside.awaiting'),
                  ]}
                />
                <tbody>
                  <For each={data().points}>
                    {(point, index) => (
                      <tr data-row>
                        <th scope="row">{showDay(point.asOf)}</th>
                        <For each={cells(point)}>
                          {(cell, order) => (
                            <td data-zero={cell.n === 0 ? '' : undefined}>
                              <a
                                href={cell.href}
                                data-col={trendColumns + order()}
                                tabIndex={index() === 0 && order() === 0 ? 0 : -1}
                              >
                                {show(cell.n)}
                              </a>
                            </td>
                          )}
                        </For>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </section>
          )}
        </Answered>
      </Card>
    </div>
  );
}
