import CalendarRange from 'lucide-solid/icons/calendar-range';
import { createSignal, lazy, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { Coming } from '../../parts/coming.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { useSession } from '../../session.tsx';
import type { StatisticsQuery, StatisticsTerms } from '../../statistics.ts';
import { t } from '../../words/words.ts';
import css from './bar.module.css';
import { presetOf } from './query.ts';

const Periods = lazy(() => import('./periods.tsx').then((module) => ({ default: module.Periods })));

interface BarProps {
  /** What the address says. */
  query: StatisticsQuery;
  /** What the answer says. */
  known?: StatisticsTerms;
  both: boolean;
  change: (part: StatisticsQuery & { both?: boolean }) => void;
}

/** Which period, and when the clock stops. */
export function Bar(props: BarProps) {
  const session = useSession();
  const [open, setOpen] = createSignal(false);
  const name = () => presetOf(props.query, session.today);
  return (
    <div class={css.bar} data-screen>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog" title={t('overview.change')}>
        <CalendarRange size={16} />
        {t(`periods.${name() ?? 'custom'}`)}
      </Button>
      <Segmented
        label={t('overview.clock')}
        value={props.both ? 'both' : (props.query.clock ?? 'report')}
        options={[
          { value: 'report', text: t('overview.clockReport'), title: t('overview.clockReportHint') },
          {
            value: 'confirmation',
            text: t('overview.clockConfirmation'),
            title: t('overview.clockConfirmationHint'),
          },
          { value: 'both', text: t('overview.clockBoth') },
        ]}
        change={(value) => props.change(value === 'both' ? { both: true } : { clock: value, both: false })}
      />
      <Coming>
        <Show when={open()}>
          <Periods
            query={props.query}
            known={props.known}
            close={() => setOpen(false)}
            choose={(part) => {
              setOpen(false);
              props.change(part);
            }}
          />
        </Show>
      </Coming>
    </div>
  );
}
