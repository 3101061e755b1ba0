import { isWorkingDay, type Calendar as Off } from '@tddh/domain/calendar';
import { addDays, type Day, showDay } from '@tddh/domain/day';
import ChevronLeft from 'lucide-solid/icons/chevron-left';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import { createSignal, For, onMount } from 'solid-js';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';
import css from './calendar.module.css';

interface CalendarProps {
  value: Day | null;
  today: Day;
  off: Off;
  pick: (day: Day) => void;
  close: () => void;
}

/** A month of days; arrows move, PageUp and PageDown change the month, Enter picks, Esc closes. */
export function Calendar(props: CalendarProps) {
  const [at, setAt] = createSignal(props.value ?? props.today);
  let grid: HTMLTableElement | undefined;
  const focus = () => grid?.querySelector<HTMLButtonElement>('[tabIndex="0"]')?.focus();
  onMount(focus);

  const weeks = () => {
    const first = `${at().slice(0, 8)}01`;
    const start = addDays(first, -((weekday(first) + 6) % 7));
    return Array.from({ length: 6 }, (_, week) =>
      Array.from({ length: 7 }, (_, day) => addDays(start, week * 7 + day)),
    );
  };
  const month = (n: number) => {
    const months = Number(at().slice(0, 4)) * 12 + Number(at().slice(5, 7)) - 1 + n;
    const year = Math.floor(months / 12);
    const last = new Date(Date.UTC(year, (months % 12) + 1, 0)).getUTCDate();
    const day = Math.min(Number(at().slice(8)), last);
    setAt(new Date(Date.UTC(year, months % 12, day)).toISOString().slice(0, 10));
  };
  const steps: Record<string, () => void> = {
    ArrowLeft: () => setAt(addDays(at(), -1)),
    ArrowRight: () => setAt(addDays(at(), 1)),
    ArrowUp: () => setAt(addDays(at(), -7)),
    ArrowDown: () => setAt(addDays(at(), 7)),
    PageUp: () => month(-1),
    PageDown: () => month(1),
    Home: () => setAt(addDays(at(), -((weekday(at()) + 6) % 7))),
    End: () => setAt(addDays(at(), (7 - weekday(at())) % 7)),
  };

  return (
    <div role="dialog" aria-label={t('day.calendar')}>
      <div class={css.head}>
        <Button look="quiet" square small aria-label={t('day.previous')} onClick={() => month(-1)}>
          <ChevronLeft size={16} />
        </Button>
        <strong aria-live="polite">
          {t('day.month', { month: Number(at().slice(5, 7)), year: at().slice(0, 4) })}
        </strong>
        <Button look="quiet" square small aria-label={t('day.next')} onClick={() => month(1)}>
          <ChevronRight size={16} />
        </Button>
      </div>
      <table
        ref={grid}
        class={css.grid}
        onKeyDown={(event) => {
          const step = steps[event.key];
          if (event.key === 'Escape') props.close();
          else if (!step) return;
          event.preventDefault();
          event.stopPropagation();
          step?.();
          queueMicrotask(focus);
        }}
      >
        <thead>
          <tr>
            <For each={[1, 2, 3, 4, 5, 6, 0] as const}>
              {(day) => (
                <th scope="col" abbr={t(`day.weekday${day}`)}>
                  {t(`day.short${day}`)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={weeks()}>
            {(week) => (
              <tr>
                <For each={week}>
                  {(day) => (
                    <td>
                      <button
                        type="button"
                        class={css.day}
                        tabIndex={day === at() ? 0 : -1}
                        aria-label={`${showDay(day)}${isWorkingDay(props.off, day) ? '' : `, ${t('day.off')}`}`}
                        aria-current={day === props.today ? 'date' : undefined}
                        data-out={day.slice(0, 7) === at().slice(0, 7) ? undefined : ''}
                        data-off={isWorkingDay(props.off, day) ? undefined : ''}
                        aria-pressed={day === props.value}
                        onClick={() => props.pick(day)}
                      >
                        {Number(day.slice(8))}
                      </button>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
