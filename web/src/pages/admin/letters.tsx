import { createSignal, For, Show } from 'solid-js';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { Empty } from '../../parts/states.tsx';
import { say, sayProblem } from '../../parts/toasts.ts';
import { type Letters, post } from '../../post.ts';
import { client } from '../../queries.ts';
import { useQuery } from '../../query.ts';
import { t } from '../../words/words.ts';
import css from '../post.module.css';

const query = () => ({ queryKey: ['letters'], queryFn: post.letters, refetchInterval: 30_000 });

/** Letters that wait, and those that were given up, to be sent again. */
export function AdminLetters() {
  const letters = useQuery(query);
  const [busy, setBusy] = createSignal(false);

  async function again(keys: string[]) {
    setBusy(true);
    try {
      const { count } = await post.again(keys);
      say(t('letters.sent', { n: count }), 'good');
      await client.invalidateQueries({ queryKey: ['letters'] });
    } catch (error) {
      sayProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Page title={t('letters.title')} lead={t('letters.lead')} width="form">
      <Answered query={letters}>
        {(answer) => (
          <>
            <p class={css.address}>
              {t('letters.waiting', { n: answer().waiting })} {waits(answer())}
            </p>
            <Show
              when={answer().dead.length > 0}
              fallback={<Empty title={t('letters.none')} hint={t('letters.noneHint')} />}
            >
              <Card
                title={t('letters.dead')}
                actions={
                  <Button disabled={busy()} onClick={() => void again(answer().dead.map((one) => one.key))}>
                    {t('letters.againAll', { n: answer().dead.length })}
                  </Button>
                }
              >
                <ul class={css.dead}>
                  <For each={answer().dead}>
                    {(one) => (
                      <li>
                        <div>
                          {one.subject}
                          <small>
                            {one.to ? `${one.to.name} (${one.to.email ?? ''})` : t('letters.nobody')} ·{' '}
                            {t('letters.attempts', { n: one.attempts })} · {one.failure}
                          </small>
                        </div>
                        <Button small disabled={busy()} onClick={() => void again([one.key])}>
                          {t('letters.again')}
                        </Button>
                      </li>
                    )}
                  </For>
                </ul>
              </Card>
            </Show>
          </>
        )}
      </Answered>
    </Page>
  );
}

function waits(letters: Letters): string {
  if (!('since' in letters) || !letters.since) return '';
  const local = new Date(Date.parse(letters.since) + 7 * 3_600_000).toISOString();
  const at = `${local.slice(11, 16)} ${local.slice(8, 10)}/${local.slice(5, 7)}`;
  return t('letters.since', { at, why: letters.failure ?? '' });
}
