import { type Attended, attendanceColumns, readAttendance, sameAttendee } from '@tddh/domain/lesson';
import { fold, matches } from '@tddh/domain/text';
import { gridOf } from '@tddh/intake/sheets/grid';
import { createSignal, For, Show } from 'solid-js';
import { api } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import control from '../../parts/field.module.css';
import { Field, TextField } from '../../parts/field.tsx';
import { Card } from '../../parts/page.tsx';
import { say, sayProblem } from '../../parts/toasts.ts';
import { client } from '../../queries.ts';
import { useQuery } from '../../query.ts';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { saveTemplate, tableOf } from '../sheet/tables.ts';
import { type LessonDetail, lessonCalls } from './lessoncalls.ts';
import own from './lessons.module.css';

const mostFound = 8;

/** Who attended a lesson: chosen among the people, or read from a pasted list or a sheet. */
export function Attendance(props: { detail: LessonDetail }) {
  const catalog = useCatalog();
  const asked = useQuery(() => ({ queryKey: ['people'], queryFn: api.people }));
  const [list, setList] = createSignal<readonly Attended[]>(props.detail.attended);
  const [wanted, setWanted] = createSignal('');
  const [pasted, setPasted] = createSignal('');
  const [faults, setFaults] = createSignal<readonly { row: number; fault: string }[]>([]);
  const [busy, setBusy] = createSignal(false);
  let file: HTMLInputElement | undefined;

  const people = () =>
    asked.isSuccess ? asked.data.items.map(({ unit, ...one }) => ({ ...one, unitId: unit.id })) : [];
  const nameOf = (unitId: string) => catalog().units.find((unit) => unit.id === unitId)?.name ?? '';
  const isIn = (one: Attended) => list().some((other) => sameAttendee(other) === sameAttendee(one));
  const found = () => {
    if (!wanted().trim()) return [];
    return people()
      .filter((one) => !one.disabled && !isIn({ personId: one.id, name: one.name, unitId: one.unitId }))
      .filter((one) => matches(fold(`${one.name} ${one.username} ${nameOf(one.unitId)}`), wanted()))
      .slice(0, mostFound);
  };
  const changed = () => list().map(sameAttendee).join() !== props.detail.attended.map(sameAttendee).join();

  function take(grid: string[][]) {
    const rows = readAttendance(grid, people(), catalog().units);
    const fresh = rows.flatMap((row) => ('attended' in row && !isIn(row.attended) ? [row.attended] : []));
    setList([...list(), ...fresh]);
    setFaults(rows.flatMap((row) => ('fault' in row ? [row] : [])));
    setPasted('');
    say(t('lessons.taken', { n: fresh.length }), 'good');
  }
  async function takeFile() {
    const chosen = file?.files?.[0];
    if (!chosen || !file) return;
    file.value = '';
    const table = await tableOf(chosen);
    if ('grid' in table) take(table.grid);
    else say(table.trouble, 'bad');
  }
  async function save() {
    setBusy(true);
    try {
      const sent = list().map(({ personId, name, unitId }) => (personId ? { personId } : { name, unitId }));
      await lessonCalls.attendance(props.detail.lesson.id, { people: sent }, props.detail.lesson.revision);
      say(t('lessons.saved'), 'good');
      await client.invalidateQueries({ queryKey: ['lessons'] });
    } catch (error) {
      sayProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Card
      title={t('lessons.attendees', { n: list().length })}
      actions={
        <Button look="primary" disabled={busy() || !changed()} onClick={() => void save()}>
          {t('lessons.save')}
        </Button>
      }
    >
      <Show when={changed()}>
        <p class={`${css.warning} ${own.unsaved}`} role="status">
          {t('lessons.unsaved')}
        </p>
      </Show>
      <TextField label={t('lessons.find')} hint={t('lessons.findHint')} value={wanted()} change={setWanted} />
      <ul class={css.days}>
        <For each={found()}>
          {(one) => (
            <li>
              <span>
                {one.name}
                <small>
                  {nameOf(one.unitId)} · {one.username}
                </small>
              </span>
              <Button
                small
                aria-label={t('lessons.take', { name: one.name })}
                onClick={() => setList([...list(), { personId: one.id, name: one.name, unitId: one.unitId }])}
              >
                {t('manage.add')}
              </Button>
            </li>
          )}
        </For>
      </ul>
      <div class={own.paste}>
        <Field label={t('lessons.paste')} hint={t('lessons.pasteHint')}>
          {(wiring) => (
            <textarea
              {...wiring}
              class={control.control}
              rows="3"
              value={pasted()}
              onInput={(event) => setPasted(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class={own.buttons}>
          <Button disabled={!pasted().trim()} onClick={() => take(gridOf(pasted()))}>
            {t('lessons.read')}
          </Button>
          <Button onClick={() => file?.click()}>{t('lessons.choose')}</Button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".xlsx"
            aria-label={t('lessons.choose')}
            onChange={() => void takeFile()}
          />
          <Button
            look="quiet"
            onClick={() =>
              void saveTemplate(
                'Người dự tập huấn (mẫu)',
                attendanceColumns.map((title) => ({ title })),
                ['Nguyễn Văn An', nameOf('snv') || 'Sở Nội vụ', ''],
              )
            }
          >
            {t('lessons.template')}
          </Button>
        </div>
      </div>
      <Show when={faults().length > 0}>
        <div role="status">
          <ul class={css.days}>
            <For each={faults()}>
              {(one) => (
                <li>
                  <span data-bad="">{t('lessons.refused', { row: one.row, why: one.fault })}</span>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <Show when={list().length > 0} fallback={<p>{t('lessons.nobody')}</p>}>
        <ul class={css.days}>
          <For each={list()}>
            {(one) => (
              <li>
                <span>
                  {one.name}
                  <small>
                    {nameOf(one.unitId)}
                    {one.personId ? '' : ` · ${t('lessons.noAccount')}`}
                  </small>
                </span>
                <Button
                  small
                  look="quiet"
                  aria-label={t('lessons.drop', { name: one.name })}
                  onClick={() => setList(list().filter((other) => other !== one))}
                >
                  {t('act.remove')}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  );
}
