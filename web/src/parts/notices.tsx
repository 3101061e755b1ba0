import { type Day, dayOf, showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { api } from '../api.ts';
import { client, noticesQuery } from '../queries.ts';
import { useQuery } from '../query.ts';
import type { Notice } from '../shapes.ts';
import { t } from '../words/words.ts';
import { Answered } from './answered.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import css from './notices.module.css';
import { Empty } from './states.tsx';
import { sayProblem } from './toasts.ts';

/** What the system has told this person, newest first. */
export function Notices(props: { close: () => void }) {
  return (
    <Dialog open place="sheet" title={t('notices.title')} close={props.close}>
      <div class={css.bar}>
        <a href="/thong-bao" onClick={() => props.close()}>
          {t('notices.choose')}
        </a>
      </div>
      <List close={props.close} />
    </Dialog>
  );
}

function List(props: { close: () => void }) {
  const query = useQuery(noticesQuery);
  const readAll = () =>
    api
      .readNotices()
      .then(() => client.invalidateQueries({ queryKey: ['notices'] }))
      .catch(sayProblem);
  return (
    <Answered query={query}>
      {(answer) => (
        <Show
          when={answer().items.length > 0}
          fallback={<Empty title={t('notices.empty')} hint={t('notices.emptyHint')} />}
        >
          <Show when={answer().unread}>
            <div class={css.bar}>
              <Button look="quiet" small onClick={() => void readAll()}>
                {t('notices.readAll')}
              </Button>
            </div>
          </Show>
          <ul class={css.list}>
            <For each={answer().items}>
              {(notice) => (
                <li data-unread={notice.read ? undefined : ''}>
                  <a href={placeOf(notice)} onClick={() => props.close()}>
                    <b class={css.kind}>{kindOf(notice.type)}</b>
                    <span class={css.title}>{notice.title}</span>
                    <time dateTime={notice.at}>{age(notice.at)}</time>
                    <Show when={!notice.read}>
                      <span data-hidden="">{t('notices.unread')}</span>
                    </Show>
                  </a>
                </li>
              )}
            </For>
          </ul>
        </Show>
      )}
    </Answered>
  );
}

/** Where a notice leads: its assignment; what tells of many, to the queue. */
function placeOf(notice: Notice): string {
  if (notice.assignmentId) return `/nhiem-vu/${notice.assignmentId}`;
  if (notice.type === 'feedback-answered') return '/gop-y';
  return notice.type === 'assignment.escalated' ? '/cho-xac-nhan' : '/nhiem-vu';
}

function kindOf(type: string): string {
  return t(`post.event.${type.replace(/^assignment\./, '') as 'assigned'}`) ?? '';
}

/** "5 phút trước" within a day, else the day. */
function age(at: string): string {
  const minutes = Math.floor((Date.now() - Date.parse(at)) / 60_000);
  if (minutes < 1) return t('notices.justNow');
  if (minutes < 60) return t('notices.minutes', { n: minutes });
  if (minutes < 1440) return t('notices.hours', { n: Math.floor(minutes / 60) });
  const on: Day = dayOf(new Date(at));
  return showDay(on);
}
