import { showDay } from '@tddh/domain/day';
import { feedbackAnswer } from '@tddh/domain/feedback';
import { createSignal, For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { Button } from '../../parts/button.tsx';
import { TextArea } from '../../parts/field.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { say } from '../../parts/toasts.ts';
import { client } from '../../queries.ts';
import { t } from '../../words/words.ts';
import { useSending } from '../admin/sending.ts';
import css from '../feedback.module.css';
import { type FeedbackItem, feedback } from './requests.ts';

/** One piece of feedback with its state and answers; the help desk answers beneath. */
export function FeedbackLine(props: { item: FeedbackItem; answers: boolean }) {
  const [open, setOpen] = createSignal(false);
  const item = () => props.item;
  return (
    <li class={css.line}>
      <div class={css.head}>
        <span class={css.kind}>{t(`feedback.kind.${item().kind}`)}</span>
        <span class={css.state} data-state={item().state}>
          {t(`feedback.state.${item().state}`)}
        </span>
        <span class={css.meta}>
          <Show when={props.answers}>
            {t('feedback.from', { who: item().by.name, unit: item().by.unitName })} ·{' '}
          </Show>
          {showDay(item().sentOn)}
          <Show when={item().page}>
            {(page) => (
              <>
                {' '}
                · <a href={page()}>{t('feedback.page')}</a>
              </>
            )}
          </Show>
        </span>
      </div>
      <p class={css.text}>{item().text}</p>
      <For each={item().answers}>
        {(answer) => (
          <div class={css.answer}>
            <p class={css.text}>{answer.text}</p>
            <p class={css.meta}>
              {t(`feedback.state.${answer.state}`)} · {answer.by.name} · {showDay(answer.on)}
            </p>
          </div>
        )}
      </For>
      <Show when={props.answers}>
        <Show
          when={open()}
          fallback={
            <div>
              <Button
                small
                aria-label={t('feedback.answerOf', { who: item().by.name })}
                onClick={() => setOpen(true)}
              >
                {t('feedback.answer')}
              </Button>
            </div>
          }
        >
          <AnswerForm item={item()} close={() => setOpen(false)} />
        </Show>
      </Show>
    </li>
  );
}

function AnswerForm(props: { item: FeedbackItem; close: () => void }) {
  let element: HTMLFormElement | undefined;
  const sending = useSending(() => element);
  const [form, setForm] = createStore({ state: 'done' as 'doing' | 'done' | 'declined', text: '' });
  async function send(event: Event) {
    event.preventDefault();
    const { id, revision } = props.item;
    await sending.send(
      feedbackAnswer,
      { ...form },
      (body) => feedback.answer(id, body, revision),
      () => {
        say(t('feedback.answered'), 'good');
        props.close();
        return client.invalidateQueries({ queryKey: ['feedback'] });
      },
    );
  }
  return (
    <form ref={element} class={css.form} novalidate onSubmit={(event) => void send(event)}>
      <Segmented
        label={t('feedback.stateLabel')}
        value={form.state}
        options={(['doing', 'done', 'declined'] as const).map((value) => ({
          ...{ value, text: t(`feedback.state.${value}`) },
        }))}
        change={(state) => setForm({ state })}
      />
      <TextArea
        ref={(field) => queueMicrotask(() => field.focus())}
        label={t('feedback.answerText')}
        value={form.text}
        change={(text) => {
          setForm({ text });
          sending.forget('text');
        }}
        error={sending.fault('text')}
      />
      <div class={css.tools}>
        <Button look="primary" type="submit" disabled={sending.busy()}>
          {t('feedback.answer')}
        </Button>
        <Button look="quiet" onClick={() => props.close()}>
          {t('feedback.cancel')}
        </Button>
      </div>
    </form>
  );
}
