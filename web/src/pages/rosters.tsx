import { newRound } from '@tddh/domain/round';
import { createStore } from 'solid-js/store';
import { Button } from '../parts/button.tsx';
import { t } from '../words/words.ts';
import { useEditing } from './admin/editing.ts';
import css from './admin.module.css';
import { roster } from './roster/requests.ts';
import { RoundList } from './rounds/list.tsx';
import { type Terms, TermsFields } from './rounds/terms.tsx';

/** The rounds in which units name their focal persons; the administrator opens the next one. */
export function Rosters() {
  return <RoundList kind="roster" queryKey="rosters" ask={roster.rounds} form={<RoundForm />} />;
}

function RoundForm() {
  let element: HTMLFormElement | undefined;
  const editing = useEditing(() => element);
  const [form, setForm] = createStore<Terms>({ name: '', dueOn: null });
  async function send(event: Event) {
    event.preventDefault();
    const input = { name: form.name, ...(form.dueOn ? { dueOn: form.dueOn } : {}) };
    if (await editing.send(newRound, input, roster.open, t('roster.opened')))
      setForm({ name: '', dueOn: null });
  }
  return (
    <form ref={element} class={css.form} novalidate onSubmit={(event) => void send(event)}>
      <TermsFields kind="roster" form={form} change={setForm} editing={editing} />
      <div>
        <Button look="primary" type="submit" disabled={editing.busy()}>
          {t('roster.open')}
        </Button>
      </div>
    </form>
  );
}
