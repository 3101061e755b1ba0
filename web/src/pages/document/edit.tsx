import { documentChange, refuseSecret } from '@tddh/domain/document';
import { readInput } from '@tddh/domain/input';
import { Refusal } from '@tddh/domain/refusal';
import { createSignal, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { api } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { TextArea } from '../../parts/field.tsx';
import { say, sayProblem } from '../../parts/toasts.ts';
import { Problem } from '../../problem.ts';
import { invalidate } from '../../queries.ts';
import type { DocumentDetail } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from '../document.module.css';
import { useFaults } from '../entry/faults.ts';
import { HeadFields } from '../entry/head.tsx';
import { changed, headOf } from './change.ts';

/** Corrects a document with a reason, or gives a draft its number and day, which assigns its tasks. */
export function EditDocument(props: { document: DocumentDetail['document']; close: () => void }) {
  const before = headOf(props.document);
  const draft = props.document.status === 'draft';
  const [form, setForm] = createStore({ ...before });
  const [reason, setReason] = createSignal('');
  const [day, setDay] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  const [general, setGeneral] = createSignal<{ text: string; exists?: string }>();
  let element: HTMLFormElement | undefined;
  const faults = useFaults(() => element);

  async function save(event: Event) {
    event.preventDefault();
    if (busy() || day()) return;
    const change = changed(before, form);
    const secret = refuseSecret(change);
    if (secret) return setGeneral({ text: secret.message });
    if (!draft && !reason().trim())
      return faults.show([{ path: 'reason', message: t('paper.reasonMissing') }]);
    const body = readInput(documentChange, { ...change, ...(reason().trim() ? { reason: reason() } : {}) });
    if (body instanceof Refusal) {
      setGeneral({ text: body.faults.find((fault) => fault.path === '')?.message ?? '' });
      return faults.show(body.faults);
    }
    setBusy(true);
    try {
      const after = await api.amend(props.document.id, body);
      say(t(draft && after.document.status === 'issued' ? 'paper.issued' : 'paper.saved'), 'good');
      props.close();
      await invalidate();
    } catch (error) {
      if (error instanceof Problem && error.status < 500 && error.status > 0) {
        setGeneral({ text: error.detail || error.title, exists: error.at('document') });
        faults.show(error.errors);
      } else sayProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      ref={element}
      class={css.form}
      novalidate
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event);
      }}
    >
      <Show when={draft}>
        <p class={css.hint}>{t('paper.completeHint')}</p>
      </Show>
      <Show when={general()?.text}>
        <p class={css.bad} role="alert">
          {general()?.text}{' '}
          <Show when={general()?.exists}>
            <a href={`/van-ban/${general()?.exists}`}>{t('entry.exists')}</a>
          </Show>
        </p>
      </Show>
      <HeadFields
        form={form}
        change={(part) => {
          setForm(part);
          faults.forget(...Object.keys(part));
        }}
        dayError={setDay}
        fault={faults.at}
        departmentId={props.document.departmentId}
        dayFixed={!draft}
      />
      <Show when={!draft}>
        <TextArea
          label={t('paper.reason')}
          rows={2}
          value={reason()}
          change={(value) => {
            setReason(value);
            faults.forget('reason');
          }}
          error={faults.at('reason')}
        />
      </Show>
      <div class={css.foot}>
        <Button look="primary" type="submit" disabled={busy()}>
          {t(draft && form.number.trim() && form.issuedOn ? 'paper.complete' : 'paper.save')}
        </Button>
        <Button look="quiet" onClick={() => props.close()}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}
