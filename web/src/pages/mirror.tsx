import { useSearchParams } from '@solidjs/router';
import { keepPreviousData } from '@tanstack/solid-query';
import { type Day, isDay, showDay } from '@tddh/domain/day';
import { type MirrorKind, mirrorKinds } from '@tddh/domain/mirror';
import { Show } from 'solid-js';
import { Answered } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { DayField } from '../parts/dayfield.tsx';
import days from '../parts/days.module.css';
import { Page } from '../parts/page.tsx';
import { Skeleton } from '../parts/states.tsx';
import { useQuery } from '../query.ts';
import { useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { Departments } from './mirror/departments.tsx';
import { mirrorCalls } from './mirror/requests.ts';
import { MirrorRows } from './mirror/rows.tsx';
import { Weeks } from './mirror/weeks.tsx';
import css from './mirror.module.css';

type Params = {
  from?: string;
  to?: string;
  department?: string;
  of?: string;
  week?: string;
  unit?: string;
};

/** What the Office itself entered, confirmed and left waiting: by department, by week, and the rows behind a number. */
export function MirrorPage() {
  const session = useSession();
  const [params, setParams] = useSearchParams<Params>();
  const day = (name: 'from' | 'to') => (isDay(params[name] ?? '') ? { [name]: params[name] as Day } : {});
  const asked = () => ({ ...day('from'), ...day('to') });
  const query = useQuery(() => ({
    queryKey: ['figures', 'mirror', asked()],
    queryFn: () => mirrorCalls.mirror(asked()),
    placeholderData: keepPreviousData,
  }));
  const kind = () => mirrorKinds.find((one) => one === params.of);
  /** The address of the rows behind a figure: of one department, of one week. */
  const href = (of: MirrorKind, department: string | null, week: Day | null) => {
    const next = new URLSearchParams(asked());
    if (params.department) next.set('department', params.department);
    next.set('of', of);
    if (department) next.set('unit', department);
    if (week) next.set('week', week);
    return `/van-phong?${next}#cac-dong`;
  };
  const field = (name: 'from' | 'to') => (
    <div class={days.day}>
      <DayField
        label={t(`mirror.${name}`)}
        toward="past"
        value={params[name] ?? (query.isSuccess ? query.data.period[name] : null)}
        change={(on) => on && setParams({ [name]: on, of: '', week: '', unit: '' })}
      />
    </div>
  );
  return (
    <Page
      title={t('mirror.title')}
      lead={
        <Show when={query.isSuccess && query.data.period}>
          {(period) => t('mirror.lead', { from: showDay(period().from), to: showDay(period().to) })}
        </Show>
      }
      actions={<Button onClick={() => window.print()}>{t('mirror.print')}</Button>}
    >
      <Answered query={query} waiting={<Skeleton lines={10} />}>
        {(data) => (
          <>
            <div class={css.paper} data-print>
              <p>{session.office.name}</p>
              <h1>{t('mirror.title')}</h1>
              <p>
                {t('mirror.paper', {
                  ...{ from: showDay(data().period.from), to: showDay(data().period.to) },
                  day: showDay(session.today),
                })}
              </p>
            </div>
            <div class={days.tools} data-screen>
              {field('from')}
              {field('to')}
            </div>
            <Departments data={data()} href={href} />
            <Weeks
              data={data()}
              department={params.department || null}
              choose={(department) => setParams({ department })}
              href={href}
            />
            <Show when={kind()}>
              {(of) => (
                <MirrorRows
                  of={of()}
                  data={data()}
                  department={params.unit || null}
                  week={isDay(params.week ?? '') ? (params.week ?? null) : null}
                />
              )}
            </Show>
          </>
        )}
      </Answered>
    </Page>
  );
}
