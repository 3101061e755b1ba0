import { newEvaluation, type Topic, topics } from '@tddh/domain/evaluation';
import { For, Show } from 'solid-js';
import { createStore, produce } from 'solid-js/store';
import { Button } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { SelectField, TextArea } from '../../parts/field.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { t } from '../../words/words.ts';
import { useEditing } from '../admin/editing.ts';
import css from '../admin.module.css';
import { TermsFields } from '../rounds/terms.tsx';
import { evaluation } from './requests.ts';

interface Typed {
  text: string;
  topic: Topic;
  kind: 'text' | 'mark';
}

/** What the letter wants every department to say, and one mark. */
const usual = (): Typed[] => [
  ...(['difficulty', 'function', 'effect'] as const).map((topic): Typed => {
    return { text: t(`evaluation.usual.${topic}`) ?? '', topic, kind: 'text' };
  }),
  { text: t('evaluation.usual.mark'), topic: 'effect', kind: 'mark' },
  { text: t('evaluation.usual.proposal'), topic: 'proposal', kind: 'text' },
];

/** Opens a round: its name, due day, whom it asks, and the questions. */
export function EvaluationForm() {
  let element: HTMLFormElement | undefined;
  const catalog = useCatalog();
  const editing = useEditing(() => element);
  const [form, setForm] = createStore({
    ...{ name: '', dueOn: null as string | null, who: 'departments' as 'departments' | 'everybody' },
    questions: usual(),
  });
  async function send(event: Event) {
    event.preventDefault();
    const all = catalog().units.filter((unit) => unit.kind !== 'leadership' && !unit.validTo);
    const input = {
      name: form.name,
      ...(form.dueOn ? { dueOn: form.dueOn } : {}),
      ...(form.who === 'everybody' ? { units: all.map((unit) => unit.id) } : {}),
      questions: form.questions.map((one) => ({ ...one })),
    };
    if (await editing.send(newEvaluation, input, evaluation.open, t('evaluation.opened'))) {
      setForm({ name: '', dueOn: null, questions: usual() });
    }
  }
  return (
    <form ref={element} class={css.form} novalidate onSubmit={(event) => void send(event)}>
      <TermsFields kind="evaluation" form={form} change={setForm} editing={editing} />
      <Segmented
        label={t('evaluation.who')}
        value={form.who}
        options={(['departments', 'everybody'] as const).map((value) => ({
          ...{ value, text: t(`evaluation.${value}`) },
        }))}
        change={(who) => setForm({ who })}
      />
      <For each={form.questions}>
        {(one, i) => (
          <fieldset class={css.question}>
            <legend>{t('evaluation.question', { n: i() + 1 })}</legend>
            <TextArea
              bare
              rows={2}
              label={t('evaluation.question', { n: i() + 1 })}
              value={one.text}
              change={(text) => {
                setForm('questions', i(), 'text', text);
                editing.forget(`questions.${i()}.text`);
              }}
              error={editing.fault(`questions.${i()}.text`)}
            />
            <SelectField
              bare
              label={t('evaluation.topic', { n: i() + 1 })}
              value={one.topic}
              change={(topic) => setForm('questions', i(), 'topic', topic as Topic)}
            >
              <For each={topics}>
                {(topic) => (
                  <option value={topic} selected={topic === one.topic}>
                    {t(`evaluation.topics.${topic}`)}
                  </option>
                )}
              </For>
            </SelectField>
            <SelectField
              bare
              label={t('evaluation.kindOf', { n: i() + 1 })}
              value={one.kind}
              change={(kind) => setForm('questions', i(), 'kind', kind as Typed['kind'])}
            >
              <For each={['text', 'mark'] as const}>
                {(kind) => (
                  <option value={kind} selected={kind === one.kind}>
                    {t(`evaluation.kinds.${kind}`)}
                  </option>
                )}
              </For>
            </SelectField>
            <Show when={form.questions.length > 1}>
              <Button
                small
                look="quiet"
                onClick={() => setForm(produce((all) => void all.questions.splice(i(), 1)))}
              >
                {t('evaluation.remove', { n: i() + 1 })}
              </Button>
            </Show>
          </fieldset>
        )}
      </For>
      <div class={css.bar}>
        <Button
          disabled={form.questions.length >= 20}
          onClick={() =>
            setForm('questions', form.questions.length, { text: '', topic: 'difficulty', kind: 'text' })
          }
        >
          {t('evaluation.add')}
        </Button>
        <Button look="primary" type="submit" disabled={editing.busy()}>
          {t('evaluation.open')}
        </Button>
      </div>
    </form>
  );
}
