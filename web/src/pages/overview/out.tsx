import Printer from 'lucide-solid/icons/printer';
import { createSignal, For, lazy, Show } from 'solid-js';
import { search } from '../../api.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Coming } from '../../parts/coming.tsx';
import { isAgency, useSession } from '../../session.tsx';
import type { StatisticsTerms } from '../../statistics.ts';
import { t } from '../../words/words.ts';
import css from './out.module.css';

const Freeze = lazy(() => import('./freeze.tsx').then((module) => ({ default: module.Freeze })));
const Letter = lazy(() => import('./letter.tsx').then((module) => ({ default: module.Letter })));
const freezers = new Set(['leader', 'office-leader', 'admin']);
const kinds = [
  ['xlsx', 'out.excel'],
  ['csv', 'out.csv'],
] as const;

/** The ways out of the page: as a file in the official form, on paper, and frozen for ever. */
export function Out(props: { of: StatisticsTerms }) {
  const session = useSession();
  const [open, setOpen] = createSignal<'freeze' | 'letter'>();
  const query = () => {
    const { period, asOf, clock, basis, scope, units, by } = props.of;
    return { ...period, asOf, clock, basis, scope, units, by };
  };
  return (
    <div class={css.out} data-screen>
      <For each={kinds}>
        {([kind, words]) => (
          <ButtonLink
            download=""
            href={`/api/statistics.${kind}${search(query())}`}
            title={t('out.saveAs', { kind: t(words) })}
            aria-label={t('out.saveAs', { kind: t(words) })}
          >
            {t(words)}
          </ButtonLink>
        )}
      </For>
      <Button
        onClick={() => setOpen('letter')}
        aria-haspopup="dialog"
        title={t('out.saveAs', { kind: t('out.word') })}
        aria-label={t('out.saveAs', { kind: t('out.word') })}
      >
        {t('out.word')}
      </Button>
      <Button onClick={() => print()}>
        <Printer size={16} />
        {t('overview.print')}
      </Button>
      <Show when={freezers.has(session.person.role)}>
        <Button onClick={() => setOpen('freeze')} aria-haspopup="dialog">
          {t('out.freeze')}
        </Button>
      </Show>
      <Show when={!isAgency(session)}>
        <ButtonLink look="quiet" href="/chot-so-lieu">
          {t('out.snapshots')}
        </ButtonLink>
      </Show>
      <Coming>
        <Show when={open() === 'freeze'}>
          <Freeze query={query()} close={() => setOpen()} />
        </Show>
        <Show when={open() === 'letter'}>
          <Letter query={query()} close={() => setOpen()} />
        </Show>
      </Coming>
    </div>
  );
}
