import { showDay } from '@tddh/domain/day';
import { For, type JSX, Show } from 'solid-js';
import { Answered } from '../../parts/answered.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { Empty, Skeleton } from '../../parts/states.tsx';
import { useQuery } from '../../query.ts';
import { useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';

/** What a round asks for; also the section of its words. */
export type RoundKind = 'roster' | 'evaluation';
/** Where the rounds of a kind stand. */
export const roundsAt: Record<RoundKind, string> = { roster: '/chuyen-trach', evaluation: '/danh-gia' };

interface Listed {
  id: string;
  name: string;
  dueOn: string;
  sent?: number;
  expected?: number;
  /** What the own unit's part is, where it has one. */
  own: 'owed' | 'sent' | null;
}

/** The rounds of a kind, newest first, with how many have sent; the administrator opens the next one by `form`. */
export function RoundList(props: {
  kind: RoundKind;
  queryKey: string;
  ask: () => Promise<{ items: readonly Listed[] }>;
  form: JSX.Element;
}) {
  const session = useSession();
  const admin = () => session.person.role === 'admin';
  const rounds = useQuery(() => ({ queryKey: [props.queryKey], queryFn: props.ask }));
  return (
    <Page title={t(`${props.kind}.title`)} lead={t(`${props.kind}.lead`)}>
      <div class={admin() ? css.columns : css.stack}>
        <Answered query={rounds} waiting={<Skeleton lines={5} height={28} />}>
          {(data) => (
            <div class={css.lines}>
              <Show
                when={data().items.length > 0}
                fallback={<Empty title={t(`${props.kind}.none`)} hint={t(`${props.kind}.noneHint`)} />}
              >
                <ul>
                  <For each={data().items}>{(one) => <Line kind={props.kind} one={one} />}</For>
                </ul>
              </Show>
            </div>
          )}
        </Answered>
        <Show when={admin()}>
          <Card title={t(`${props.kind}.open`)}>{props.form}</Card>
        </Show>
      </div>
    </Page>
  );
}

function Line(props: { kind: RoundKind; one: Listed }) {
  return (
    <li class={css.line}>
      <a href={`${roundsAt[props.kind]}/${props.one.id}`}>{props.one.name}</a>
      <span class={css.more}>
        {t(`${props.kind}.due`, { day: showDay(props.one.dueOn) })}
        <Show when={props.one.expected !== undefined}>
          {' · '}
          {t(`${props.kind}.count`, { sent: props.one.sent ?? 0, all: props.one.expected ?? 0 })}
        </Show>
        <Show when={props.one.own}>{(own) => <> · {t(`${props.kind}.${own()}`)}</>}</Show>
      </span>
    </li>
  );
}
