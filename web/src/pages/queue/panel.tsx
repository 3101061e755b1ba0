import { daysBetween, showDay } from '@tddh/domain/day';
import Check from 'lucide-solid/icons/check';
import Undo2 from 'lucide-solid/icons/undo-2';
import { Show } from 'solid-js';
import { api } from '../../api.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { FileList } from '../../parts/filelist.tsx';
import { ErrorBox, Skeleton } from '../../parts/states.tsx';
import { useQuery } from '../../query.ts';
import type { AssignmentItem } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './panel.module.css';
import { ReturnForm } from './return.tsx';

/** The report in work: what the agency says, when it counts, and the two answers. */
export function Panel(props: {
  item: AssignmentItem;
  returning: boolean;
  returns: (on: boolean) => void;
  confirm?: () => void;
  done: () => void;
}) {
  const query = useQuery(() => ({
    queryKey: ['figures', 'assignment', props.item.id],
    queryFn: () => api.assignment(props.item.id),
  }));
  const report = () => (query.isSuccess ? query.data.reports.at(-1) : undefined);
  const timing = () => {
    const counted = report()?.countedOn;
    if (!counted) return '';
    if (!props.item.dueOn) return t('queue.noDue');
    const late = daysBetween(props.item.dueOn, counted);
    return late > 0 ? t('queue.late', { n: late }) : t('queue.onTime');
  };
  return (
    <article class={css.panel}>
      <header>
        <p class={css.unit}>{props.item.agency.name}</p>
        <h2>{props.item.content}</h2>
        <p class={css.facts}>
          <span>{props.item.document.number}</span>
          <span>
            {t('list.due')}: {props.item.dueOn ? showDay(props.item.dueOn) : t('list.noDue')}
          </span>
        </p>
      </header>
      <Show
        when={!query.isError}
        fallback={<ErrorBox error={query.error} retry={() => void query.refetch()} />}
      >
        <Show when={report()} fallback={<Skeleton lines={4} />}>
          {(filed) => (
            <section class={css.report}>
              <p class={css.facts}>
                <b>{t('one.reportOn', { day: showDay(filed().on) })}</b>
                <Show when={filed().countedOn !== filed().on}>
                  <span>{t('one.counted', { day: showDay(filed().countedOn) })}</span>
                </Show>
                <span>{timing()}</span>
              </p>
              <p class={css.result}>{filed().result}</p>
              <Show when={filed().documentNumber}>
                {(number) => (
                  <p class={css.facts}>
                    {t('one.paper', { number: number(), day: showDay(filed().documentDate ?? filed().on) })}
                  </p>
                )}
              </Show>
              <FileList ids={filed().files} files={query.data?.files ?? []} />
            </section>
          )}
        </Show>
      </Show>
      <Show when={props.confirm}>
        {(confirm) => (
          <Show
            when={props.returning}
            fallback={
              <div class={css.ways}>
                <Button look="primary" onClick={() => confirm()()}>
                  <Check size={16} />
                  {t('queue.confirm')} <kbd>C</kbd>
                </Button>
                <Button onClick={() => props.returns(true)}>
                  <Undo2 size={16} />
                  {t('queue.giveBack')} <kbd>R</kbd>
                </Button>
                <ButtonLink look="quiet" href={`/nhiem-vu/${props.item.id}`}>
                  {t('queue.open')}
                </ButtonLink>
              </div>
            }
          >
            <ReturnForm
              items={[props.item]}
              cancel={() => props.returns(false)}
              sent={() => {
                props.returns(false);
                props.done();
              }}
            />
          </Show>
        )}
      </Show>
    </article>
  );
}
