import { For, Show } from 'solid-js';
import { t } from '../../../words/words.ts';
import css from '../national.module.css';
import type { national } from './requests.ts';

export type Tried = Awaited<ReturnType<typeof national.dryRun>>['items'];

/** What the last messages would say by the maps as they are typed: those that are understood, and why others are not. */
export function DryRun(props: { of: Tried }) {
  const good = () => props.of.filter((one) => !one.fault);
  const counted = (names: readonly string[]) =>
    [...new Set(names)].map((name) => [name, names.filter((one) => one === name).length] as const);
  const types = () => counted(good().map((one) => t(`national.type.${one.type as 'document.issued'}`)));
  const faults = () =>
    counted(
      props.of.flatMap(({ fault }) =>
        fault ? [`${t(`national.fault.${fault.code}`)}: ${fault.about}`] : [],
      ),
    );
  return (
    <div class={css.dry}>
      <p>
        <b>{t('national.dryGood', { n: good().length, all: props.of.length })}</b>
      </p>
      <Counts of={types()} />
      <Show when={faults().length > 0}>
        <p>
          <b>{t('national.dryBad', { n: props.of.length - good().length })}</b>
        </p>
        <Counts of={faults()} />
      </Show>
    </div>
  );
}

function Counts(props: { of: readonly (readonly [string, number])[] }) {
  return (
    <ul>
      <For each={props.of}>
        {([name, n]) => (
          <li>
            {name} · {n}
          </li>
        )}
      </For>
    </ul>
  );
}
