import { useNavigate } from '@solidjs/router';
import { createEffect, createSignal, on, Show } from 'solid-js';
import { Button, ButtonLink } from '../parts/button.tsx';
import { confirmMany, confirmOne, sendMany } from '../parts/deciding.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Hints } from '../parts/hints.tsx';
import { useKeys } from '../parts/keys.ts';
import { useMedia } from '../parts/media.ts';
import { Page } from '../parts/page.tsx';
import { type Outcome, Results } from '../parts/results.tsx';
import { RowList } from '../parts/rowlist.tsx';
import { SelectBar } from '../parts/selectbar.tsx';
import { all, extend, nothing, toggle } from '../parts/selection.ts';
import { Empty, ErrorBox, Skeleton } from '../parts/states.tsx';
import { confirms, isOfficer, useSession } from '../session.tsx';
import type { AssignmentItem, Confirmed } from '../shapes.ts';
import { t } from '../words/words.ts';
import { Filters } from './queue/filters.tsx';
import { isTask, type Line } from './queue/lines.ts';
import { Panel } from './queue/panel.tsx';
import { ReturnForm } from './queue/return.tsx';
import { QueueRow } from './queue/row.tsx';
import { TaskPanel } from './queue/taskpanel.tsx';
import { TaskRow } from './queue/taskrow.tsx';
import { useQueue } from './queue/work.ts';
import css from './queue.module.css';

