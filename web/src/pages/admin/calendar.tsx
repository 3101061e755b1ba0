import { useSearchParams } from '@solidjs/router';
import { calendarYear } from '@tddh/domain/calendar';
import { type Day, showDay } from '@tddh/domain/day';
import { holidays } from '@tddh/domain/holidays';
import X from 'lucide-solid/icons/x';
import { createSignal, For, Show } from 'solid-js';
import { api } from '../../api.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/dayfield.tsx';
import { TextField } from '../../parts/field.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { say } from '../../parts/toasts.ts';
import { useQuery } from '../../query.ts';
import { useSession } from '../../session.tsx';
import type { Settings } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { useEditing } from './editing.ts';
import { admin } from './requests.ts';

interface Marked {
  on: Day;
  note?: string;
}
type Days = Record<'off' | 'working', Marked[]>;

/** The days off and the make-up working days of a year, prefilled with what can be computed, edited and saved whole. */
export function AdminCalendar() {
  const session = useSession();
  const [params, setParams] = useSearchParams<{ nam?: string }>();
  const year = () => Number(/^20\d\d$/.exec(params.nam ?? '')?.[0] ?? session.today.slice(0, 4));
  const settings = useQuery(() => ({ queryKey: ['settings'], queryFn: api.settings }));
  const go = (to: number) => setParams({ nam: String(to) });
  return (
    <Page
      title={t('calendar.title')}
      lead={t('calendar.lead')}
      actions={
        <>
          <Button onClick={() => go(year() - 1)} aria-label={t('calendar.previous')}>
            ‹ {year() - 1}
          </Button>
          <strong>
            {t('calendar.year')} {year()}
          </strong>
          <Button onClick={() => go(year() + 1)} aria-label={t('calendar.next')}>
            {year() + 1} ›
          </Button>
        </>
      }
    >
      <Answered query={settings}>
        {(data) => (
          <Show when={year()} keyed>
            {(shown) => <Year year={shown} settings={data().settings} />}
          </Show>
        )}
      </Answered>
    </Page>
  );
}

/** The days of one year, as stored until something is typed; what is typed stays when the settings are read again. */
function Year(props: { year: number; settings: Settings }) {
  const [typed, setTyped] = createSignal<Days>();
  let element: HTMLDivElement | undefined;
  const editing = useEditing(() => element);

  const stored = (): Days => {
    const { off, working, notes } = props.settings.calendar;
    const own = (list: readonly Day[]) =>
      list
        .filter((one) => one.startsWith(String(props.year)))
        .map((one) => ({ on: one, ...(notes?.[one] ? { note: notes[one] } : {}) }));
    return { off: own(off), working: own(working) };
  };
  const days = () => typed() ?? stored();
  const set = (part: Partial<Days>) => {
    const sorted = (list: Marked[]) => [...list].sort((a, b) => (a.on < b.on ? -1 : 1));
    const { off, working } = { ...days(), ...part };
    setTyped({ off: sorted(off), working: sorted(working) });
  };
  function prefill() {
    const known = new Set([...days().off, ...days().working].map((one) => one.on));
    const added = (holidays[props.year] ?? [])
      .filter(([one]) => !known.has(one))
      .map(([one, note]) => ({ on: one, note }));
    set({ off: [...days().off, ...added] });
    say(t('calendar.prefilled', { n: added.length }));
  }
  async function save() {
    const revision = props.settings.revision ?? 0;
    const send = (body: Parameters<typeof admin.setCalendar>[0]) => admin.setCalendar(body, revision);
    const told = t('calendar.saved', { year: props.year });
    if (await editing.send(calendarYear, { year: props.year, ...days() }, send, told)) setTyped(undefined);
  }
  return (
    <div class={css.stack} ref={element}>
      <p class={css.warning} role="note">
        {t('calendar.warning')}
      </p>
      <div class={css.halves}>
        <For each={['off', 'working'] as const}>
          {(kind) => (
            <Card
              title={t(`calendar.${kind}`)}
              lead={kind === 'working' ? t('calendar.workingHint') : undefined}
              actions={
                kind === 'off' && holidays[props.year] ? (
                  <Button onClick={prefill}>{t('calendar.prefill')}</Button>
                ) : undefined
              }
            >
              <DayList
                days={days()[kind]}
                year={props.year}
                fault={(i) => editing.fault(`${kind}.${i}`)}
                change={(list) => {
                  set({ [kind]: list });
                  editing.forget(kind);
                }}
              />
            </Card>
          )}
        </For>
      </div>
      <div class={css.bar}>
        <Button look="primary" disabled={!typed() || editing.busy()} onClick={() => void save()}>
          {t('manage.save')}
        </Button>
        <Show when={typed()}>
          <span>{t('calendar.unsaved')}</span>
        </Show>
      </div>
    </div>
  );
}

function DayList(props: {
  days: Marked[];
  year: number;
  fault: (i: number) => string | undefined;
  change: (days: Marked[]) => void;
}) {
  const [day, setDay] = createSignal<Day | null>(null);
  const [note, setNote] = createSignal('');
  function add(event: Event) {
    event.preventDefault();
    const one = day();
    if (!one) return;
    props.change([
      ...props.days.filter((other) => other.on !== one),
      { on: one, ...(note() ? { note: note() } : {}) },
    ]);
    setDay(null);
    setNote('');
  }
  return (
    <>
      <Show when={props.days.length > 0} fallback={<p>{t('calendar.none')}</p>}>
        <ul class={css.days}>
          <For each={props.days}>
            {(one, i) => (
              <li>
                <span>
                  {t(`day.short${new Date(`${one.on}T00:00:00Z`).getUTCDay() as 0}`)} {showDay(one.on)}
                  <small>{one.note}</small>
                  <Show when={props.fault(i())}>
                    <small data-bad="">{props.fault(i())}</small>
                  </Show>
                </span>
                <Button
                  look="quiet"
                  square
                  small
                  aria-label={t('calendar.remove', { day: showDay(one.on) })}
                  onClick={() => props.change(props.days.filter((other) => other.on !== one.on))}
                >
                  <X size={16} />
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <form class={css.addDay} novalidate onSubmit={add}>
        <DayField label={t('calendar.add')} value={day()} change={(one) => setDay(one)} />
        <TextField label={t('calendar.note')} optional value={note()} change={setNote} />
        <Button type="submit" disabled={!day()}>
          {t('manage.add')}
        </Button>
      </form>
    </>
  );
}
