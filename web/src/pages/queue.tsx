import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js';
import { api } from '../api.ts';
import { Button, ButtonLink } from '../parts/button.tsx';
import { confirmMany, confirmOne, decided } from '../parts/deciding.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Hints } from '../parts/hints.tsx';
import { useKeys } from '../parts/keys.ts';
import { useMedia } from '../parts/media.ts';
import { Page } from '../parts/page.tsx';
import { usePaged } from '../parts/paged.ts';
import { type Outcome, Results } from '../parts/results.tsx';
import { RowList } from '../parts/rowlist.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { SelectBar } from '../parts/selectbar.tsx';
import { all, extend, nothing, toggle } from '../parts/selection.ts';
import { Empty, ErrorBox, Skeleton } from '../parts/states.tsx';
import { confirms, isOfficer, useSession } from '../session.tsx';
import type { AssignmentItem } from '../shapes.ts';
import { t } from '../words/words.ts';
import { oldestFirst } from './queue/order.ts';
import { Panel } from './queue/panel.tsx';
import { QueueRow } from './queue/row.tsx';
import css from './queue.module.css';

/** What agencies have reported and the Office has not decided, oldest first: one key confirms, one returns. */
export function Queue() {
  const session = useSession();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams<{ moi?: string }>();
  const [at, setAt] = createSignal<string>();
  const [chosen, setChosen] = createSignal(nothing);
  const [returning, setReturning] = createSignal(false);
  const [sheet, setSheet] = createSignal(false);
  const [results, setResults] = createSignal<Outcome>();
  const narrow = useMedia('(max-width: 1000px)');
  const phone = useMedia('(max-width: 560px)');
  const mayConfirm = confirms(session);
  const own = () => isOfficer(session) && !params.moi;

  const list = usePaged<AssignmentItem>(() => {
    const query = {
      status: 'reported',
      ...(own() ? { department: session.person.unit.id } : {}),
      limit: 200,
    };
    return {
      key: ['figures', 'assignments', 'queue', query],
      load: (cursor) => api.assignments(cursor ? { ...query, cursor } : query),
    };
  });
  const rows = createMemo(() => oldestFirst(list.rows().filter((item) => !decided(item))));
  const long = () => rows().filter((item) => (item.awaitingDays ?? 0) > 5).length;
  const place = () => rows().findIndex((item) => item.id === at());
  const current = () => rows()[place()];
  const picked = () => rows().filter((item) => chosen().ids.has(item.id));

  // The row that takes the place of one that was decided is the next in work.
  createEffect(
    on(rows, (next, before) => {
      if (!next.some((item) => item.id === at())) {
        const was = (before ?? []).findIndex((item) => item.id === at());
        setAt(next[Math.min(Math.max(was, 0), next.length - 1)]?.id);
        setReturning(false);
      }
      return next;
    }),
  );
  const move = (id: string) => {
    if (id !== at()) setReturning(false);
    setAt(id);
  };
  function confirm() {
    const many = picked();
    if (many.length > 1) confirmMany(many, (told) => setResults({ results: told, items: many }));
    else {
      const one = many[0] ?? current();
      if (one) confirmOne(one, () => setAt(one.id));
    }
    setChosen(nothing);
    setSheet(false);
  }
  /** The button beside a report means that report alone, whatever is selected. */
  function confirmShown(item: AssignmentItem) {
    confirmOne(item, () => setAt(item.id));
    setSheet(false);
  }
  const choose = (id: string | undefined, range: boolean) => {
    if (id) setChosen(range ? extend(chosen(), order(), id) : toggle(chosen(), id));
  };
  const order = () => rows().map((item) => item.id);
  const giveBack = () => {
    if (!current()) return;
    if (narrow()) setSheet(true);
    setReturning(true);
  };
  const everything = () => setChosen(all(chosen(), order()));
  useKeys({
    Escape: () => (returning() ? setReturning(false) : setChosen(nothing)),
    o: () => at() && navigate(`/nhiem-vu/${at()}`),
    ...(mayConfirm
      ? {
          c: confirm,
          r: giveBack,
          x: () => choose(at(), false),
          'Shift+X': () => choose(at(), true),
          'Shift+A': everything,
        }
      : {}),
  });
  const panel = (item: () => AssignmentItem) => (
    <Panel
      item={item()}
      returning={returning()}
      returns={setReturning}
      confirm={mayConfirm ? () => confirmShown(item()) : undefined}
      done={() => setSheet(false)}
    />
  );
  const count = () => rows().length.toLocaleString('vi-VN');

  return (
    <Page
      title={`${t('queue.title')} · ${list.ready() ? count() : '…'}`}
      lead={long() > 0 ? t('queue.long', { n: long() }) : t('queue.lead')}
      actions={
        <>
          <Show when={isOfficer(session)}>
            <Segmented
              label={t('queue.scope')}
              value={own() ? 'own' : 'all'}
              options={[
                { value: 'own', text: t('queue.mine') },
                { value: 'all', text: t('queue.everywhere') },
              ]}
              change={(value) => setParams({ moi: value === 'all' ? '1' : '' }, { replace: true })}
            />
          </Show>
          <Show when={mayConfirm && rows().length > 0}>
            <Button onClick={everything}>{t('queue.selectAll')}</Button>
          </Show>
        </>
      }
    >
      <Show when={!list.error()} fallback={<ErrorBox error={list.error()} retry={list.retry} />}>
        <Show when={list.ready()} fallback={<Skeleton lines={8} height={56} />}>
          <Show
            when={rows().length > 0}
            fallback={
              <Empty title={t('queue.empty')} hint={t('queue.emptyHint')}>
                <ButtonLink href="/nhiem-vu?due=overdue">{t('queue.overdue')}</ButtonLink>
              </Empty>
            }
          >
            <div class={css.split}>
              <RowList
                label={t('queue.title')}
                rows={rows()}
                height={phone() ? 104 : 72}
                at={at()}
                move={move}
                open={(item) => (narrow() ? setSheet(true) : navigate(`/nhiem-vu/${item.id}`))}
                selected={mayConfirm ? chosen().ids : undefined}
                all={mayConfirm ? everything : undefined}
              >
                {(item) => (
                  <QueueRow
                    item={item()}
                    chosen={chosen().ids.has(item().id)}
                    choose={mayConfirm ? (range) => choose(item().id, range) : undefined}
                    look={() => {
                      move(item().id);
                      if (narrow()) setSheet(true);
                    }}
                  />
                )}
              </RowList>
              <Show when={!narrow()}>
                <aside class={css.aside} aria-label={t('queue.panel')}>
                  <Show when={current()} fallback={<p class={css.pick}>{t('queue.pick')}</p>}>
                    {panel}
                  </Show>
                </aside>
              </Show>
            </div>
          </Show>
        </Show>
      </Show>
      <SelectBar
        chosen={picked().length}
        able={picked().length}
        confirm={confirm}
        clear={() => setChosen(nothing)}
      />
      <Hints
        label={t('list.hints')}
        keys={[
          ['J K', t('list.hintMove')],
          ['C', t('list.hintConfirm')],
          ['R', t('list.hintReturn')],
          ['X', t('list.hintSelect')],
          ['Shift A', t('queue.selectAll')],
          ['O', t('list.hintOpen')],
        ]}
      />
      <Dialog
        open={narrow() && sheet() && current() !== undefined}
        place="sheet"
        title={t('queue.panel')}
        close={() => setSheet(false)}
      >
        <Show when={current()}>{(item) => <div class={css.sheet}>{panel(item)}</div>}</Show>
      </Dialog>
      <Show when={results()}>
        {(outcome) => <Results outcome={outcome()} close={() => setResults(undefined)} />}
      </Show>
    </Page>
  );
}
