import type { Day } from '@tddh/domain/day';
import type { MirrorKind } from '@tddh/domain/mirror';
import { For } from 'solid-js';
import { FigureTable } from '../../parts/figuretable.tsx';
import { Card } from '../../parts/page.tsx';
import { t } from '../../words/words.ts';
import css from '../mirror.module.css';
import { Figure } from './figure.tsx';
import { figures } from './figures.ts';
import type { MirrorAnswer } from './requests.ts';

/** The figures over all the days: a row each, the Office and its departments beside each other. */
export function Departments(props: {
  data: MirrorAnswer;
  href: (of: MirrorKind, department: string | null, week: Day | null) => string;
}) {
  const columns = () => [{ id: null, name: t('mirror.office') }, ...props.data.departments];
  const row = (id: string | null) =>
    props.data.rows.find((one) => one.departmentId === id && one.week === null);
  const unsigned = (id: string | null) =>
    props.data.unsigned.find((one) => one.departmentId === id)?.count ?? 0;
  const says = (name: (typeof figures)[number]['name']) =>
    t(`mirror.${name}`, { n: props.data.entryWithin }) ?? '';
  return (
    <Card title={t('mirror.table')}>
      <FigureTable
        label={t('mirror.table')}
        class={css.measures}
        columns={[t('mirror.measure'), ...columns().map(({ name }) => name)]}
      >
        <tbody>
          <For each={figures}>
            {({ name, of }) => (
              <tr data-main={name === of ? '' : undefined}>
                <th scope="row">{says(name)}</th>
                <For each={columns()}>
                  {({ id, name: department }) => (
                    <td>
                      <Figure
                        value={row(id)?.[name] ?? null}
                        href={props.href(of, id, null)}
                        label={`${department}, ${says(name)}`}
                      />
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
          <tr data-main>
            <th scope="row">{t('mirror.unsigned')}</th>
            <For each={columns()}>
              {({ id, name }) => (
                <td>
                  <Figure
                    value={unsigned(id)}
                    href={props.href('unsigned', id, null)}
                    label={`${name}, ${t('mirror.unsigned')}`}
                  />
                </td>
              )}
            </For>
          </tr>
        </tbody>
      </FigureTable>
    </Card>
  );
}
