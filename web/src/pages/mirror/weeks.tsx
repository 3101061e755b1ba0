import { type Day, showDay } from '@tddh/domain/day';
import type { MirrorKind } from '@tddh/domain/mirror';
import { For } from 'solid-js';
import { SelectField } from '../../parts/field.tsx';
import { FigureTable } from '../../parts/figuretable.tsx';
import { Card } from '../../parts/page.tsx';
import { t } from '../../words/words.ts';
import css from '../mirror.module.css';
import { Figure } from './figure.tsx';
import { figures } from './figures.ts';
import type { MirrorAnswer } from './requests.ts';

/** The figures week by week, of the Office or of one department. */
export function Weeks(props: {
  data: MirrorAnswer;
  department: string | null;
  choose: (department: string) => void;
  href: (of: MirrorKind, department: string | null, week: Day | null) => string;
}) {
  const rows = () =>
    props.data.rows.filter((one) => one.departmentId === props.department && one.week !== null);
  const name = () =>
    props.data.departments.find(({ id }) => id === props.department)?.name ?? t('mirror.whole');
  return (
    <Card
      title={t('mirror.weeks')}
      lead={t('mirror.weeksHint')}
      actions={
        <SelectField bare label={t('mirror.department')} value={props.department ?? ''} change={props.choose}>
          <option value="">{t('mirror.whole')}</option>
          <For each={props.data.departments}>
            {(one) => (
              <option value={one.id} selected={one.id === props.department}>
                {one.name}
              </option>
            )}
          </For>
        </SelectField>
      }
    >
      <p class={css.paperLine} data-print>
        {t('mirror.weeks')}: {name()}
      </p>
      <FigureTable
        label={t('mirror.weeks')}
        class={css.weeks}
        columns={[t('mirror.week'), ...figures.map((one) => t(`mirror.short.${one.name}`))]}
      >
        <tbody>
          <For each={rows()}>
            {(row) => (
              <tr>
                <th scope="row">{showDay(row.week ?? '')}</th>
                <For each={figures}>
                  {(one) => (
                    <td>
                      <Figure
                        value={row[one.name]}
                        href={props.href(one.of, props.department, row.week)}
                        label={`${t('mirror.week')} ${showDay(row.week ?? '')}, ${t(`mirror.${one.name}`, { n: props.data.entryWithin })}`}
                      />
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </FigureTable>
    </Card>
  );
}