/** What agencies have reported and the Office has not decided, by task, oldest first: one key decides all of a line. */
export function Queue() {
  const session = useSession();
  const navigate = useNavigate();
  const queue = useQueue();
  const { list, lines, at, current } = queue;
  const [chosen, setChosen] = createSignal(nothing);
  const [returning, setReturning] = createSignal(false);
  /** Reports that one reason is asked for. */
  const [giving, setGiving] = createSignal<readonly AssignmentItem[]>();
  const [sheet, setSheet] = createSignal(false);
  const [results, setResults] = createSignal<Outcome>();
  const narrow = useMedia('(max-width: 1000px)');
  const phone = useMedia('(max-width: 560px)');
  const mayConfirm = confirms(session);
  const long = () => queue.reports().filter((item) => (item.awaitingDays ?? 0) > 5).length;
  const order = () => queue.reports().map((item) => item.id);
  const picked = () => queue.reports().filter((item) => chosen().ids.has(item.id));
  const whole = (line: Line) => line.items.every((item) => chosen().ids.has(item.id));
  /** What a key decides: what is chosen, else the line in work. */
  const meant = () => (picked().length > 0 ? picked() : (current()?.items ?? []));

  createEffect(on(at, () => setReturning(false), { defer: true }));
  const tell = (items: readonly AssignmentItem[]) => (told: Confirmed['results']) =>
    setResults({
      ...{ results: told, items },
      words: { title: t('many.results'), ok: t('many.ok'), bad: t('many.bad') },
    });
  function confirm(items = meant()) {
    const [only] = items;
    if (!only) return;
    const was = at();
    if (items.length > 1) confirmMany(items, (told) => setResults({ results: told, items }));
    else confirmOne(only, () => queue.setAt(was));
    setChosen(nothing);
    setSheet(false);
  }
  function giveBack(items = meant()) {
    if (items.length > 1) setGiving(items);
    else if (items.length === 1 && current()?.items[0] === items[0]) {
      if (narrow()) setSheet(true);
      setReturning(true);
    } else if (items.length === 1) setGiving(items);
  }
  function chase() {
    const missing = current()?.group?.missing ?? [];
    sendMany({
      ...{ rows: missing, verb: 'remind', body: {}, told: tell(missing) },
      text: t('many.chased', { n: missing.length }),
      some: (ok, bad) => t('many.chaseSome', { ok, bad }),
    });
  }
  function choose(line: Line | undefined, range: boolean) {
    const [first] = line?.items ?? [];
    if (!line || !first) return;
    if (range) return setChosen(extend(chosen(), order(), line.items.at(-1)!.id));
    if (!isTask(line)) return setChosen(toggle(chosen(), first.id));
    const ids = new Set(chosen().ids);
    for (const item of line.items) {
      if (whole(line)) ids.delete(item.id);
      else ids.add(item.id);
    }
    return setChosen({ ids, anchor: first.id });
  }
  const selected = () =>
    new Set([
      ...chosen().ids,
      ...lines()
        .filter(whole)
        .map((line) => line.id),
    ]);
  const everything = () => setChosen(all(chosen(), order()));
  const address = () =>
    isTask(current()) ? `/van-ban/${current()?.group?.document.id}` : `/nhiem-vu/${at()}`;
  const unfold = (shown: boolean) => isTask(current()) && queue.unfold(current()!.id, shown);
  useKeys({
    Escape: () => (returning() ? setReturning(false) : setChosen(nothing)),
    o: () => current() && navigate(address()),
    ArrowRight: () => unfold(true),
    ArrowLeft: () => unfold(false),
    ...(mayConfirm
      ? {
          c: () => confirm(),
          r: () => giveBack(),
          d: chase,
          x: () => choose(current(), false),
          'Shift+X': () => choose(current(), true),
          'Shift+A': everything,
        }
      : {}),
  });
  const look = (line: Line) => {
    queue.setAt(line.id);
    if (narrow()) setSheet(true);
  };
  const panel = (line: () => Line) => (
    <Show
      when={isTask(line()) && line().group}
      fallback={
        <Panel
          item={line().items[0]!}
          returning={returning()}
          returns={setReturning}
          confirm={mayConfirm ? () => confirm(line().items) : undefined}
          done={() => setSheet(false)}
        />
      }
    >
      {(group) => (
        <TaskPanel
          group={group()}
          items={line().items}
          ways={
            mayConfirm
              ? { confirm: () => confirm(line().items), giveBack: () => giveBack(line().items), chase }
              : undefined
          }
        />
      )}
    </Show>
  );

  return (
    <Page
      title={`${t('queue.title')} · ${list.ready() ? queue.reports().length.toLocaleString('vi-VN') : '…'}`}
      lead={long() > 0 ? t('queue.long', { n: long() }) : t('queue.lead')}
      actions={
        <>
          <Show when={isOfficer(session)}>
            <ButtonLink href="/bao-cao-giay">{t('byTask.paper')}</ButtonLink>
          </Show>
          <ButtonLink href="/dot-xu-ly">{t('byTask.campaigns')}</ButtonLink>
          <Show when={mayConfirm && lines().length > 0}>
            <Button onClick={everything}>{t('queue.selectAll')}</Button>
          </Show>
        </>
      }
    >
      <Filters params={queue.params} set={queue.set} />
      <Show when={!list.error()} fallback={<ErrorBox error={list.error()} retry={list.retry} />}>
        <Show when={list.ready()} fallback={<Skeleton lines={8} height={56} />}>
          <Show
            when={lines().length > 0}
            fallback={
              <Empty title={t('queue.empty')} hint={t('queue.emptyHint')}>
                <ButtonLink href="/nhiem-vu?due=overdue">{t('queue.overdue')}</ButtonLink>
              </Empty>
            }
          >
            <div class={css.split}>
              <RowList
                label={t('queue.title')}
                rows={lines()}
                height={phone() ? 104 : 72}
                at={at()}
                move={queue.setAt}
                open={(line) =>
                  narrow()
                    ? look(line)
                    : isTask(line)
                      ? queue.unfold(line.id)
                      : navigate(`/nhiem-vu/${line.id}`)
                }
                selected={mayConfirm ? selected() : undefined}
                all={mayConfirm ? everything : undefined}
              >
                {(line) => {
                  const picks = mayConfirm ? (range: boolean) => choose(line(), range) : undefined;
                  return (
                    <Show
                      when={isTask(line()) && (line() as Parameters<typeof TaskRow>[0]['line'])}
                      fallback={
                        <QueueRow
                          item={line().items[0]!}
                          inside={line().inside}
                          chosen={whole(line())}
                          choose={picks}
                          look={() => look(line())}
                        />
                      }
                    >
                      {(task) => (
                        <TaskRow
                          line={task()}
                          chosen={whole(task())}
                          open={queue.isOpen(task().id)}
                          choose={picks}
                          look={() => look(task())}
                          unfold={() => queue.unfold(task().id)}
                        />
                      )}
                    </Show>
                  );
                }}
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
        confirm={() => confirm()}
        giveBack={() => giveBack()}
        clear={() => setChosen(nothing)}
      />
      <Hints
        label={t('list.hints')}
        keys={[
          ['J K', t('list.hintMove')],
          ['C', t('list.hintConfirm')],
          ['R', t('list.hintReturn')],
          ['D', t('byTask.hintChase')],
          ['← →', t('byTask.hintUnfold')],
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
        <Show when={current()}>{(line) => <div class={css.sheet}>{panel(line)}</div>}</Show>
      </Dialog>
      <Show when={giving()}>
        {(items) => (
          <Dialog
            open
            title={t('many.returnTitle', { n: items().length })}
            close={() => setGiving(undefined)}
          >
            <p>{t('many.returnLead')}</p>
            <ReturnForm
              items={items()}
              cancel={() => setGiving(undefined)}
              sent={() => {
                setGiving(undefined);
                setChosen(nothing);
                setSheet(false);
              }}
              told={tell(items())}
            />
          </Dialog>
        )}
      </Show>
      <Show when={results()}>
        {(outcome) => <Results outcome={outcome()} close={() => setResults(undefined)} />}
      </Show>
    </Page>
  );
}
