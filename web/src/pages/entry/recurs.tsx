import { isWorkingDay } from '@tddh/domain/calendar';
import { showDay } from '@tddh/domain/day';
import { duesFrom, type Every, everies, firstDue, type Recurring } from '@tddh/domain/recurring';
import { createMemo, For, Show, Suspense } from 'solid-js';
import { useCatalog } from '../../parts/catalog.ts';
import { DayField } from '../../parts/dayfield.tsx';
import { CheckField, SelectField } from '../../parts/field.tsx';
import { sayMonth, size } from '../../parts/period.ts';
import { useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import css from './recurs.module.css';

const numbers = (most: number) => Array.from({ length: most }, (_, i) => i + 1);
const usual: Recurring = { every: 'month', day: 15 };

/** Whether a task comes again, by which rule, and the due days that this means; a day off is warned of, not moved. */
export function Recurs(props: {
  value: Recurring | undefined;
  /** The first due day where it is given. */
  dueOn?: string | null;
  change: (rule: Recurring | undefined) => void;
  dayError?: (error: string | undefined) => void;
  error?: string;
  /** A rule that stands already is changed, not taken away. */
  fixed?: boolean;
}) {
  return (
    <div class={css.recurs}>
      <Show when={!props.fixed}>
        <CheckField
          label={t('recur.add')}
          checked={props.value !== undefined}
          change={(on) => props.change(on ? usual : undefined)}
        />
      </Show>
      {/* Its own boundary: what is still being read must not take the page, and with it the focus, away. */}
      <Suspense>
        <Show when={props.value}>{(rule) => <Rule {...props} rule={rule()} />}</Show>
      </Suspense>
    </div>
  );
}

function Rule(props: Parameters<typeof Recurs>[0] & { rule: Recurring }) {
  const session = useSession();
  const catalog = useCatalog();
  const set = (part: Partial<Recurring>) => props.change({ ...props.rule, ...part });
  const choose = (every: Every) => {
    const { month: _, ...rest } = props.rule;
    props.change({ ...rest, every, day: every === 'week' ? 5 : props.rule.every === 'week' ? 15 : rest.day });
  };
  const months = () => (props.rule.every in size ? size[props.rule.every as 'year'] : 0);
  const dues = createMemo(() => {
    const first = props.dueOn ?? firstDue(props.rule, session.today);
    return first ? duesFrom(props.rule, first, 4) : [];
  });
  const said = (day: string) =>
    isWorkingDay(catalog().calendar, day) ? showDay(day) : t('recur.dayOff', { day: showDay(day) });
  return (
    <>
      <div class={css.fields}>
        <SelectField
          label={t('recur.every')}
          value={props.rule.every}
          change={(every) => choose(every as Every)}
        >
          <For each={everies}>
            {(every) => (
              <option value={every} selected={every === props.rule.every}>
                {t(`recur.${every}`)}
              </option>
            )}
          </For>
        </SelectField>
        <SelectField
          label={t(props.rule.every === 'week' ? 'recur.weekday' : 'recur.day')}
          value={String(props.rule.day)}
          change={(day) => set({ day: Number(day) })}
        >
          <For each={numbers(props.rule.every === 'week' ? 7 : 31)}>
            {(n) => (
              <option value={String(n)} selected={n === props.rule.day}>
                {props.rule.every === 'week' ? t(`recur.d${n as 1}`) : n === 31 ? t('recur.last') : n}
              </option>
            )}
          </For>
        </SelectField>
        <Show when={months() > 0}>
          <SelectField
            label={t('recur.monthOf')}
            value={String(props.rule.month ?? months())}
            change={(month) => set({ month: Number(month) })}
          >
            <For each={numbers(months())}>
              {(n) => (
                <option value={String(n)} selected={n === (props.rule.month ?? months())}>
                  {sayMonth(props.rule.every as 'year', n)}
                </option>
              )}
            </For>
          </SelectField>
        </Show>
        <DayField
          label={t('recur.until')}
          optional
          value={props.rule.until ?? null}
          change={(until, error) => {
            const { until: _, ...rest } = props.rule;
            props.change(until ? { ...rest, until } : rest);
            props.dayError?.(error);
          }}
          error={props.error}
        />
      </div>
      <Show when={dues().length > 0}>
        <p class={css.dues}>{t('recur.next', { days: dues().map(said).join(', ') })}</p>
      </Show>
    </>
  );
}
