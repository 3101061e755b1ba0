import { useParams } from '@solidjs/router';
import { showDay } from '@tddh/domain/day';
import { createSignal, For, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import control from '../../parts/field.module.css';
import { Card, Page } from '../../parts/page.tsx';
import { ErrorBox, Skeleton } from '../../parts/states.tsx';
import { say, sayProblem } from '../../parts/toasts.ts';
import { client } from '../../queries.ts';
import { useQuery } from '../../query.ts';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { admin, inChunks, type Moved } from './requests.ts';

interface Row {
  id: string;
  from: string;
  target: string;
  choice: readonly string[];
}

/** The reviewed batch of a reorganisation: what moves where, chosen where there is a choice, and moved in chunks. */
export function AdminMoving() {
  const params = useParams<{ id: string }>();
  const tasks = useQuery(() => ({
    queryKey: ['successions', params.id, 'moves'],
    queryFn: () => everything((cursor) => admin.moves(params.id, cursor)),
  }));
  const people = useQuery(() => ({
    queryKey: ['successions', params.id, 'people'],
    queryFn: () => admin.movingPeople(params.id),
  }));
  return (
    <Page title={t('succession.review')} lead={<a href="/quan-tri/sap-xep">{t('succession.title')}</a>}>
      <div class={css.stack}>
        <Card title={t('succession.tasks')} lead={t('succession.tasksLead')}>
          <Batch
            rows={tasks.isSuccess ? tasks.data : undefined}
            error={tasks.error}
            none={t('succession.nothing')}
            word={(n) => t('succession.move', { n })}
            send={(rows) => admin.move(params.id, rows)}
            show={(row) => (
              <>
                <a href={`/nhiem-vu/${row.id}`}>{row.content}</a>
                <small>
                  {row.documentNumber} · {t(`succession.status.${row.status as 'assigned'}`)}
                  {row.dueOn ? ` · ${showDay(row.dueOn)}` : ''}
                </small>
              </>
            )}
          />
        </Card>
        <Card title={t('succession.people')}>
          <Batch
            rows={people.isSuccess ? people.data.items : undefined}
            error={people.error}
            none={t('succession.nobody')}
            word={(n) => t('succession.movePeople', { n })}
            send={(rows) => admin.movePeople(params.id, rows)}
            show={(row) => (
              <>
                {row.name}
                <small>{t(`role.${row.role as 'officer'}`)}</small>
              </>
            )}
          />
        </Card>
      </div>
    </Page>
  );
}

/** Reads every page of a list. */
async function everything<T>(read: (cursor?: string) => Promise<{ items: T[]; cursor: string | null }>) {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    rows.push(...page.items);
    cursor = page.cursor ?? undefined;
  } while (cursor);
  return rows;
}

const shown = 200;

function Batch<R extends Row>(props: {
  rows: R[] | undefined;
  error: unknown;
  none: string;
  word: (n: number) => string;
  send: (rows: { id: string; to?: string }[]) => Promise<{ results: Moved[] }>;
  show: (row: R) => import('solid-js').JSX.Element;
}) {
  const catalog = useCatalog();
  const nameOf = (id: string) => catalog().units.find((unit) => unit.id === id)?.name ?? id;
  const [chosen, setChosen] = createSignal<Record<string, string>>({});
  const [done, setDone] = createSignal<number>();
  const [refused, setRefused] = createSignal<Record<string, string>>({});
  const target = (row: Row) => chosen()[row.id] ?? row.target;
  const moving = () => (props.rows ?? []).filter((row) => target(row) !== row.from);

  async function run() {
    const rows = moving().map((row) => ({
      id: row.id,
      ...(row.choice.length > 0 ? { to: target(row) } : {}),
    }));
    setDone(0);
    try {
      const results = await inChunks(rows, props.send, setDone);
      const bad = results.flatMap((one) => (one.ok ? [] : [[one.id, one.message] as const]));
      setRefused(Object.fromEntries(bad));
      say(t('succession.done', { n: results.length - bad.length }), 'good');
      if (bad.length > 0) say(t('chunks.refused', { n: bad.length }), 'bad');
    } catch (error) {
      sayProblem(error);
    } finally {
      setDone(undefined);
      void client.invalidateQueries();
    }
  }
  return (
    <Show
      when={props.rows}
      fallback={
        <Show when={props.error} fallback={<Skeleton lines={4} />}>
          <ErrorBox error={props.error} />
        </Show>
      }
    >
      <Show when={(props.rows ?? []).length > 0} fallback={<p>{props.none}</p>}>
        <ul class={css.batch}>
          <For each={(props.rows ?? []).slice(0, shown)}>
            {(row) => (
              <li>
                <span>
                  {props.show(row)}
                  <Show when={refused()[row.id]}>
                    <small data-bad="">{refused()[row.id]}</small>
                  </Show>
                </span>
                <span>
                  {nameOf(row.from)} →{' '}
                  <Show when={row.choice.length > 0} fallback={nameOf(row.target)}>
                    <select
                      class={control.control}
                      aria-label={t('succession.target')}
                      value={target(row)}
                      onChange={(event) => {
                        const to = event.currentTarget.value;
                        setChosen((all) => ({ ...all, [row.id]: to }));
                      }}
                    >
                      <For each={row.choice}>
                        {(id) => (
                          <option value={id} selected={id === target(row)}>
                            {nameOf(id)}
                          </option>
                        )}
                      </For>
                    </select>
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ul>
        <Show when={(props.rows ?? []).length > shown}>
          <p>{t('succession.rest', { n: (props.rows ?? []).length - shown })}</p>
        </Show>
        <Button
          look="primary"
          disabled={done() !== undefined || moving().length === 0}
          onClick={() => void run()}
        >
          {props.word(moving().length)}
        </Button>
        <Show when={done() !== undefined}>
          <p role="status">{t('chunks.progress', { done: done() ?? 0, all: moving().length })}</p>
        </Show>
      </Show>
    </Show>
  );
}
