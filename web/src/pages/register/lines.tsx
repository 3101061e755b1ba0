import { showDay } from '@tddh/domain/day';
import type { RegisterFilter } from '@tddh/domain/register';
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Hints } from '../../parts/hints.tsx';
import { useKeys } from '../../parts/keys.ts';
import { Card } from '../../parts/page.tsx';
import { ErrorBox, Skeleton } from '../../parts/states.tsx';
import { withUndo } from '../../parts/toasts.ts';
import { useInfiniteQuery } from '../../query.ts';
import { isOfficer, useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import { type LineItem, sheetCalls } from '../sheet/calls.ts';
import css from './lines.module.css';

/** The documents behind a number of the coverage; an open one of the own department is answered by one key. */
export function Lines(props: { filter: RegisterFilter }) {
  const session = useSession();
  const [at, setAt] = createSignal(0);
  const [gone, setGone] = createSignal<ReadonlySet<string>>(new Set());
  let list: HTMLOListElement | undefined;
  const query = useInfiniteQuery(() => ({
    queryKey: ['figures', 'register', props.filter],
    queryFn: ({ pageParam }: { pageParam: string }) =>
      sheetCalls.lines({ ...props.filter, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ cursor }: { cursor: string | null }) => cursor ?? undefined,
  }));
  const pages = () => (query.isSuccess ? query.data.pages : []);
  const loaded = () => pages().flatMap(({ items }) => items);
  const rows = () => loaded().filter(({ id }) => !gone().has(id));
  const count = () => (pages().at(-1)?.count ?? 0) - (loaded().length - rows().length);
  const mine = (line: LineItem) =>
    line.state === 'open' && isOfficer(session) && line.departmentId === session.person.unit.id;
  const focus = (next: number) => {
    setAt(Math.max(0, Math.min(next, rows().length - 1)));
    list?.querySelectorAll<HTMLElement>('[data-row]')[at()]?.focus();
  };
  function answer(line: LineItem | undefined) {
    if (!line || !mine(line)) return;
    const back = () => setGone((all) => new Set([...all].filter((id) => id !== line.id)));
    setGone((all) => new Set(all).add(line.id));
    withUndo({
      text: t('register.answered', { number: line.number }),
      request: sheetCalls.answer(line.id, 'none'),
      undone: back,
    });
    focus(at());
  }
  useKeys({
    j: () => focus(at() + 1),
    k: () => focus(at() - 1),
    x: () => answer(rows()[at()]),
  });
  return (
    <Card
      title={
        <span id="cac-van-ban">
          {t('register.lines')} · {t(`register.${props.filter.state ?? 'open'}`)} ({count()})
        </span>
      }
      lead={t('register.linesHint')}
    >
      <Switch fallback={<Skeleton lines={5} />}>
        <Match when={query.isError}>
          <ErrorBox error={query.error} retry={() => void query.refetch()} />
        </Match>
        <Match when={query.isSuccess}>
          <ol class={css.list} ref={list}>
            <For each={rows()}>
              {(line, index) => (
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a row is reached by J and K, its button by Tab
                <li class={css.row} data-row tabIndex={0} onFocusIn={() => setAt(index())}>
                  <span class={css.number}>{line.number}</span>
                  <span class={css.subject}>{line.outside ? t('register.hidden') : line.subject}</span>
                  <span class={css.meta}>
                    {line.departmentName} · {showDay(line.issuedOn)} ·{' '}
                    <span data-late={line.late ? '' : undefined}>
                      {t('register.delay', { n: line.delay })}
                    </span>
                  </span>
                  <span class={css.acts}>
                    <Show when={line.document}>
                      {(document) => <a href={`/van-ban/${document().id}`}>{t('act.open')}</a>}
                    </Show>
                    <Show when={mine(line)}>
                      <ButtonLink
                        small
                        look="quiet"
                        href={`/van-ban/moi?so=${encodeURIComponent(line.number)}`}
                      >
                        {t('register.enter')}
                      </ButtonLink>
                      <Button small title="X" onClick={() => answer(line)}>
                        {t('register.answer')}
                      </Button>
                    </Show>
                  </span>
                </li>
              )}
            </For>
          </ol>
          <Show when={query.hasNextPage}>
            <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('register.more', { n: rows().length, all: count() })}
            </Button>
          </Show>
          <Show when={rows().some(mine)}>
            <Hints
              label={t('nav.keys')}
              keys={[
                ['J K', t('register.down')],
                ['X', t('register.key')],
              ]}
            />
          </Show>
        </Match>
      </Switch>
    </Card>
  );
}
