import { useNavigate } from '@solidjs/router';
import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { Answered } from '../../parts/answered.tsx';
import { ButtonLink } from '../../parts/button.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { Empty } from '../../parts/states.tsx';
import { useQuery } from '../../query.ts';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { lessonCalls } from './lessoncalls.ts';
import { LessonForm } from './lessonform.tsx';
import { LessonStanding } from './lessonstanding.tsx';

/** Which training took place, and per unit who has attended none. */
export function AdminLessons() {
  const navigate = useNavigate();
  const list = useQuery(() => ({ queryKey: ['lessons'], queryFn: lessonCalls.list }));
  const standing = useQuery(() => ({ queryKey: ['lessons', 'standing'], queryFn: lessonCalls.standing }));
  return (
    <Page
      title={t('lessons.title')}
      lead={t('lessons.lead')}
      actions={
        <ButtonLink href="/api/lessons/list.xlsx" download="" target="_self">
          {t('lessons.export')}
        </ButtonLink>
      }
    >
      <div class={css.columns}>
        <Answered query={list}>
          {(answer) => (
            <div class={css.lines}>
              <Show
                when={answer().items.length > 0}
                fallback={<Empty title={t('lessons.none')} hint={t('lessons.noneHint')} />}
              >
                <ul>
                  <For each={answer().items}>
                    {(one) => (
                      <li class={css.line}>
                        <a href={`/quan-tri/tap-huan/${one.id}`}>{one.subject}</a>
                        <span class={css.more}>
                          {[
                            showDay(one.on),
                            one.place,
                            t('lessons.count', { n: one.count }),
                            ...(one.cancelled ? [t('lessons.cancelled')] : []),
                          ].join(' · ')}
                        </span>
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
            </div>
          )}
        </Answered>
        <Card title={t('lessons.add')}>
          <LessonForm done={(id) => navigate(`/quan-tri/tap-huan/${id}`)} />
        </Card>
      </div>
      <Answered query={standing}>
        {(answer) => (
          <Show when={answer().lessons > 0}>
            <LessonStanding units={answer().units} lead={t('lessons.standingLead')} />
          </Show>
        )}
      </Answered>
    </Page>
  );
}
