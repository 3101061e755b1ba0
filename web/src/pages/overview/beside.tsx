import { For, Show } from 'solid-js';
import { Card } from '../../parts/page.tsx';
import { isAgency, useSession } from '../../session.tsx';
import type { BesideName, Statistics } from '../../statistics.ts';
import { t } from '../../words/words.ts';
import css from './beside.module.css';
import { show } from './figures.ts';
import { behind } from './query.ts';

/** What stands beside the appendix and never in it. */
export function Beside(props: { data: Statistics }) {
  const session = useSession();
  const own = () => (isAgency(session) ? props.data.rows[0] : undefined);
  const names = (): Exclude<BesideName, 'done'>[] => {
    const mine = [
      ...(['awaiting', 'extended', 'paused', 'backdated', 'lateEntry'] as const),
      ...(['late7', 'late30', 'lateMore'] as const),
    ];
    if (isAgency(session)) return [...mine];
    return [...(props.data.scope === 'carried' ? (['carried'] as const) : []), ...mine, 'support'];
  };
  const value = (name: Exclude<BesideName, 'done'>) =>
    name === 'carried' || name === 'support' ? props.data[name] : (own() ?? props.data)[name];
  const facts = (): { text: string; value: string; href?: string; hint?: string }[] => [
    ...names().map((name) => ({
      text: t(`beside.${name}`),
      value: show(value(name)),
      href: behind(props.data, { beside: name, unit: own()?.unit.id }),
    })),
    ...(isAgency(session) ? [] : national()),
  ];
  const national = () => [
    {
      text: t('beside.nationalDone'),
      value: `${show(props.data.national.done)}%`,
      hint: t('beside.nationalHint'),
    },
    {
      text: t('beside.nationalOnTime'),
      value: `${show(props.data.national.onTime)}%`,
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
