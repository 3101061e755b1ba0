import { readInput } from '@tddh/domain/input';
import { Refusal } from '@tddh/domain/refusal';
import { type Verb, verbs } from '@tddh/domain/verbs';
import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { api } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { sayProblem } from '../../parts/toasts.ts';
import { Problem } from '../../problem.ts';
import { t } from '../../words/words.ts';
import { AskField } from './askfield.tsx';
import { clearDraft, keepDraft, readDraft } from './draft.ts';
import { type Ask, bodyOf, type Values } from './forms.ts';
import css from './verbform.module.css';

/** The small form of one verb: judged by the domain's schema, sent with the revision that was read. */
export function VerbForm(props: {
  id: string;
  revision: number;
  verb: Verb;
  asks: readonly Ask[];
  /** What stands now, for a correction. */
  before?: Values;
  /** Keeps what is typed on this machine, under this name. */
  draft?: string;
  button: string;
  danger?: boolean;
  cancel?: () => void;
  done: () => void;
  /** Sends what was typed instead of sending it at once: what can be taken back for a while. */
  hold?: (body: object) => void;
  /** What the body says besides what is asked for. */
  also?: object;
  /** What to warn of in a value before it is sent. */
  warn?: (path: string, value: Values[string] | undefined) => string | undefined;
  /** The revision has changed, or the state forbids it: what is shown is out of date. */
  outdated: (problem: Problem) => void;
  focus?: boolean;
  children?: JSX.Element;
}) {
  const start = () => ({ ...props.before, ...(props.draft ? readDraft(props.draft) : {}) });
  const [values, setValues] = createStore<Values>(start());
  const [faults, setFaults] = createSignal<Record<string, string>>({});
  const [days, setDays] = createStore<Record<string, string | undefined>>({});
  const [busy, setBusy] = createSignal(false);
  /** Sent while a file was on its way: it goes on by itself when the file has arrived. */
  const [waiting, setWaiting] = createSignal(false);
  let form: HTMLFormElement | undefined;
  createEffect(
    on(
      () => `${props.id} ${props.verb}`,
      () => setValues(reconcile(start())),
      { defer: true },
    ),
  );
  createEffect(() => {
    if (props.draft) keepDraft(props.draft, differing(values, props.before));
  });

  const set = (path: string, value: Values[string], dayError?: string) => {
    const files =
      path === 'files' && waiting() ? { before: days.files, had: count(values.files) } : undefined;
    setValues(path, value);
    setDays(path, dayError);
    setFaults(({ [path]: _, ...rest }) => rest);
    if (!files) return setWaiting(false);
    const arrived = !dayError && count(value) > files.had;
    if (arrived) queueMicrotask(() => void send());
    if (arrived || (dayError && dayError !== files.before)) setWaiting(false);
  };
  const show = (list: readonly { path: string; message: string }[]) => {
    setFaults(Object.fromEntries(list.map((fault) => [fault.path, fault.message])));
    queueMicrotask(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  async function send(event?: Event) {
    event?.preventDefault();
    if (busy()) return;
    const unread = Object.entries(days).flatMap(([path, message]) => (message ? [{ path, message }] : []));
    if (unread.length > 0) {
      setWaiting(days.files === t('file.waits') && unread.length === 1);
      return show(unread);
    }
    const body = readInput(verbs[props.verb], { ...bodyOf(props.asks, values, props.before), ...props.also });
    if (body instanceof Refusal) return show(body.faults);
    if (props.hold) return props.hold(body as object);
    setBusy(true);
    try {
      await api.act(props.id, props.verb, body as object, props.revision);
      if (props.draft) clearDraft(props.draft);
      props.done();
    } catch (error) {
      if (error instanceof Problem && error.errors.length > 0) show(error.errors);
      else if (error instanceof Problem && (error.status === 409 || error.status === 412))
        props.outdated(error);
      else sayProblem(error);
    } finally {
      setBusy(false);
    }
  }
  const loose = () => {
    const known = new Set(props.asks.flatMap(({ kind, path }) => (silent.has(kind) ? [] : [path])));
    return Object.entries(faults())
      .filter(([path]) => !known.has(path))
      .map(([, message]) => message)
      .join(' ');
  };

  return (
    <form
      ref={form}
      class={css.form}
      novalidate
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(event);
      }}
    >
      {props.children}
      <Show when={props.asks.length === 0}>
        <p class={css.nothing}>{t('ask.nothing')}</p>
      </Show>
      <For each={props.asks}>
        {(ask, index) => (
          <>
            <AskField
              ask={ask}
              value={values[ask.path]}
              change={(value, error) => set(ask.path, value, error)}
              error={faults()[ask.path]}
              focus={props.focus === true && index() === 0}
            />
            <Show when={props.warn?.(ask.path, values[ask.path])}>
              {(words) => (
                <p class={css.loose} role="status">
                  {words()}
                </p>
              )}
            </Show>
          </>
        )}
      </For>
      <Show when={loose()}>
        <p class={css.loose} role="alert">
          {loose()}
        </p>
      </Show>
      <div class={css.foot}>
        <Button look={props.danger ? 'danger' : 'primary'} type="submit" disabled={busy()}>
          {props.button}
        </Button>
        <Show when={props.cancel}>
          {(cancel) => (
            <Button look="quiet" onClick={() => cancel()()}>
              {t('act.cancel')}
            </Button>
          )}
        </Show>
        <Show when={props.asks.length > 0}>
          <small>{t('ask.save')}</small>
        </Show>
      </div>
    </form>
  );
}

/** How many files a value holds. */
function count(value: Values[string] | undefined): number {
  return Array.isArray(value) ? value.length : 0;
}

/** Fields that have no room for a fault: it is told under the form. */
const silent: ReadonlySet<Ask['kind']> = new Set(['check', 'decision']);

/** What was typed: what differs from what stands. */
function differing(values: Values, before: Values = {}): Values {
  return Object.fromEntries(Object.entries(values).filter(([path, value]) => value !== before[path]));
}
