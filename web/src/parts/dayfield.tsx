import { isWorkingDay } from '@tddh/domain/calendar';
import { type Day, daysBetween, showDay } from '@tddh/domain/day';
import { type DayInputError, readDay } from '@tddh/domain/dayinput';
import CalendarDays from 'lucide-solid/icons/calendar-days';
import { createEffect, createSignal, lazy, on, Show, Suspense } from 'solid-js';
import { useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { useCalendar } from './catalog.ts';
import css from './dayfield.module.css';
import control from './field.module.css';
import { Field, type FieldProps } from './field.tsx';
import { place } from './place.ts';

const Calendar = lazy(() => import('./calendar.tsx').then((module) => ({ default: module.Calendar })));

export interface DayFieldProps extends FieldProps {
  value: Day | null;
  /** Called with a day, or null where the field is empty; `error` is set while what stands there is no day. */
  change: (day: Day | null, error?: string) => void;
  /** Due days look ahead (default), days of documents and reports look back. */
  toward?: 'future' | 'past';
  required?: boolean;
  /** Says the weekday and the distance under the field, and warns of a due day on a day off. */
  tell?: boolean;
  ref?: (input: HTMLInputElement) => void;
}

/** A day typed as 30/6, 311223, +15 or "cuối tháng", shown as dd/mm/yyyy when the field is left. */
export function DayField(props: DayFieldProps) {
  const session = useSession();
  const today = () => session.today;
  const calendar = useCalendar();
  const [typed, setTyped] = createSignal('');
  const [mistake, setMistake] = createSignal<string>();
  const [open, setOpen] = createSignal(false);
  let box: HTMLDivElement | undefined;
  let input: HTMLInputElement | undefined;

  createEffect(
    on(
      () => props.value,
      (value) => {
        if (value) setMistake(undefined);
        if (value || !mistake()) setTyped(value ? showDay(value) : '');
      },
    ),
  );

  function take(text: string) {
    if (!text.trim()) return done(null, props.required ? t('day.required') : undefined);
    const read = readDay(text, today(), props.toward);
    if ('day' in read) return done(read.day);
    done(null, sayError(read.error));
  }
  function done(day: Day | null, error?: string) {
    // The browser tells of a day once more when its field is left: what was said of it still holds.
    const same = day === props.value && error === mistake();
    setMistake(error);
    if (day && same) return setTyped(showDay(day));
    props.change(day, error);
    if (day) setTyped(showDay(day));
  }

  const hint = () => {
    const value = props.value;
    if (!props.tell || !value) return props.hint;
    const weekday = t(`day.weekday${new Date(`${value}T00:00:00Z`).getUTCDay() as 0}`);
    if (props.toward !== 'past' && !isWorkingDay(calendar(), value)) return t('day.offHint', { weekday });
    const n = daysBetween(today(), value);
    if (n === 0) return t('day.now', { weekday });
    if (n > 0 && props.toward === 'past') return t('day.beyond', { weekday, n });
    return n > 0 ? t('day.ahead', { weekday, n }) : t('day.ago', { weekday, n: -n });
  };

  return (
    <Field {...props} error={props.error ?? mistake()} hint={hint()}>
      {(wiring) => (
        <div
          class={css.box}
          ref={box}
          onFocusOut={(event) => {
            if (!box?.contains(event.relatedTarget as Node | null)) setOpen(false);
          }}
        >
          <input
            {...wiring}
            ref={(element) => {
              input = element;
              props.ref?.(element);
            }}
            class={`${control.control} ${css.input}`}
            autocomplete="off"
            inputmode="text"
            placeholder={t('day.placeholder')}
            value={typed()}
            required={props.required}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onChange={(event) => take(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take(event.currentTarget.value);
              if (event.key === 'ArrowDown' && event.altKey) setOpen(true);
              if (event.key === 'Escape' && open()) {
                setOpen(false);
                event.stopPropagation();
                event.preventDefault();
              }
            }}
          />
          <button
            type="button"
            class={css.open}
            tabIndex={-1}
            aria-label={t('day.open')}
            aria-expanded={open()}
            onClick={() => setOpen(!open())}
          >
            <CalendarDays size={16} />
          </button>
          <Show when={open()}>
            <div class={css.pop} ref={place(() => box, 'right')}>
              <Suspense>
                <Calendar
                  value={props.value}
                  today={today()}
                  off={calendar()}
                  pick={(day) => {
                    setOpen(false);
                    done(day);
                    input?.focus();
                  }}
                  close={() => {
                    setOpen(false);
                    input?.focus();
                  }}
                />
              </Suspense>
            </div>
          </Show>
        </div>
      )}
    </Field>
  );
}

/** Why typed text is no day, in words. */
function sayError(error: DayInputError): string {
  if (error.code === 'unreadable') return t('day.unreadable');
  if (error.code === 'far') return t('day.far', { year: error.year });
  const { day, month, last, year } = error;
  if (year === undefined) return t('day.impossible', { day: two(day), month: two(month), last });
  return t('day.impossibleYear', { day: two(day), month: two(month), last, year });
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
