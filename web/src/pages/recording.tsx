import { createMemo, createSignal, For, onMount, Show } from 'solid-js';
import { api } from '../api.ts';
import { Button, ButtonLink } from '../parts/button.tsx';
import { DayField } from '../parts/dayfield.tsx';
import { CheckField, TextArea, TextField } from '../parts/field.tsx';
import { Hints } from '../parts/hints.tsx';
import { Card, Page } from '../parts/page.tsx';
import { usePaged } from '../parts/paged.ts';
import { type Outcome, Results } from '../parts/results.tsx';
import { Empty, ErrorBox, Skeleton } from '../parts/states.tsx';
import { isOfficer, useSession } from '../session.tsx';
import type { AssignmentItem } from '../shapes.ts';
import { t } from '../words/words.ts';
import { Finder } from './recording/finder.tsx';
import { type Pasted, readPaste } from './recording/match.ts';
import { Rows } from './recording/rows.tsx';
import { type Common, usePaperSheet } from './recording/sheet.ts';
import css from './recording.module.css';

/** Paper reports of agencies, many at once and by keys alone: found or pasted, one incoming document, one step. */
export function Recording() {
  const session = useSession();
  return (
    <Show
      when={isOfficer(session)}
      fallback={
        <Page title={t('recording.title')}>
          <Empty title={t('recording.forbidden')}>
            <ButtonLink href="/">{t('app.home')}</ButtonLink>
          </Empty>
        </Page>
      }
    >
      <Sheet />
    </Show>
  );
}

function Sheet() {
  const session = useSession();
  const [results, setResults] = createSignal<Outcome>();
  const [faults, setFaults] = createSignal<Record<string, string>>({});
  const [unknown, setUnknown] = createSignal<Pasted['unknown']>([]);
  let finder: HTMLInputElement | undefined;
  onMount(() => finder?.focus());
  const paper = usePaperSheet((told, items) =>
    setResults({
      ...{ results: told, items },
      words: { title: t('many.results'), ok: t('many.ok'), bad: t('many.bad') },
    }),
  );
  const list = usePaged<AssignmentItem>(() => {
    const query = { department: session.person.unit.id, status: 'assigned,in-progress', limit: 200 };
    return {
      key: ['figures', 'assignments', 'recording', query],
      load: (cursor) => api.assignments(cursor ? { ...query, cursor } : query),
    };
  });
  const open = createMemo(() => list.rows().filter((item) => item.role === 'lead' && !paper.has(item.id)));
  const set = (change: Partial<Common>) => paper.setSheet('common', change);
  const fresh = { documentNumber: '', documentDate: null };
  function paste(text: string) {
    const pasted = readPaste(open(), text, session.today);
    for (const row of pasted.found) paper.take(row);
    setUnknown(pasted.unknown);
  }
  function send(event?: Event) {
    event?.preventDefault();
    if (paper.sheet.rows.length === 0) return finder?.focus();
    const wrong = paper.send();
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    setResults(undefined);
    setUnknown([]);
    finder?.focus();
  }
  const common = () => paper.sheet.common;
  return (
    <Page title={t('recording.title')} lead={t('recording.lead')} width="form">
      <Show when={!list.error()} fallback={<ErrorBox error={list.error()} retry={list.retry} />}>
        <form
          class={css.sheet}
          novalidate
          onSubmit={send}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
            else if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
              event.preventDefault();
          }}
        >
          <Card>
            <Finder
              items={open()}
              take={(item) => paper.take({ item, ...fresh })}
              paste={paste}
              ref={(e) => {
                finder = e;
              }}
            />
            <Show when={!list.complete()}>
              <p role="status">{t('list.more', { n: list.rows().length })}</p>
            </Show>
            <For each={unknown()}>
              {(one) => (
                <p class={css.unknown} role="alert">
                  {t('recording.unknown', { line: one.line, text: one.text })}
                </p>
              )}
            </For>
          </Card>
          <Card title={t('recording.common')} lead={t('recording.commonLead')}>
            <div class={css.form}>
              <TextField
                label={t('recording.number')}
                value={common().documentNumber}
                change={(documentNumber) => set({ documentNumber })}
                error={faults().documentNumber}
              />
              <DayField
                label={t('recording.date')}
                toward="past"
                value={common().documentDate}
                change={(documentDate) => set({ documentDate })}
                error={faults().documentDate}
              />
              <DayField
                label={t('recording.counted')}
                hint={t('recording.countedHint')}
                toward="past"
                optional
                value={common().reportedOn}
                change={(reportedOn) => set({ reportedOn })}
                error={faults().reportedOn}
              />
              <div class={css.wide}>
                <TextArea
                  label={t('recording.result')}
                  rows={2}
                  value={common().result}
                  change={(result) => set({ result })}
                  error={faults().result}
                />
                <CheckField
                  label={t('recording.confirm')}
                  hint={t('recording.confirmHint')}
                  checked={common().confirm}
                  change={(confirm) => set({ confirm })}
                />
              </div>
            </div>
            <div class={css.foot}>
              <Button look="primary" type="submit" disabled={paper.sheet.rows.length === 0}>
                {t(common().confirm ? 'recording.sendDone' : 'recording.send', {
                  n: paper.sheet.rows.length,
                })}
              </Button>
              <small>{t('recording.keys')}</small>
            </div>
          </Card>
          <Card title={t('recording.taken', { n: paper.sheet.rows.length })}>
            <Show when={list.ready()} fallback={<Skeleton lines={3} />}>
              <Show when={paper.sheet.rows.length > 0} fallback={<p>{t('recording.empty')}</p>}>
                <Rows rows={paper.sheet.rows} change={paper.change} remove={paper.remove} />
              </Show>
            </Show>
          </Card>
        </form>
      </Show>
      <Hints
        label={t('list.hints')}
        keys={[
          ['↑ ↓', t('list.hintMove')],
          ['Enter', t('recording.hintTake')],
          ['Ctrl Enter', t('recording.hintSend')],
          ['Z', t('act.undo')],
        ]}
      />
      <Show when={results()}>
        {(outcome) => <Results outcome={outcome()} close={() => setResults(undefined)} />}
      </Show>
    </Page>
  );
}
