import { useQueryClient } from '@tanstack/solid-query';
import { For, Show } from 'solid-js';
import { account, endSession, signOutEverywhere } from '../accesscalls.ts';
import { Answered } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Card, Page } from '../parts/page.tsx';
import { Skeleton } from '../parts/states.tsx';
import { sessionQuery } from '../queries.ts';
import { useQuery } from '../query.ts';
import { useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { FactorCard } from './account/factor.tsx';
import { PasswordCard } from './account/password.tsx';
import css from './account.module.css';

/** The own account: password, second factor, and where it is in use. */
export function Account() {
  const query = useQuery(() => ({ queryKey: ['account'], queryFn: account }));
  const session = useSession();
  const client = useQueryClient();
  const again = () => {
    void query.refetch();
    void client.invalidateQueries({ queryKey: sessionQuery().queryKey });
  };
  async function leave() {
    await signOutEverywhere();
    window.location.assign('/dang-nhap');
  }
  return (
    <Page
      title={t('account.title')}
      lead={session.owes ? t('account.owed') : session.person.name}
      width="form"
    >
      <Answered query={query} waiting={<Skeleton lines={8} height={36} />}>
        {(data) => (
          <div class={css.stack}>
            <FactorCard account={data()} changed={again} />
            <PasswordCard least={data().least} />
            <Card title={t('account.sessionsTitle')}>
              <ul class={css.sessions}>
                <For each={data().sessions}>
                  {(one) => (
                    <li>
                      <div>
                        <strong>{one.mine ? t('account.here') : (one.address ?? '')}</strong>
                        <span>{one.agent}</span>
                        <span>{t('account.seen', { at: shown(one.seenAt) })}</span>
                      </div>
                      <Show when={!one.mine}>
                        <Button small onClick={() => void endSession(one.id).then(again)}>
                          {t('account.end')}
                        </Button>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
              <Button look="danger" onClick={() => void leave()}>
                {t('account.everywhere')}
              </Button>
            </Card>
          </div>
        )}
      </Answered>
    </Page>
  );
}

/** An instant in local time, to the minute. */
function shown(at: string): string {
  return new Date(at).toLocaleString('vi-VN', { dateStyle: 'short', timeStyle: 'short' });
}
