import { isDay, showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { Answered } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { useCatalog } from '../parts/catalog.ts';
import { Card, Page } from '../parts/page.tsx';
import { Empty, Skeleton } from '../parts/states.tsx';
import { useQuery } from '../query.ts';
import { isOfficer, useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { useAct } from './admin/national/act.ts';
import { type Difference, national } from './admin/national/requests.ts';
import css from './admin/national.module.css';

/** Where the province's documents differ from the national side: the department that follows them decides. */
export function NationalDifferences() {
  const query = useQuery(() => ({ queryKey: ['national', 'differences'], queryFn: national.differences }));
  return (
    <Page title={t('national.differences')} lead={t('national.differencesLead')}>
      <Answered query={query} waiting={<Skeleton lines={6} height={56} />}>
        {(data) => (
          <Show
            when={data().items.length > 0}
            fallback={<Empty title={t('national.differencesNone')} hint={t('national.differencesHint')} />}
          >
            <Card title={`${t('national.differences')} · ${data().items.length}`}>
              <ul class={css.messages}>
                <For each={data().items}>{(one) => <Row of={one} />}</For>
              </ul>
            </Card>
          </Show>
        )}
      </Answered>
    </Page>
  );
}

type What =
  | 'number'
  | 'issuedOn'
  | 'issuer'
  | 'subject'
  | 'content'
  | 'leads'
  | 'dueOn'
  | 'missing'
  | 'returned'
  | 'ended';

function Row(props: { of: Difference }) {
  const session = useSession();
  const catalog = useCatalog();
  const act = useAct();
  const what = () => props.of.path.split('.').at(-1) as What;
  const taskId = () => /^tasks\.(.+)\.\w+$/.exec(props.of.path)?.[1];
  /** What a person changes on the document's or the assignment's own page, and not here at one press. */
  const byHand = () =>
    ['returned', 'leads', 'ended'].includes(what()) ||
    (props.of.draft && ['content', 'dueOn'].includes(what()));
  const show = (value: string | null) => {
    if (value === null || value === '') return t('national.none');
    if (isDay(value)) return showDay(value);
    if (what() !== 'leads') return value;
    const name = (id: string) => catalog().units.find((unit) => unit.id === id)?.name ?? id;
    return value.split(', ').map(name).join(', ');
  };
  const decide = (take: boolean) => {
    const { stream, path, theirs } = props.of;
    void act.run(() => national.decide({ stream, path, theirs, take }));
  };
  return (
    <li>
      <span class={css.why}>
        <strong>
          {t(`national.path.${what()}`)}
          <Show when={taskId()}>{(id) => ` · ${t('national.taskOf', { id: id() })}`}</Show>
        </strong>
        <a href={`/van-ban/${props.of.documentId}`}>
          {props.of.documentNumber} {props.of.subject}
        </a>
        <small>{t('national.decides', { department: props.of.departmentName })}</small>
      </span>
      <span class={css.acts}>
        <Show when={isOfficer(session)}>
          <Button small disabled={act.busy()} onClick={() => decide(false)}>
            {t('national.keep')}
          </Button>
          <Show when={!byHand()}>
            <Button small disabled={act.busy()} onClick={() => decide(true)}>
              {t('national.take')}
            </Button>
          </Show>
        </Show>
      </span>
      <dl class={css.pair}>
        <div>
          <dt>{t('national.ours')}</dt>
          <dd>{show(props.of.ours)}</dd>
        </div>
        <div>
          <dt>{t('national.theirs')}</dt>
          <dd>{show(props.of.theirs)}</dd>
        </div>
      </dl>
      <Show when={isOfficer(session) && byHand()}>
        <p class={css.hand}>{t('national.byHand')}</p>
      </Show>
      <Show when={props.of.warning}>
        <p class={css.late}>{t('national.late')}</p>
      </Show>
    </li>
  );
}
