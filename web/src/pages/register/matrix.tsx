import { type Day, showDay } from '@tddh/domain/day';
import type { Coverage } from '@tddh/domain/register';
import { createMemo, For, Show } from 'solid-js';
import { FigureTable } from '../../parts/figuretable.tsx';
import { t } from '../../words/words.ts';
import css from '../register.module.css';

/** Coverage of every department in every week: what is answered of what was issued, the open and late ones as links. */
export function Matrix(props: {
  rows: readonly Coverage[];
  href: (department: string, week: Day, state: 'open' | 'late') => string;
}) {
  const weeks = createMemo(() => [...new Set(props.rows.map(({ week }) => week))].sort().reverse());
  const departments = createMemo(() => [
    ...new Map(props.rows.map(({ departmentId, departmentName }) => [departmentId, departmentName])),
  ]);
  const cells = createMemo(() => new Map(props.rows.map((row) => [`${row.departmentId} ${row.week}`, row])));
  return (
    <FigureTable
      label={t('register.matrix')}
      class={css.table}
      columns={[t('register.week'), ...departments().map(([, name]) => name)]}
    >
      <tbody>
        <For each={weeks()}>
          {(week) => (
            <tr>
              <th scope="row">{showDay(week)}</th>
              <For each={departments()}>
                {([id]) => (
                  <td>
                    <Show when={cells().get(`${id} ${week}`)} fallback="–">
                      {(cell) => <Cell cell={cell()} href={(state) => props.href(id, week, state)} />}
                    </Show>
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </FigureTable>
  );
}

function Cell(props: { cell: Coverage; href: (state: 'open' | 'late') => string }) {
  return (
    <>
      {props.cell.total - props.cell.open}/{props.cell.total}
      <Show when={props.cell.open > 0}>
        {' · '}
        <a href={props.href('open')}>{t('register.openOnes', { n: props.cell.open })}</a>
      </Show>
      <Show when={props.cell.late > 0}>
        {' · '}
        <a href={props.href('late')} data-late="">
          {t('register.lateOnes', { n: props.cell.late })}
        </a>
      </Show>
    </>
  );
}
