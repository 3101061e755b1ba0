import { createSignal, Match, Show, Switch } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Said } from '../../parts/said.tsx';
import { say } from '../../parts/toasts.ts';
import { client } from '../../queries.ts';
import { useSession } from '../../session.tsx';
import type { Person } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import { saying } from '../account/saying.ts';
import css from '../admin.module.css';
import { admin } from './requests.ts';

/** How a person's account stands, and the ways back in for who was never there or lost the way. */
export function Access(props: { person: Person; moved: (revision: number) => void }) {
  const session = useSession();
  const { said, run } = saying();
  const [link, setLink] = createSignal<{ url: string; days: number }>();
  const [reason, setReason] = createSignal<string>();
  const name = () => props.person.name;
  const never = () => props.person.standing === 'new' || props.person.standing === 'invited';
  const done = ({ revision = 0 }: { revision?: number | undefined }, words?: string) => {
    if (words) say(words, 'good');
    props.moved(revision);
    void client.invalidateQueries({ queryKey: ['people'] });
  };
  async function invite() {
    const sent = await run(() => admin.invite(props.person.id));
    if (sent) done(sent.made, t('person.invitedNow', { name: name() }));
  }
  async function makeLink() {
    const made = (await run(() => admin.linkFor(props.person.id)))?.made;
    if (!made) return;
    setLink({ url: `${location.origin}/lien-ket#${made.token}`, days: made.days });
    done(made);
  }
  async function removeFactor(event: Event) {
    event.preventDefault();
    const gone = await run(() => admin.removeFactor(props.person.id, reason() ?? ''));
    if (!gone) return;
    setReason(undefined);
    done(gone.made, t('person.factorGone', { name: name() }));
  }
  async function copy() {
    await navigator.clipboard.writeText(link()?.url ?? '').then(
      () => say(t('person.copied'), 'good'),
      () => undefined,
    );
  }
  return (
    <section class={css.sheet} aria-label={t('person.access')}>
      <h3>{t('person.access')}</h3>
      <p>{standingLine(props.person)}</p>
      <Said text={said()} />
      <Show when={!props.person.disabled && props.person.id !== session.person.id}>
        <p class={css.more}>{t(props.person.email ? 'person.inviteHint' : 'person.noMail')}</p>
        <div class={css.acts}>
          <Show when={props.person.email}>
            <Button onClick={() => void invite()}>
              {t(never() ? 'person.inviteMail' : 'person.inviteReset')}
            </Button>
          </Show>
          <Button onClick={() => void makeLink()}>{t('person.link')}</Button>
          <Show when={props.person.factor && reason() === undefined}>
            <Button look="danger" onClick={() => setReason('')}>
              {t('person.factorRemove')}
            </Button>
          </Show>
        </div>
        <Switch>
          <Match when={reason() !== undefined}>
            <form novalidate onSubmit={(event) => void removeFactor(event)}>
              <TextField
                label={t('person.factorReason')}
                hint={t('person.factorReasonHint')}
                value={reason() ?? ''}
                change={setReason}
                ref={(input) => queueMicrotask(() => input.focus())}
              />
              <Button look="danger" type="submit" disabled={!reason()?.trim()}>
                {t('person.factorRemove')}
              </Button>
            </form>
          </Match>
          <Match when={link()}>
            {(made) => (
              <>
                <TextField
                  label={t('person.linkLabel')}
                  hint={t('person.linkLead', { days: made().days })}
                  readonly
                  value={made().url}
                  change={() => undefined}
                  onFocus={(event) => event.currentTarget.select()}
                  ref={(input) => queueMicrotask(() => input.focus())}
                />
                <Button onClick={() => void copy()}>{t('person.copy')}</Button>
              </>
            )}
          </Match>
        </Switch>
      </Show>
    </section>
  );
}

/** How an account stands, in a line: its state, when it was used or invited last, and whether it has a second factor. */
function standingLine(person: Person): string {
  const { standing, usedAt, invitedAt, factor } = person;
  const day = (at: string) => new Date(at).toLocaleDateString('vi-VN', { dateStyle: 'short' });
  return [
    standing ? `${t(`person.standing.${standing}`)}.` : '',
    usedAt ? t('person.usedOn', { day: day(usedAt) }) : '',
    invitedAt && invitedAt > (usedAt ?? '') ? t('person.invitedOn', { day: day(invitedAt) }) : '',
    standing === 'stale' ? t('person.staleHint') : '',
    t(factor ? 'person.factorOn' : 'person.factorOff'),
  ]
    .filter(Boolean)
    .join(' ');
}
