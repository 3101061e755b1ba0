import { parseNumber, sameWriting } from '@tddh/domain/number';
import { For, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/page.tsx';
import { t } from '../../words/words.ts';
import { isBlank } from './form.ts';
import type { Waiting } from './keep.ts';
import css from './tray.module.css';

/** What was read and waits for its turn, and what could not be read and why. */
export function Tray(props: {
  list: readonly Waiting[];
  /** Number of the document in work. */
  number: string;
  open: (key: string) => void;
  drop: (key: string) => void;
}) {
  const twice = (one: Waiting) => {
    const own = numberOf(one);
    if (!own) return false;
    const first = props.list.find((item) => numberOf(item) === own);
    return first !== one || keyOf(props.number) === own;
  };
  return (
    <Show when={props.list.length > 0}>
      <Card title={t('tray.title', { n: props.list.length })}>
        <ul class={css.list}>
          <For each={props.list}>
            {(one) => (
              <li class={css.item} data-bad={one.trouble ? '' : undefined}>
                <div class={css.words}>
                  <b>{one.name}</b>
                  <Show when={one.work} fallback={<p class={css.trouble}>{one.trouble}</p>}>
                    {(work) => (
                      <p>
                        {work().form.number || t('tray.unnumbered')} · {work().form.subject.slice(0, 120)} ·{' '}
                        {t('tray.tasks', { n: work().form.tasks.filter((task) => !isBlank(task)).length })}
                        <Show when={twice(one)}>
                          {' '}
                          <span class={css.twice}>{t('tray.twice')}</span>
                        </Show>
                      </p>
                    )}
                  </Show>
                </div>
                <Show when={one.work}>
                  <Button small onClick={() => props.open(one.key)}>
                    {t('tray.open')}
                  </Button>
                </Show>
                <Button
                  small
                  look="quiet"
                  aria-label={t('tray.drop', { name: one.name })}
                  onClick={() => props.drop(one.key)}
                >
                  {t('act.remove')}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </Show>
  );
}

function keyOf(number: string): string | undefined {
  const parsed = parseNumber(number);
  return parsed?.number ? `${parsed.number}/${sameWriting(parsed.symbol)}` : undefined;
}

function numberOf(one: Waiting): string | undefined {
  const form = one.work?.form;
  const key = form && keyOf(form.number);
  return key && `${key}`;
}
