import type { Day } from '@tddh/domain/day';
import { readInput } from '@tddh/domain/input';
import { Refusal } from '@tddh/domain/refusal';
import { verbs } from '@tddh/domain/verbs';
import { createSignal } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/dayfield.tsx';
import { returnOne, sendMany } from '../../parts/deciding.ts';
import { TextArea } from '../../parts/field.tsx';
import { useSession } from '../../session.tsx';
import type { AssignmentItem, Confirmed } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './panel.module.css';

/** Sends a report back, or many for one reason: a reason that is owed, and the day by which a new one keeps its protection. */
export function ReturnForm(props: {
  items: readonly AssignmentItem[];
  cancel: () => void;
  sent: () => void;
  /** Called with the result of each, where there are many. */
  told?: (results: Confirmed['results']) => void;
}) {
  const session = useSession();
  const [reason, setReason] = createSignal('');
  const [cureOn, setCureOn] = createSignal<Day | null>(null);
  const [dayError, setDayError] = createSignal<string>();
  const [faults, setFaults] = createSignal<Record<string, string>>({});
  let form: HTMLFormElement | undefined;
  const show = (list: readonly { path: string; message: string }[]) => {
    setFaults(Object.fromEntries(list.map((fault) => [fault.path, fault.message])));
    queueMicrotask(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const mended = (path: string) => setFaults(({ [path]: _, ...rest }) => rest);

  function send(event?: Event) {
    event?.preventDefault();
    const cure = cureOn();
    const body = readInput(verbs.return, { reason: reason(), ...(cure ? { cureOn: cure } : {}) });
    if (body instanceof Refusal) return show(body.faults);
    const unread = dayError() ?? (cure && cure < session.today ? t('ask.cureOnPast') : undefined);
    if (unread) return show([{ path: 'cureOn', message: unread }]);
    const [only, ...more] = props.items;
    if (only && more.length === 0) returnOne(only, body);
    else {
      sendMany({
        ...{ rows: props.items, verb: 'return', body, mark: 'return', told: props.told ?? (() => {}) },
        text: t('many.returned', { n: props.items.length }),
        some: (ok, bad) => t('many.returnSome', { ok, bad }),
      });
    }
    props.sent();
  }
  return (
    <form
      ref={form}
      class={css.form}
      onSubmit={send}
      novalidate
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
        if (event.key === 'Escape') {
          event.stopPropagation();
          props.cancel();
        }
      }}
    >
      <TextArea
        label={t('ask.reason')}
        value={reason()}
        change={(text) => {
          setReason(text);
          mended('reason');
        }}
        error={faults().reason}
        ref={(element: HTMLTextAreaElement) => queueMicrotask(() => element.focus())}
        required
      />
      <DayField
        label={t('ask.cureOn')}
        hint={t('ask.cureOnHint')}
        optional
        value={cureOn()}
        change={(day, error) => {
          setCureOn(day);
          setDayError(error);
          mended('cureOn');
        }}
        error={faults().cureOn}
      />
      <div class={css.foot}>
        <Button look="primary" type="submit">
          {t('queue.giveBack')}
        </Button>
        <Button look="quiet" onClick={() => props.cancel()}>
          {t('act.cancel')}
        </Button>
        <small>{t('ask.save')}</small>
      </div>
    </form>
  );
}
