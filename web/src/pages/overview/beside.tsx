import { For, Show } from 'solid-js';
import { Card } from '../../parts/page.tsx';
import type { Statistics } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './beside.module.css';
import { show } from './figures.ts';
import { behind } from './query.ts';

/** What stands beside the appendix and never in it. */
export function Beside(props: { data: Statistics }) {
  const data = () => props.data;
  const facts = (): { text: string; value: string; href?: string; hint?: string }[] => [
    {
      text: t('beside.awaiting'),
      value: show(data().awaiting),
      href: behind(data(), { leaf: 1, status: 'reported' }),
    },
    ...(data().scope === 'carried' ? [{ text: t('beside.carried'), value: show(data().carried) }] : []),
    { text: t('beside.extended'), value: show(data().extended) },
    {
      text: t('beside.paused'),
      value: show(data().paused),
      href: behind(data(), { leaf: 1, status: 'paused' }),
    },
    { text: t('beside.backdated'), value: show(data().backdated) },
    { text: t('beside.lateEntry'), value: show(data().lateEntry) },
    { text: t('beside.support'), value: show(data().support) },
    {
      text: t('beside.nationalDone'),
      value: `${show(data().national.done)} %`,
      hint: t('beside.nationalHint'),
    },
    {
      text: t('beside.nationalOnTime'),
      value: `${show(data().national.onTime)} %`,
      hint: t('beside.nationalHint'),
    },
  ];
  return (
    <Card title={t('beside.title')} lead={t('beside.hint')} class={css.card}>
      <dl class={css.facts}>
        <For each={facts()}>
          {(fact) => (
            <div title={fact.hint}>
              <dt>{fact.text}</dt>
              <dd>
                <Show when={fact.href} fallback={fact.value}>
                  <a href={fact.href}>{fact.value}</a>
                </Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Card>
  );
}
