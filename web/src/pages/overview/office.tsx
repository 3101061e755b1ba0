import { For, Show } from 'solid-js';
import { Card } from '../../parts/page.tsx';
import type { Statistics } from '../../statistics.ts';
import { t } from '../../words/words.ts';
import { at, leaves, show } from './figures.ts';
import css from './office.module.css';
import { behind } from './query.ts';
import { roving } from './roving.ts';

/** What departments of the Office lead themselves: counted apart, never in the appendix. */
export function Office(props: { data: Statistics }) {
  const rows = () => {
    const office = props.data.office;
    return props.data.by === 'agency' && office && at(office.total.columns, 1) > 0 ? office.rows : [];
  };
  return (
    <Show when={rows().length > 0}>
      <div data-screen>
        <Card flush title={t('form.office')} lead={t('form.officeHint')}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key */}
          <section class={css.scroll} aria-label={t('form.office')} tabIndex={0}>
            <table class={css.table} ref={roving}>
              <thead>
                <tr>
                  <th scope="col">{t('form.department')}</th>
                  <th scope="col">{t('chart.total')}</th>
                  <For each={leaves}>{(leaf) => <th scope="col">{t(`chart.leaf${leaf}`)}</th>}</For>
                </tr>
              </thead>
              <tbody>
                <For each={rows()}>
                  {(row, index) => (
                    <tr data-row>
                      <th scope="row">{row.unit.name}</th>
                      <For each={[1, ...leaves]}>
                        {(n, order) => (
                          <td data-n={n} data-zero={at(row.columns, n) === 0 ? '' : undefined}>
                            <a
                              href={behind(props.data, { leaf: n, unit: row.unit.id })}
                              data-col={order()}
                              tabIndex={index() === 0 && order() === 0 ? 0 : -1}
                            >
                              {show(at(row.columns, n))}
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
        </Card>
      </div>
    </Show>
  );
}
