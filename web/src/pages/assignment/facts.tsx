import { isOpen } from '@tddh/domain/assignment';
import { daysBetween, showDay } from '@tddh/domain/day';
import { laterThanNational } from '@tddh/domain/nationaldue';
import type { Recurrence } from '@tddh/domain/recurring';
import { For, type JSX, Show } from 'solid-js';
import { useCatalog } from '../../parts/catalog.ts';
import { sayPeriod, sayRule } from '../../parts/period.ts';
import { isAgency, useSession } from '../../session.tsx';
import type { AssignmentDetail } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './facts.module.css';

const kinds = {
  assigned: 'one.dueAssigned',
  extension: 'one.dueExtension',
  moved: 'one.dueMoved',
  resumed: 'one.dueResumed',
  corrected: 'one.dueCorrected',
} as const;

/** Who, which document, and every due date that was ever in force. */
export function Facts(props: { detail: AssignmentDetail }) {
  const session = useSession();
  const catalog = useCatalog();
  const item = () => props.detail.assignment;
  const field = () => catalog().fields.find((one) => one.id === item().field)?.name ?? item().field;
  const left = () => {
    const { dueOn, state } = item();
    if (!dueOn || (state !== 'overdue' && state !== 'soon' && state !== 'working')) return undefined;
    const n = daysBetween(session.today, dueOn);
    if (n === 0) return t('list.today');
    return n < 0 ? t('list.past', { n: -n }) : t('list.left', { n });
  };
  /** What has no due day owes a progress note now and then. */
  const owesNotes = () =>
    item().role === 'lead' && !item().dueOn && ['assigned', 'in-progress'].includes(item().status);
  const noted = () => {
    const { notedOn, assignedOn } = item();
    const n = daysBetween(notedOn ?? assignedOn, session.today);
    if (!notedOn) return t('life.notedNever', { n });
    return n === 0 ? t('life.notedToday') : t('life.notedOn', { day: showDay(notedOn), n });
  };
  /** An agency is told who took over, and opens nothing: the successor is another unit's. */
  const movedTo = () =>
    props.detail.history.findLast((row) => row.event === 'transferred')?.data?.toName as string | undefined;
  return (
    <dl class={css.facts}>
      <Fact name={t('one.dueOn')}>
        <b class={css.due} data-state={item().state}>
          {showDue(item().dueOn)}
          <Show when={left()}>
            <span>{left()}</span>
          </Show>
          <Show when={item().extendingTo}>
            {(day) => <span>{t('life.extending', { day: showDay(day()) })}</span>}
          </Show>
        </b>
        <Show when={props.detail.dues.length > 1}>
          <ol class={css.chain} aria-label={t('one.chain')}>
            <For each={props.detail.dues}>
              {(due) => (
                <li>
                  <b>{showDue(due.dueOn)}</b> {t(kinds[due.kind])},{' '}
                  {due.askedOn ? `${t('one.asked', { day: showDay(due.askedOn) })}, ` : ''}
                  {t('one.recorded', { day: showDay(due.on) })}
                  {due.reference ? ` · ${due.reference}` : ''}
                  {due.agreedBy ? ` · ${t('one.agreed', { who: due.agreedBy })}` : ''}
                </li>
              )}
            </For>
          </ol>
        </Show>
      </Fact>
      <Show when={props.detail.national}>
        {(national) => (
          <Fact name={t('life.national')}>
            {national().dueOn ? showDay(national().dueOn!) : t('life.nationalNone')} ·{' '}
            {t('life.nationalTask', { id: national().taskId })}
            <Show when={isOpen(item()) && laterThanNational(item().dueOn, national().dueOn)}>
              <strong class={css.late}>{t('life.nationalLate', { day: showDay(national().dueOn!) })}</strong>
            </Show>
          </Fact>
        )}
      </Show>
      <Show when={item().recurring}>{(which) => <Recurs which={which()} />}</Show>
      <Show when={owesNotes()}>
        <Fact name={t('life.noted')}>{noted()}</Fact>
      </Show>
      <Fact name={t(item().role === 'lead' ? 'one.agencyLead' : 'one.agencySupport')}>
        {item().agency.name}
      </Fact>
      <Fact name={t('one.department')}>
        {item().department.name} · {field()}
      </Fact>
      <Fact name={t('one.assignedOn')}>{showDay(item().assignedOn)}</Fact>
      <Fact name={t('one.document')}>
        <Show when={!isAgency(session)} fallback={props.detail.document.number}>
          <a href={`/van-ban/${props.detail.document.id}`}>{props.detail.document.number}</a>
        </Show>{' '}
        · {showDay(props.detail.document.issuedOn)} · {props.detail.document.issuer}
        <span class={css.subject}>{props.detail.document.subject}</span>
      </Fact>
      <Show when={item().signer}>
        <Fact name={t('one.signer')}>{item().signer}</Fact>
      </Show>
      <Show when={item().blocker}>
        <Fact name={t('one.blocker')}>{item().blocker}</Fact>
      </Show>
      <Show when={item().closed}>
        {(closed) => (
          <Fact name={t('list.state')}>
            {t('one.closed', { day: showDay(closed().on), reason: closed().reason })}
            <Show when={closed().reference}>{(paper) => ` (${paper()})`}</Show>
          </Fact>
        )}
      </Show>
      <Show when={movedTo()}>{(name) => <Fact name="">{t('life.movedTo', { name: name() })}</Fact>}</Show>
      <Show when={item().successorId && !isAgency(session)}>
        <Fact name="">
          <a href={`/nhiem-vu/${item().successorId}`}>{t('one.successor')}</a>
        </Fact>
      </Show>
      <Show when={item().predecessorId && !isAgency(session)}>
        <Fact name="">
          <a href={`/nhiem-vu/${item().predecessorId}`}>{t('one.predecessor')}</a>
        </Fact>
      </Show>
    </dl>
  );
}

/** Which period it is for, the rule, and the ways to the periods beside it. */
function Recurs(props: { which: Recurrence }) {
  return (
    <Fact name={t('recur.title')}>
      {t('recur.period', { period: sayPeriod(props.which.period) })} · {sayRule(props.which.rule)}
      <span class={css.periods}>
        <Show when={props.which.previousId}>
          {(id) => <a href={`/nhiem-vu/${id()}`}>{t('recur.previous')}</a>}
        </Show>
        <Show when={props.which.nextId}>
          {(id) => <a href={`/nhiem-vu/${id()}`}>{t('recur.following')}</a>}
        </Show>
      </span>
    </Fact>
  );
}

function Fact(props: { name: string; children: JSX.Element }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function showDue(dueOn: string | null): string {
  return dueOn ? showDay(dueOn) : t('one.noDue');
}
