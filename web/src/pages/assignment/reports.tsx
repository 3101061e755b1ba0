import type { Report } from '@tddh/domain/assignment';
import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { Badge } from '../../parts/badge.tsx';
import { FileList } from '../../parts/filelist.tsx';
import { Card } from '../../parts/page.tsx';
import type { AssignmentDetail, State } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './reports.module.css';

/** Every report with its outcome, and every request for an extension; the newest first. */
export function Reports(props: { detail: AssignmentDetail }) {
  const filed = () => [...props.detail.reports].reverse();
  return (
    <>
      <Card title={t('one.reports')}>
        <Show when={filed().length > 0} fallback={<p class={css.none}>{t('one.reportsNone')}</p>}>
          <ul class={css.list}>
            <For each={filed()}>{(report) => <Entry report={report} files={props.detail.files} />}</For>
          </ul>
        </Show>
      </Card>
      <Show when={props.detail.extensions.length > 0}>
        <Card title={t('one.extensions')}>
          <ul class={css.list}>
            <For each={[...props.detail.extensions].reverse()}>
              {(asked) => (
                <li>
                  <p class={css.head}>
                    <b>{t('one.extensionTo', { day: showDay(asked.dueOn) })}</b>
                    <span>{t('one.asked', { day: showDay(asked.askedOn) })}</span>
                    <span>
                      {asked.outcome
                        ? t(`one.${asked.outcome}`, { day: showDay(asked.decidedOn ?? asked.askedOn) })
                        : t('one.pending')}
                    </span>
                  </p>
                  <p class={css.text}>{asked.reason}</p>
                  <Show when={asked.decisionReason}>
                    <p class={css.text}>{asked.decisionReason}</p>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Card>
      </Show>
    </>
  );
}

function Entry(props: { report: Report; files: AssignmentDetail['files'] }) {
  const outcome = (): { state: State; text: string } => {
    const day = showDay(props.report.decidedOn ?? props.report.on);
    switch (props.report.outcome) {
      case 'confirmed':
        return { state: 'done', text: t('one.outcomeConfirmed', { day }) };
      case 'returned':
        return { state: 'recalled', text: t('one.outcomeReturned', { day }) };
      case 'withdrawn':
        return { state: 'cancelled', text: t('one.outcomeWithdrawn') };
      default:
        return { state: 'awaiting', text: t('one.outcomeNone') };
    }
  };
  return (
    <li>
      <p class={css.head}>
        <b>{t('one.reportOn', { day: showDay(props.report.on) })}</b>
        <Show when={props.report.countedOn !== props.report.on}>
          <span>{t('one.counted', { day: showDay(props.report.countedOn) })}</span>
        </Show>
        <Show when={props.report.byOffice}>
          <span>{t('one.byOffice')}</span>
        </Show>
        <Badge state={outcome().state} text={outcome().text} />
      </p>
      <p class={css.text}>{props.report.result}</p>
      <Show when={props.report.documentNumber}>
        {(number) => (
          <p class={css.note}>
            {props.report.documentDate
              ? t('one.paper', { number: number(), day: showDay(props.report.documentDate) })
              : t('one.paperOnly', { number: number() })}
          </p>
        )}
      </Show>
      <FileList ids={props.report.files} files={props.files} />
      <Show when={props.report.reason}>
        <p class={css.answer}>
          {props.report.reason}
          {props.report.cureOn ? ` (${t('one.cure', { day: showDay(props.report.cureOn) })})` : ''}
        </p>
      </Show>
    </li>
  );
}
