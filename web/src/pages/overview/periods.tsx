import { createSignal, For } from 'solid-js';
import { createStore } from 'solid-js/store';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/dayfield.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { useSession } from '../../session.tsx';
import type { StatisticsQuery, StatisticsTerms } from '../../statistics.ts';
import { t } from '../../words/words.ts';
import css from './periods.module.css';
import { preset, presetNames, presetOf } from './query.ts';

/** The period of the figures: by name, or by days of one's own. */
export function Periods(props: {
  query: StatisticsQuery;
  known?: StatisticsTerms;
  choose: (part: StatisticsQuery) => void;
  close: () => void;
}) {
  const session = useSession();
  const [form, setForm] = createStore<StatisticsQuery>({ ...props.known?.period, ...props.query });
  const [wrong, setWrong] = createSignal<Record<string, boolean>>({});
  const day = (name: 'from' | 'to' | 'asOf') => ({
    value: form[name] ?? null,
    toward: 'past' as const,
    change: (value: string | null, error?: string) => {
      setForm(name, value ?? undefined);
      setWrong((before) => ({ ...before, [name]: error !== undefined }));
    },
  });
  const choose = (part: Pick<StatisticsQuery, 'from' | 'to' | 'scope'>) =>
    props.choose({ from: undefined, to: undefined, scope: undefined, asOf: undefined, ...part });

  return (
    <Dialog
      open
      title={t('periods.title')}
      close={props.close}
      foot={
        <>
          <Button onClick={props.close}>{t('act.cancel')}</Button>
          <Button
            look="primary"
            disabled={Object.values(wrong()).some(Boolean)}
            onClick={() =>
              props.choose({
                from: form.from,
                to: form.to,
                asOf: form.asOf,
                basis: form.basis,
                scope: form.scope,
                units: form.units,
              })
            }
          >
            {t('periods.apply')}
          </Button>
        </>
      }
    >
      <div class={css.presets}>
        <For each={presetNames}>
          {(name) => (
            <Button
              aria-pressed={presetOf(props.query, session.today) === name}
              onClick={() => choose(preset(name, session.today))}
            >
              {t(`periods.${name}`)}
            </Button>
          )}
        </For>
      </div>
      <div class={css.days}>
        <DayField label={t('periods.from')} {...day('from')} />
        <DayField label={t('periods.to')} {...day('to')} />
      </div>
      <DayField label={t('periods.asOf')} hint={t('periods.asOfHint')} {...day('asOf')} />
      <div class={css.choice}>
        <span>{t('periods.scope')}</span>
        <Segmented
          label={t('periods.scope')}
          value={form.scope ?? 'new'}
          options={[
            { value: 'new', text: t('periods.scopeNew') },
            { value: 'carried', text: t('periods.scopeCarried') },
          ]}
          change={(scope) => setForm('scope', scope)}
        />
      </div>
      <div class={css.choice}>
        <span>{t('periods.units')}</span>
        <Segmented
          label={t('periods.units')}
          value={form.units ?? 'then'}
          options={[
            { value: 'then', text: t('periods.unitsThen') },
            { value: 'now', text: t('periods.unitsNow') },
          ]}
          change={(units) => setForm('units', units === 'now' ? 'now' : undefined)}
        />
      </div>
      <div class={css.choice}>
        <span>{t('periods.basis')}</span>
        <Segmented
          label={t('periods.basis')}
          value={form.basis ?? 'assigned'}
          options={[
            { value: 'assigned', text: t('periods.basisAssigned') },
            { value: 'issued', text: t('periods.basisIssued') },
          ]}
          change={(basis) => setForm('basis', basis)}
        />
      </div>
    </Dialog>
  );
}
