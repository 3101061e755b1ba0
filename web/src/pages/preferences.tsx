import { instantKinds, type NoticeKind, type NoticeWay, noticeKinds, noticeWays } from '@tddh/domain/notice';
import { For, Show } from 'solid-js';
import { Answered } from '../parts/answered.tsx';
import { Card, Page } from '../parts/page.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { say, sayProblem } from '../parts/toasts.ts';
import { post, type Told } from '../post.ts';
import { client } from '../queries.ts';
import { useQuery } from '../query.ts';
import { t } from '../words/words.ts';
import css from './post.module.css';

const query = () => ({ queryKey: ['preferences'], queryFn: post.preferences });

/** How the person wants to be told, kind by kind; a choice holds at once. */
export function PreferencesPage() {
  const told = useQuery(query);

  async function choose(kind: NoticeKind, way: NoticeWay) {
    try {
      client.setQueryData<Told>(['preferences'], await post.choose({ [kind]: way }));
      say(t('post.saved'), 'good');
    } catch (error) {
      sayProblem(error);
      await told.refetch();
    }
  }

  return (
    <Page title={t('post.title')} lead={t('post.lead')} width="form">
      <Answered query={told}>
        {(answer) => (
          <Card title={t('post.kinds')} lead={t('post.wayHint')}>
            <Show when={answer().email} fallback={<p class={css.warn}>{t('post.noAddress')}</p>}>
              {(email) => <p class={css.address}>{t('post.address', { email: email() })}</p>}
            </Show>
            <ul class={css.kinds}>
              <For each={noticeKinds}>
                {(kind) => (
                  <li>
                    <span aria-hidden="true">{t(`post.kind.${kind}`)}</span>
                    <Segmented
                      label={t(`post.kind.${kind}`)}
                      value={answer().ways[kind]}
                      options={waysOf(kind)}
                      change={(way) => void choose(kind, way)}
                    />
                  </li>
                )}
              </For>
            </ul>
          </Card>
        )}
      </Answered>
    </Page>
  );
}

function waysOf(kind: NoticeKind): { value: NoticeWay; text: string }[] {
  return noticeWays
    .filter((way) => way !== 'now' || instantKinds.includes(kind))
    .map((way) => ({ value: way, text: t(`post.way.${way}`) }));
}
