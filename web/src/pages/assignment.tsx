import { type RouteSectionProps, useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { api } from '../api.ts';
import { Answered } from '../parts/answered.tsx';
import { Badge } from '../parts/badge.tsx';
import { decided } from '../parts/deciding.ts';
import { useKeys } from '../parts/keys.ts';
import { Card, Page } from '../parts/page.tsx';
import { sayPeriod } from '../parts/period.ts';
import { Skeleton } from '../parts/states.tsx';
import { useQuery } from '../query.ts';
import { t } from '../words/words.ts';
import { Actions } from './assignment/actions.tsx';
import { Directed } from './assignment/directed.tsx';
import { Facts } from './assignment/facts.tsx';
import { History } from './assignment/history.tsx';
import { Questions } from './assignment/questions.tsx';
import { Reports } from './assignment/reports.tsx';
import { Returned } from './assignment/returned.tsx';
import css from './assignment.module.css';

/** One assignment: what, who, until when, what happened, and what this person may do now. */
export function Assignment(props: RouteSectionProps) {
  const navigate = useNavigate();
  const id = () => props.params.id ?? '';
  const [question, setQuestion] = createSignal<string>();
  const query = useQuery(() => ({
    queryKey: ['figures', 'assignment', id()],
    queryFn: () => api.assignment(id()),
  }));
  useKeys({ Escape: () => navigate('/nhiem-vu') });
  const state = () => {
    const item = query.isSuccess ? query.data.assignment : undefined;
    const taken = item && decided(item);
    if (!item) return undefined;
    if (taken) {
      return {
        state: taken === 'confirm' ? ('done' as const) : ('working' as const),
        text: t(taken === 'confirm' ? 'list.confirming' : 'list.returning'),
      };
    }
    return { state: item.state, text: undefined };
  };

  const title = () => {
    if (!query.isSuccess) return t('one.title');
    const { document, task } = query.data;
    return t('life.titleOf', { number: document.number, n: task.number });
  };
  const period = () => (query.isSuccess ? query.data.assignment.period : undefined);

  return (
    <Page
      title={title()}
      lead={
        <span class={css.lead}>
          <a href="/nhiem-vu">{t('one.back')}</a>
          <Show when={period()}>
            {(name) => <span>{t('recur.period', { period: sayPeriod(name()) })}</span>}
          </Show>
          <Show when={state()}>{(said) => <Badge state={said().state} text={said().text} />}</Show>
        </span>
      }
    >
      <Answered query={query} waiting={<Skeleton lines={10} height={28} />}>
        {(detail) => (
          <div class={css.columns}>
            <div class={css.main}>
              <Directed detail={detail()} />
              <Returned detail={detail()} />
              <Card class={css.content}>
                <p class={css.text}>{detail().assignment.content}</p>
                <Facts detail={detail()} />
              </Card>
              <div class={css.rest}>
                <Reports detail={detail()} />
                <Questions detail={detail()} answer={setQuestion} />
              </div>
            </div>
            <div class={css.side}>
              <div class={css.doing}>
                <Actions detail={detail()} question={question()} answered={() => setQuestion(undefined)} />
              </div>
              <div class={css.told}>
                <History detail={detail()} />
              </div>
            </div>
          </div>
        )}
      </Answered>
    </Page>
  );
}
