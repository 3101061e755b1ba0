import type { Question } from '@tddh/domain/assignment';
import { workingDaysBetween } from '@tddh/domain/calendar';
import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { FileList } from '../../parts/filelist.tsx';
import { Card } from '../../parts/page.tsx';
import { useSession } from '../../session.tsx';
import type { AssignmentDetail } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './reports.module.css';

/** Questions with their answers; an open one says how long it has waited, and is answered where it stands. */
export function Questions(props: { detail: AssignmentDetail; answer: (question: string) => void }) {
  const session = useSession();
  const catalog = useCatalog();
  const who = (question: Question) =>
    question.unitId === props.detail.assignment.agency.id
      ? props.detail.assignment.agency.name
      : (catalog().units.find((unit) => unit.id === question.unitId)?.name ?? '');
  const mine = (question: Question) =>
    !question.answeredOn &&
    question.unitId !== session.person.unit.id &&
    props.detail.actions.includes('answer');
  const owed = (question: Question) => {
    const n = workingDaysBetween(catalog().calendar, question.on, session.today);
    if (session.today > question.answerBy) return t('life.owedLate', { n });
    const day = showDay(question.answerBy);
    return n === 0 ? t('life.owedToday', { day }) : t('life.owed', { n, day });
  };
  return (
    <Show when={props.detail.questions.length > 0}>
      <Card title={t('one.questions')}>
        <ul class={css.list}>
          <For each={[...props.detail.questions].reverse()}>
            {(question) => (
              <li>
                <p class={css.head}>
                  <b>{t('life.asks', { who: who(question) })}</b>
                  <span>{showDay(question.on)}</span>
                  <Show when={question.dispute}>
                    <span class={css.mark}>{t('life.dispute')}</span>
                  </Show>
                  <Show when={!question.answeredOn}>
                    <span data-late={session.today > question.answerBy ? '' : undefined}>
                      {owed(question)}
                    </span>
                  </Show>
                </p>
                <p class={css.text}>{question.text}</p>
                <FileList ids={question.files} files={props.detail.files} />
                <Show when={question.answer}>
                  <p class={css.answer}>
                    {question.answer}
                    <small>{t('life.answered', { day: showDay(question.answeredOn ?? question.on) })}</small>
                  </p>
                </Show>
                <FileList ids={question.answerFiles} files={props.detail.files} />
                <Show when={mine(question)}>
                  <Button small onClick={() => props.answer(question.id)}>
                    {t('life.answerThis')}
                  </Button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </Show>
  );
}
