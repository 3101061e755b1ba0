import { useParams } from '@solidjs/router';
import { showDay } from '@tddh/domain/day';
import { createSignal, Show } from 'solid-js';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { say, sayProblem } from '../../parts/toasts.ts';
import { client } from '../../queries.ts';
import { useQuery } from '../../query.ts';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { Attendance } from './attendance.tsx';
import { type LessonDetail, lessonCalls } from './lessoncalls.ts';
import { LessonForm } from './lessonform.tsx';
import { LessonStanding } from './lessonstanding.tsx';

/** One lesson: what it was, who attended, and per unit who did not. */
export function AdminLesson() {
  const params = useParams<{ id: string }>();
  const lesson = useQuery(() => ({
    queryKey: ['lessons', params.id],
    queryFn: () => lessonCalls.one(params.id),
  }));
  return (
    <Answered query={lesson}>
      {(answer) => (
        <Show when={answer().lesson.revision} keyed>
          {(_) => <Shown detail={answer()} />}
        </Show>
      )}
    </Answered>
  );
}

function Shown(props: { detail: LessonDetail }) {
  const lesson = () => props.detail.lesson;
  const [busy, setBusy] = createSignal(false);
  async function turn() {
    setBusy(true);
    try {
      const { id, revision, cancelled } = lesson();
      await lessonCalls.change(id, { cancelled: !cancelled }, revision);
      say(t('manage.saved'), 'good');
      await client.invalidateQueries({ queryKey: ['lessons'] });
    } catch (error) {
      sayProblem(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Page
      title={lesson().subject}
      lead={
        <>
          <a href="/quan-tri/tap-huan">{t('lessons.back')}</a> · {showDay(lesson().on)} · {lesson().place}
          <Show when={lesson().cancelled}> · {t('lessons.cancelled')}</Show>
          <Show when={lesson().materials}>
            {(link) => (
              <>
                {' · '}
                <a href={link()} target="_blank" rel="external noopener noreferrer">
                  {t('lessons.openMaterials')}
                </a>
              </>
            )}
          </Show>
        </>
      }
      actions={
        <Button disabled={busy()} onClick={() => void turn()}>
          {t(lesson().cancelled ? 'lessons.restore' : 'lessons.cancel')}
        </Button>
      }
    >
      <div class={css.columns}>
        <Attendance detail={props.detail} />
        <Card title={t('lessons.facts')}>
          <LessonForm lesson={lesson()} />
        </Card>
      </div>
      <LessonStanding units={props.detail.units} lead={t('lessons.standingOne')} />
    </Page>
  );
}
