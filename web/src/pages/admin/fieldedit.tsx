import { type FieldOfWork, fieldChange } from '@tddh/domain/agency';
import { createSignal, For, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { say, sayProblem } from '../../parts/toasts.ts';
import { client } from '../../queries.ts';
import { useQuery } from '../../query.ts';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { useEditing } from './editing.ts';
import { admin, inChunks } from './requests.ts';

/** Renames a field, or gives it to another department: what is open follows, previewed with its counts. */
export function EditField(props: { field: FieldOfWork; close: () => void }) {
  const catalog = useCatalog();
  let element: HTMLFormElement | undefined;
  const editing = useEditing(() => element);
  const [name, setName] = createSignal(props.field.name);
  const [to, setTo] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const [done, setDone] = createSignal(0);
  const left = useQuery(() => ({
    queryKey: ['fields', props.field.id, 'handover', to()],
    queryFn: () => admin.fieldLeft(props.field.id, to() || undefined),
  }));
  const ids = () =>
    left.isSuccess ? [...left.data.assignments, ...left.data.drafts].map((one) => one.id) : [];
  const open = () => (left.isSuccess ? left.data.assignments.length : 0);
  const drafts = () => (left.isSuccess ? left.data.drafts.length : 0);

  async function rename(event: Event) {
    event.preventDefault();
    const send = (body: { name: string }) => admin.setField(props.field.id, body, props.field.revision ?? 0);
    if (await editing.send(fieldChange, { name: name() }, send)) props.close();
  }
  async function handOver() {
    setBusy(true);
    try {
      const rows = ids();
      if (to()) await admin.handOverField(props.field.id, to(), props.field.revision ?? 0);
      const results = await inChunks(rows, (chunk) => admin.followField(props.field.id, chunk), setDone);
      const refused = results.filter((one) => !one.ok).length;
      if (refused) say(t('chunks.refused', { n: refused }), 'bad');
      say(t('field.done', { n: results.length - refused }), 'good');
      props.close();
    } catch (error) {
      sayProblem(error);
    } finally {
      setBusy(false);
      void client.invalidateQueries();
    }
  }
  return (
    <Dialog open close={props.close} place="sheet" title={t('field.edit', { name: props.field.name })}>
      <form ref={element} class={css.sheet} novalidate onSubmit={(event) => void rename(event)}>
        <TextField
          label={t('manage.name')}
          value={name()}
          change={(value) => {
            setName(value);
            editing.forget('name');
          }}
          error={editing.fault('name')}
        />
        <div>
          <Button type="submit" disabled={editing.busy() || name() === props.field.name}>
            {t('manage.save')}
          </Button>
        </div>
      </form>
      <div class={css.sheet}>
        <h3>{t('field.handOver')}</h3>
        <SelectField label={t('field.to')} value={to()} change={setTo}>
          <option value="">{t('manage.choose')}</option>
          <For
            each={catalog().units.filter(
              (unit) => unit.kind === 'department' && !unit.validTo && unit.id !== props.field.departmentId,
            )}
          >
            {(unit) => <option value={unit.id}>{unit.name}</option>}
          </For>
        </SelectField>
        <Show when={left.isSuccess && (to() || ids().length > 0)}>
          <p>{t('field.preview', { n: open(), drafts: drafts() })}</p>
          <div>
            <Button look="primary" disabled={busy()} onClick={() => void handOver()}>
              {to() ? t('field.go') : t('field.rest', { n: ids().length })}
            </Button>
          </div>
          <Show when={busy()}>
            <p role="status">{t('chunks.progress', { done: done(), all: ids().length })}</p>
          </Show>
        </Show>
      </div>
    </Dialog>
  );
}
