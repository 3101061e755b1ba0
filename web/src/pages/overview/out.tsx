import Printer from 'lucide-solid/icons/printer';
import { createSignal, For, lazy, Show, Suspense } from 'solid-js';
import { search } from '../../api.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { isAgency, useSession } from '../../session.tsx';
import type { StatisticsTerms } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './out.module.css';

const Freeze = lazy(() => import('./freeze.tsx').then((module) => ({ default: module.Freeze })));
const freezers = new Set(['leader', 'office-leader', 'admin']);
const kinds = [
  ['xlsx', 'out.excel'],
  ['docx', 'out.word'],
  ['csv', 'out.csv'],
] as const;

/** The ways out of the page: as a file in the official form, on paper, and frozen for ever. */
export function Out(props: { of: StatisticsTerms }) {
  const session = useSession();
  const [open, setOpen] = createSignal(false);
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
      <Button onClick={() => print()}>
        <Printer size={16} />
        {t('overview.print')}
      </Button>
      <Show when={freezers.has(session.person.role)}>
        <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
          {t('out.freeze')}
        </Button>
      </Show>
      <Show when={!isAgency(session)}>
        <ButtonLink look="quiet" href="/chot-so-lieu">
          {t('out.snapshots')}
        </ButtonLink>
      </Show>
      <Suspense>
        <Show when={open()}>
          <Freeze query={query()} close={() => setOpen(false)} />
        </Show>
      </Suspense>
    </div>
  );
}
