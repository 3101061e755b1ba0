import { bestMark, evaluationEntry } from '@tddh/domain/evaluation';
import { For, Show } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import { Button } from '../../parts/button.tsx';
import { SelectField, TextArea } from '../../parts/field.tsx';
import { Card } from '../../parts/page.tsx';
import { useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import { useEditing } from '../admin/editing.ts';
import css from '../admin.module.css';
import { type AskedQuestion, evaluation, type UnitAnswers } from './requests.ts';

/** A unit's answers: one to every question, in words or as a mark; sent whole, and sent again until the round is over. */
export function AnswersForm(props: {
  roundId: string;
  questions: readonly AskedQuestion[];
  of: UnitAnswers;
  sent: () => void;
}) {
  const session = useSession();
  let element: HTMLFormElement | undefined;
  const editing = useEditing(() => element);
  const before = (id: string) => props.of.entry?.answers.find((one) => one.question === id);
  const [form, setForm] = createStore({
    answers: props.questions.map(({ id }) => {
      const { text, mark } = before(id) ?? {};
      return { question: id, text: text ?? '', mark: mark ? String(mark) : '' };
    }),
  });
  const unit = () => props.of.unit;
  const own = () => unit().id === session.person.unit.id;

  async function send(event: Event) {
    event.preventDefault();
    const answers = unwrap(form.answers).map(({ question, text, mark }) => ({
      question,
      ...(text.trim() ? { text } : {}),
      ...(mark ? { mark: Number(mark) } : {}),
    }));
    const input = { ...(own() ? {} : { unitId: unit().id }), answers };
    const revision = props.of.entry?.revision ?? 0;
    const told = t('evaluation.sentNow', { unit: unit().name });
    const done = await editing.send(
      evaluationEntry,
      input,
      (body) => evaluation.send(props.roundId, body, revision),
      told,
    );
    if (done) props.sent();
  }
  const set = (i: number, part: 'text' | 'mark', value: string) => {
    setForm('answers', i, part, value);
    editing.forget(`answers.${i}.${part}`);
  };
  return (
    <Card title={t(own() ? 'evaluation.own' : 'evaluation.fill', { unit: unit().name })}>
      <form ref={element} class={css.form} novalidate onSubmit={(event) => void send(event)}>
        <For each={props.questions}>
          {(question, i) => (
            <Show
              when={question.kind === 'mark'}
              fallback={
                <TextArea
                  label={`${i() + 1}. ${question.text}`}
                  value={form.answers[i()]?.text ?? ''}
                  change={(text) => set(i(), 'text', text)}
                  error={editing.fault(`answers.${i()}.text`)}
                />
              }
            >
              <SelectField
                label={`${i() + 1}. ${question.text}`}
                hint={t('evaluation.worst')}
                value={form.answers[i()]?.mark ?? ''}
                change={(mark) => set(i(), 'mark', mark)}
                error={editing.fault(`answers.${i()}.mark`)}
              >
                <option value="" />
                <For each={Array.from({ length: bestMark }, (_, n) => String(n + 1))}>
                  {(n) => (
                    <option value={n} selected={n === form.answers[i()]?.mark}>
                      {t('evaluation.mark', { n })}
                    </option>
                  )}
                </For>
              </SelectField>
            </Show>
          )}
        </For>
        <div>
          <Button look="primary" type="submit" disabled={editing.busy()}>
            {t('evaluation.send')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
