import { rosterEntry } from '@tddh/domain/roster';
import { createSignal, For, Show } from 'solid-js';
import { createStore, produce, unwrap } from 'solid-js/store';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Card } from '../../parts/page.tsx';
import { sayProblem } from '../../parts/toasts.ts';
import { useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import { useEditing } from '../admin/editing.ts';
import css from '../admin.module.css';
import { base64Of, type ReadRows, roster, type UnitEntry } from './requests.ts';

interface Typed {
  name: string;
  position: string;
  phone: string;
  email: string;
}
const empty = (): Typed => ({ name: '', position: '', phone: '', email: '' });
const parts = ['name', 'position', 'phone', 'email'] as const;

/** A unit's focal persons: typed, or read from its workbook with every row judged by itself; then sent whole. */
export function EntryForm(props: { roundId: string; of: UnitEntry; sent: () => void }) {
  const session = useSession();
  let element: HTMLFormElement | undefined;
  let file: HTMLInputElement | undefined;
  const editing = useEditing(() => element);
  const [rows, setRows] = createSignal<ReadRows>();
  const before = (props.of.entry?.people ?? []).map((one) => ({ ...one, email: one.email ?? '' }));
  const [form, setForm] = createStore<{ people: Typed[] }>({
    people: before.length > 0 ? before : [empty()],
  });
  const own = () => props.of.unit.id === session.person.unit.id;
  const unit = () => props.of.unit.name;

  async function read() {
    const picked = file?.files?.[0];
    if (!picked) return;
    try {
      const answer = await roster.sheet(props.roundId, await base64Of(picked));
      setRows(answer.rows);
      const good = answer.rows.flatMap((row) => ('person' in row ? [row.person] : []));
      if (good.length > 0) setForm({ people: good.map((one) => ({ ...one, email: one.email ?? '' })) });
    } catch (error) {
      sayProblem(error);
    } finally {
      if (file) file.value = '';
    }
  }
  async function send(event: Event) {
    event.preventDefault();
    const people = unwrap(form.people).map(({ email, ...one }) => ({
      ...one,
      ...(email.trim() ? { email } : {}),
    }));
    const input = { ...(own() ? {} : { unitId: props.of.unit.id }), people };
    const revision = props.of.entry?.revision ?? 0;
    const told = t('roster.sentNow', { unit: unit() });
    const done = await editing.send(
      rosterEntry,
      input,
      (body) => roster.send(props.roundId, body, revision),
      told,
    );
    if (done) {
      setRows(undefined);
      props.sent();
    }
  }
  return (
    <Card
      title={own() ? t('roster.own', { unit: unit() }) : t('roster.fill', { unit: unit() })}
      actions={
        <>
          <ButtonLink
            href={`/api/rosters/${props.roundId}/form.xlsx?unit=${props.of.unit.id}`}
            download=""
            target="_self"
          >
            {t('roster.form')}
          </ButtonLink>
          <Button onClick={() => file?.click()}>{t('roster.upload')}</Button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".xlsx"
            aria-label={t('roster.upload')}
            onChange={() => void read()}
          />
        </>
      }
    >
      <form ref={element} class={css.form} novalidate onSubmit={(event) => void send(event)}>
        <Show when={rows()}>{(list) => <Judged rows={list()} />}</Show>
        <For each={form.people}>
          {(person, i) => (
            <fieldset class={css.person}>
              <legend>{t('roster.person', { n: i() + 1 })}</legend>
              <For each={parts}>
                {(part) => (
                  <TextField
                    label={t(part === 'name' ? 'roster.fullName' : `roster.${part}`)}
                    optional={part === 'email'}
                    value={person[part]}
                    change={(value) => {
                      setForm('people', i(), part, value);
                      editing.forget(`people.${i()}.${part}`);
                    }}
                    error={editing.fault(`people.${i()}.${part}`)}
                  />
                )}
              </For>
              <Show when={form.people.length > 1}>
                <Button
                  small
                  look="quiet"
                  onClick={() => setForm(produce((all) => void all.people.splice(i(), 1)))}
                >
                  {t('roster.remove', { n: i() + 1 })}
                </Button>
              </Show>
            </fieldset>
          )}
        </For>
        <div class={css.bar}>
          <Button onClick={() => setForm('people', form.people.length, empty())}>{t('roster.add')}</Button>
          <Button look="primary" type="submit" disabled={editing.busy()}>
            {t('roster.send')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** What became of each row of a workbook. */
function Judged(props: { rows: ReadRows }) {
  const bad = () => props.rows.filter((row) => 'faults' in row).length;
  return (
    <div role="status">
      <p>{t('roster.preview', { good: props.rows.length - bad(), bad: bad() })}</p>
      <ul class={css.days}>
        <For each={props.rows}>
          {(row) => (
            <li>
              <span data-bad={'faults' in row ? '' : undefined}>
                {t('roster.row', { n: row.row })}:{' '}
                {'person' in row
                  ? `${row.person.name}, ${t('roster.rowTaken')}`
                  : t('roster.rowRefused', { why: row.faults.map((one) => one.message).join(' ') })}
              </span>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
