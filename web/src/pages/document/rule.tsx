import { readInput } from '@tddh/domain/input';
import { type Recurring, ruleChange } from '@tddh/domain/recurring';
import { Refusal } from '@tddh/domain/refusal';
import type { Task } from '@tddh/domain/task';
import { createSignal, Show } from 'solid-js';
import { api } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextArea } from '../../parts/field.tsx';
import { sayRule } from '../../parts/period.ts';
import { say, sayProblem } from '../../parts/toasts.ts';
import { invalidate } from '../../queries.ts';
import { t } from '../../words/words.ts';
import css from '../document.module.css';
import { Recurs } from '../entry/recurs.tsx';

/** The rule of a task of a document, and for its own department the ways to change or end it. */
export function RuleOf(props: { documentId: string; task: Task; may: boolean }) {
  const [open, setOpen] = createSignal<'change' | 'end'>();
  return (
    <Show when={props.task.recurring}>
      {(rule) => (
        <div class={css.rule}>
          <span>{sayRule(rule())}</span>
          <Show when={props.may && !rule().endedOn}>
            <Button small look="quiet" onClick={() => setOpen('change')}>
              {t('recur.change')}
            </Button>
            <Button small look="quiet" onClick={() => setOpen('end')}>
              {t('recur.end')}
            </Button>
          </Show>
          <Dialog
            open={open() !== undefined}
            title={t(open() === 'end' ? 'recur.end' : 'recur.change')}
            close={() => setOpen(undefined)}
          >
            <Show when={open()} keyed>
              {(what) => <RuleForm {...props} what={what} rule={rule()} close={() => setOpen(undefined)} />}
            </Show>
          </Dialog>
        </div>
      )}
    </Show>
  );
}

function RuleForm(props: {
  documentId: string;
  task: Task;
  what: 'change' | 'end';
  rule: Recurring;
  close: () => void;
}) {
  const [rule, setRule] = createSignal<Recurring>(props.rule);
  const [reason, setReason] = createSignal('');
  const [faults, setFaults] = createSignal<Record<string, string>>({});
  const [day, setDay] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);

  async function save(event: Event) {
    event.preventDefault();
    if (busy() || day()) return;
    const recurring = props.what === 'end' ? null : rule();
    const body = readInput(ruleChange, { task: props.task.id, recurring, reason: reason() });
    if (body instanceof Refusal) {
      return setFaults(Object.fromEntries(body.faults.map(({ path, message }) => [path, message])));
    }
    setBusy(true);
    try {
      await api.changeRule(props.documentId, body);
      say(t(props.what === 'end' ? 'recur.ended' : 'recur.changed'), 'good');
      props.close();
      await invalidate();
    } catch (error) {
      sayProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form class={css.form} novalidate onSubmit={(event) => void save(event)}>
      <p class={css.hint}>{t(props.what === 'end' ? 'recur.endLead' : 'recur.changeLead')}</p>
      <Show when={props.what === 'change'}>
        <Recurs
          fixed
          value={rule()}
          change={(next) => next && setRule(next)}
          dayError={setDay}
          error={faults()['recurring.until']}
        />
      </Show>
      <TextArea
        label={t('recur.reason')}
        rows={2}
        autofocus
        value={reason()}
        change={setReason}
        error={faults().reason}
      />
      <div class={css.foot}>
        <Button look={props.what === 'end' ? 'danger' : 'primary'} type="submit" disabled={busy()}>
          {t(props.what === 'end' ? 'recur.end' : 'recur.change')}
        </Button>
        <Button look="quiet" onClick={() => props.close()}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}
