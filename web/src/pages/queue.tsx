import { useNavigate } from '@solidjs/router';
import { Show } from 'solid-js';
import { Button, ButtonLink } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Hints } from '../parts/hints.tsx';
import { useKeys } from '../parts/keys.ts';
import { useMedia } from '../parts/media.ts';
import { Page } from '../parts/page.tsx';
import { Results } from '../parts/results.tsx';
import { RowList } from '../parts/rowlist.tsx';
import { SelectBar } from '../parts/selectbar.tsx';
import { Empty, ErrorBox, Skeleton } from '../parts/states.tsx';
import { confirms, isOfficer, useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { Asks } from './queue/asks.tsx';
import { useDecisions } from './queue/decisions.ts';
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
  const narrow = useMedia('(max-width: 1000px)');
  const phone = useMedia('(max-width: 560px)');
  const mayConfirm = confirms(session);
  const act = useDecisions(queue, narrow);
  const { returning, setReturning, setSheet, whole, confirm, giveBack, chase, choose, everything } = act;
  const long = () => queue.reports().filter((item) => (item.awaitingDays ?? 0) > 5).length;
  const address = () =>
    isTask(current()) ? `/van-ban/${current()?.group?.document.id}` : `/nhiem-vu/${at()}`;
  const unfold = (shown: boolean) => isTask(current()) && queue.unfold(current()!.id, shown);
  useKeys({
    Escape: () => (returning() ? setReturning(false) : act.clear()),
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
      <Asks />
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
                selected={mayConfirm ? act.selected() : undefined}
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
        chosen={act.picked().length}
        able={act.picked().length}
        confirm={() => confirm()}
        giveBack={() => giveBack()}
        clear={() => act.clear()}
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
        open={narrow() && act.sheet() && current() !== undefined}
        place="sheet"
        title={t('queue.panel')}
        close={() => setSheet(false)}
      >
        <Show when={current()}>{(line) => <div class={css.sheet}>{panel(line)}</div>}</Show>
      </Dialog>
      <Show when={act.giving()}>
        {(items) => (
          <Dialog
            open
            title={t('many.returnTitle', { n: items().length })}
            close={() => act.setGiving(undefined)}
          >
            <p>{t('many.returnLead')}</p>
            <ReturnForm
              items={items()}
              cancel={() => act.setGiving(undefined)}
              sent={() => {
                act.setGiving(undefined);
                act.clear();
                setSheet(false);
              }}
              told={act.tell(items())}
            />
          </Dialog>
        )}
      </Show>
      <Show when={act.results()}>
        {(outcome) => <Results outcome={outcome()} close={() => act.setResults(undefined)} />}
      </Show>
    </Page>
  );
}
