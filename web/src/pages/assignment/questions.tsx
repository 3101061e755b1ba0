import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { Card } from '../../parts/page.tsx';
import type { AssignmentDetail } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './reports.module.css';

/** Questions on the assignment with their answers; an open one says until when an answer is owed. */
export function Questions(props: { detail: AssignmentDetail }) {
  return (
    <Show when={props.detail.questions.length > 0}>
      <Card title={t('one.questions')}>
        <ul class={css.list}>
          <For each={[...props.detail.questions].reverse()}>
            {(question) => (
              <li>
                <p class={css.head}>
                  <b>{showDay(question.on)}</b>
                  <Show when={!question.answeredOn}>
                    <span>{t('one.answerBy', { day: showDay(question.answerBy) })}</span>
                  </Show>
                </p>
                <p class={css.text}>{question.text}</p>
                <Show when={question.answer}>
                  <p class={css.answer}>
                    {question.answer} · {showDay(question.answeredOn ?? question.on)}
                  </p>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </Show>
  );
}
