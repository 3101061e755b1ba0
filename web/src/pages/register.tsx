import { useSearchParams } from '@solidjs/router';
import { keepPreviousData } from '@tanstack/solid-query';
import { type Day, showDay } from '@tddh/domain/day';
import type { Coverage } from '@tddh/domain/register';
import { createMemo, For, Show } from 'solid-js';
import { Answered } from '../parts/answered.tsx';
import { useCatalog } from '../parts/catalog.ts';
import { DayField } from '../parts/dayfield.tsx';
import days from '../parts/days.module.css';
import { FigureTable } from '../parts/figuretable.tsx';
import { Card, Page } from '../parts/page.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { Empty, Skeleton } from '../parts/states.tsx';
import { useQuery } from '../query.ts';
import { isOfficer, useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { ImportRegister } from './register/import.tsx';
import { Lines } from './register/lines.tsx';
import { Matrix } from './register/matrix.tsx';
import css from './register.module.css';
import { sheetCalls } from './sheet/calls.ts';

type Params = { from?: string; to?: string; by?: string; department?: string; week?: string; state?: string };
const counts = ['total', 'tasks', 'none', 'open', 'outside', 'late'] as const;
type Count = (typeof counts)[number];

/** How well the Office covers what it issues: by department or week, what is missing, and the lines behind a number. */
export function Register() {
  const session = useSession();
  const catalog = useCatalog();
  const [params, setParams] = useSearchParams<Params>();
  const imports = isOfficer(session) || session.person.role === 'admin';
  const period = () => ({
    ...(params.from ? { from: params.from } : {}),
    ...(params.to ? { to: params.to } : {}),
  });
  const query = useQuery(() => ({
    queryKey: ['figures', 'coverage', period()],
    queryFn: () => sheetCalls.coverage(period()),
    placeholderData: keepPreviousData,
  }));
  const byWeek = () => params.by === 'week';
  const both = () => params.by === 'matrix';
  const groups = createMemo(() => (query.isSuccess ? grouped(query.data.rows, byWeek()) : []));
  const all = createMemo(() => sum('', '', query.isSuccess ? query.data.rows : []));
  const href = (row: Group, state: Count) => {
    const next = new URLSearchParams({ ...period(), ...(byWeek() ? { by: 'week' } : {}) });
    if (row.key) next.set(byWeek() ? 'week' : 'department', row.key);
    if (state !== 'total') next.set('state', state);
    return `/van-ban/do-phu?${next}#cac-van-ban`;
  };
  const hrefOf = (department: string, week: Day, state: string) =>
    `/van-ban/do-phu?${new URLSearchParams({ ...period(), by: 'matrix', department, week, state })}#cac-van-ban`;
  const day = (name: 'from' | 'to') => (
    <div class={days.day}>
      <DayField
        label={t(`register.${name}`)}
        toward="past"
        value={params[name] ?? (query.isSuccess ? query.data.period[name] : null)}
        change={(on) => on && setParams({ [name]: on })}
      />
    </div>
  );

  return (
    <Page
      title={t('register.title')}
      lead={
        <Show when={query.isSuccess && query.data}>
          {(data) =>
            t('register.lead', {
              ...{ from: showDay(data().period.from), to: showDay(data().period.to), limit: data().limit },
            })
          }
        </Show>
      }
    >
      <Show when={imports}>
        <ImportRegister around={{ ...catalog(), province: session.office.province }} today={session.today} />
      </Show>
      <Answered query={query} waiting={<Skeleton lines={8} />}>
        {(data) => (
          <Show
            when={data().rows.length > 0}
            fallback={<Empty title={t('register.empty')} hint={t('register.emptyHint')} />}
          >
            <Card>
              <div class={days.tools}>
                <Segmented
                  label={t('register.title')}
                  value={both() ? 'matrix' : byWeek() ? 'week' : 'department'}
                  options={[
                    { value: 'department', text: t('register.by') },
                    { value: 'week', text: t('register.weeks') },
                    { value: 'matrix', text: t('register.matrix') },
                  ]}
                  change={(by) => setParams({ by, department: '', week: '', state: '' })}
                />
                {day('from')}
                {day('to')}
              </div>
              <Show when={!both()} fallback={<Matrix rows={data().rows} href={hrefOf} />}>
                <FigureTable
                  label={t('register.title')}
                  class={css.table}
                  columns={[
                    t(byWeek() ? 'register.week' : 'register.department'),
                    ...counts.map((one) => t(`register.${one}`)),
                    t('register.share'),
                  ]}
                >
                  <tbody>
                    <For each={groups()}>{(row) => <Figures row={row} href={href} />}</For>
                  </tbody>
                  <tfoot>
                    <Figures row={{ ...all(), name: t('register.all') }} href={href} />
                  </tfoot>
                </FigureTable>
              </Show>
              <p class={css.missing}>
                <b>{t('register.missing')}:</b>{' '}
                <Show when={data().missing.length > 0} fallback={t('register.missingNone')}>
                  {data()
                    .missing.map(({ series, year, numbers }) =>
                      t('register.missingLine', { series, year, numbers: numbers.slice(0, 60).join(', ') }),
                    )
                    .join('; ')}
                </Show>
              </p>
            </Card>
            <Lines
              filter={{
                ...period(),
                ...(params.department ? { department: params.department } : {}),
                ...(params.week ? { week: params.week as Day } : {}),
                state: (params.state || 'open') as 'open',
              }}
            />
          </Show>
        )}
      </Answered>
    </Page>
  );
}

interface Group extends Record<Count, number> {
  key: string;
  name: string;
}

function Figures(props: { row: Group; href: (row: Group, count: Count) => string }) {
  const share = () =>
    props.row.total === 0
      ? '–'
      : `${Math.round(((props.row.tasks + props.row.none) / props.row.total) * 100)}%`;
  return (
    <tr>
      <th scope="row">{props.row.name}</th>
      <For each={counts}>
        {(count) => (
          <td data-late={count === 'late' && props.row.late > 0 ? '' : undefined}>
            <Show when={props.row[count] > 0} fallback="0">
              <Show when={count !== 'total'} fallback={props.row[count]}>
                <a href={props.href(props.row, count)}>{props.row[count]}</a>
              </Show>
            </Show>
          </td>
        )}
      </For>
      <td>{share()}</td>
    </tr>
  );
}

function grouped(rows: readonly Coverage[], byWeek: boolean): Group[] {
  const keys = [...new Set(rows.map((row) => (byWeek ? row.week : row.departmentId)))];
  if (byWeek) keys.sort().reverse();
  return keys.map((key) => {
    const own = rows.filter((row) => (byWeek ? row.week : row.departmentId) === key);
    return sum(key, byWeek ? showDay(key) : (own[0]?.departmentName ?? ''), own);
  });
}

function sum(key: string, name: string, rows: readonly Coverage[]): Group {
  const of = (count: Count) => rows.reduce((n, row) => n + row[count], 0);
  return {
    ...{ key, name, total: of('total'), tasks: of('tasks'), none: of('none'), open: of('open') },
    ...{ outside: of('outside'), late: of('late') },
  };
}
