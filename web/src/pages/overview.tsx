import { useSearchParams } from '@solidjs/router';
import { type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import { Answered } from '../parts/answered.tsx';
import { ButtonLink } from '../parts/button.tsx';
import { Card, Page } from '../parts/page.tsx';
import { Empty } from '../parts/states.tsx';
import { statisticsQuery } from '../queries.ts';
import { useQuery } from '../query.ts';
import { isAgency, isOfficer, useSession } from '../session.tsx';
import type { Statistics, StatisticsQuery } from '../statistics.ts';
import { t } from '../words/words.ts';
import { Appendix } from './overview/appendix.tsx';
import { Bar } from './overview/bar.tsx';
import { Beside } from './overview/beside.tsx';
import { Chart, type Sort, sorts } from './overview/chart.tsx';
import { at } from './overview/figures.ts';
import { Group } from './overview/group.tsx';
import { Numbers } from './overview/numbers.tsx';
import { Office } from './overview/office.tsx';
import { Out } from './overview/out.tsx';
import paper from './overview/paper.module.css';
import { Paper, PaperNotes } from './overview/paper.tsx';
import { readQuery } from './overview/query.ts';
import { sayTerms } from './overview/terms.ts';
import { Waiting } from './overview/waiting.tsx';

const Trend = lazy(() => import('./overview/trend.tsx').then((module) => ({ default: module.Trend })));
const Both = lazy(() => import('./overview/both.tsx').then((module) => ({ default: module.Both })));

/** The figures: five numbers, the appendix of the letter, the chart of all units. */
export function Overview() {
  const session = useSession();
  const [params, setParams] = useSearchParams();
  const asked = () => readQuery(params);
  const query = () => ({ from: session.since, ...asked() });
  const answer = useQuery(() => statisticsQuery(query()));
  const both = () => params.compare === '1';
  const change = (part: StatisticsQuery & { both?: boolean }) => {
    const { both: compare, ...rest } = part;
    setParams({ ...rest, ...(compare === undefined ? {} : { compare: compare ? '1' : undefined }) });
  };
  const group = () => (
    <Show when={!isAgency(session)}>
      <Group by={asked().by ?? 'agency'} change={(by) => change({ by })} />
    </Show>
  );
  const totalName = () => t(isAgency(session) ? 'form.mine' : 'form.total');

  return (
    <Page
      title={t('overview.title')}
      actions={
        <Bar
          query={asked()}
          known={answer.isSuccess ? answer.data : undefined}
          both={both()}
          change={change}
        />
      }
    >
      <p class={paper.line} data-screen>
        {answer.isSuccess ? sayTerms(answer.data, both()) : answer.isError ? '' : t('act.loading')}
      </p>
      <Answered query={answer} waiting={<Waiting />}>
        {(data) => (
          <div
            class={paper.sheet}
            data-busy={answer.isPlaceholderData ? '' : undefined}
            aria-busy={answer.isPlaceholderData}
          >
            <Numbers data={data()} />
            <Show
              when={both()}
              fallback={
                <Form data={data()} totalName={totalName()} closed={isAgency(session)} group={group()} />
              }
            >
              <Both query={query()} totalName={totalName()} group={group()} />
            </Show>
            <Show when={at(data().total.columns, 1) > 0}>
              <Chart
                data={data()}
                sort={sorts.find((sort) => sort === params.sort) ?? 'overdue'}
                share={params.bars === 'share'}
                change={(part) =>
                  setParams(
                    {
                      ...(part.sort ? { sort: part.sort satisfies Sort } : {}),
                      ...(part.share === undefined ? {} : { bars: part.share ? 'share' : undefined }),
                    },
                    { replace: true },
                  )
                }
              />
            </Show>
            <Beside data={data()} />
            <Suspense>
              <Trend of={data()} />
            </Suspense>
            <Office data={data()} />
          </div>
        )}
      </Answered>
    </Page>
  );
}

/** Where figures come from: units and people first, documents then. */
function NextStep() {
  const session = useSession();
  return (
    <Switch>
      <Match when={session.person.role === 'admin'}>
        <ButtonLink look="primary" href="/quan-tri">
          {t('form.emptyAdmin')}
        </ButtonLink>
      </Match>
      <Match when={isOfficer(session)}>
        <ButtonLink look="primary" href="/van-ban/moi">
          {t('nav.enter')}
        </ButtonLink>
      </Match>
    </Switch>
  );
}

function Form(props: { data: Statistics; totalName: string; closed: boolean; group: JSX.Element }) {
  return (
    <Card
      flush
      title={t('form.title')}
      actions={
        <>
          {props.group}
          <Out of={props.data} />
        </>
      }
    >
      <Paper data={props.data} />
      <Show
        when={props.data.rows.length > 0}
        fallback={
          <Empty title={t('form.empty')} hint={t('form.emptyHint')}>
            <NextStep />
          </Empty>
        }
      >
        <Appendix
          of={props.data}
          rows={props.data.rows}
          total={props.data.total}
          totalName={props.totalName}
          closed={props.closed}
          awaiting={props.data.awaiting}
          label={t('form.title')}
        />
        <PaperNotes data={props.data} />
      </Show>
    </Card>
  );
}
