import { createSignal, For, Show } from 'solid-js';
import { Card } from '../../parts/page.tsx';
import { t } from '../../words/words.ts';
import type { UnitStanding } from './lessoncalls.ts';
import css from './lessons.module.css';

/** Per unit how many have attended, and the names of those who have not. */
export function LessonStanding(props: { units: readonly UnitStanding[]; lead: string }) {
  const [only, setOnly] = createSignal(false);
  const nobody = (one: UnitStanding) => one.attended + one.guests === 0;
  const shown = () => (only() ? props.units.filter(nobody) : props.units);
  return (
    <Card
      title={t('lessons.standing')}
      lead={props.lead}
      actions={
        <label class={css.only}>
          <input
            type="checkbox"
            checked={only()}
            onChange={(event) => setOnly(event.currentTarget.checked)}
          />
          {t('lessons.only', { n: props.units.filter(nobody).length })}
        </label>
      }
    >
      <table class={css.standing}>
        <thead>
          <tr>
            <th scope="col">{t('lessons.unit')}</th>
            <th scope="col">{t('lessons.attended')}</th>
            <th scope="col">{t('lessons.missing')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={shown()}>
            {(one) => (
              <tr data-none={nobody(one) ? '' : undefined}>
                <th scope="row">{one.name}</th>
                <td>
                  {t('lessons.of', { n: one.attended, all: one.people })}
                  <Show when={one.guests > 0}> {t('lessons.guests', { n: one.guests })}</Show>
                </td>
                <td>
                  <Show when={nobody(one)}>
                    <strong>{t('lessons.whole')}</strong>
                    {one.missing.length > 0 ? ': ' : ''}
                  </Show>
                  {one.missing.length > 0 ? one.missing.join(', ') : nobody(one) ? '' : t('lessons.all')}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Card>
  );
}
