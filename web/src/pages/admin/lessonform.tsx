import type { Lesson } from '@tddh/domain/lesson';
import { newLesson } from '@tddh/domain/lesson';
import { createStore } from 'solid-js/store';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/dayfield.tsx';
import { TextField } from '../../parts/field.tsx';
import { useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { useEditing } from './editing.ts';
import { lessonCalls } from './lessoncalls.ts';

/** A lesson to record, or one to correct. */
export function LessonForm(props: { lesson?: Lesson; done?: (id: string) => void }) {
  let element: HTMLFormElement | undefined;
  const session = useSession();
  const editing = useEditing(() => element);
  const { subject = '', on = session.today, place = '', trainer = '', materials = '' } = props.lesson ?? {};
  const [form, setForm] = createStore({ subject, on: on as string | null, place, trainer, materials });
  async function send(event: Event) {
    event.preventDefault();
    const { on: day, materials: link, ...rest } = form;
    const input = { ...rest, ...(day ? { on: day } : {}), ...(link.trim() ? { materials: link } : {}) };
    const old = props.lesson;
    const done = await editing.send(
      newLesson,
      input,
      (body) =>
        old
          ? lessonCalls.change(old.id, { ...body, materials: body.materials ?? null }, old.revision)
          : lessonCalls.add(body),
      old ? undefined : t('lessons.added'),
    );
    if (done) props.done?.(done.lesson.id);
  }
  const text = (name: 'subject' | 'place' | 'trainer' | 'materials') => ({
    label: t(`lessons.${name}`),
    value: form[name],
    change: (value: string) => {
      setForm(name, value);
      editing.forget(name);
    },
    error: editing.fault(name),
  });
  return (
    <form ref={element} class={css.form} novalidate onSubmit={(event) => void send(event)}>
      <TextField {...text('subject')} />
      <DayField
        label={t('lessons.on')}
        required
        value={form.on}
        change={(day) => {
          setForm({ on: day });
          editing.forget('on');
        }}
        error={editing.fault('on')}
      />
      <TextField {...text('place')} />
      <TextField {...text('trainer')} />
      <TextField {...text('materials')} hint={t('lessons.materialsHint')} optional />
      <div>
        <Button look={props.lesson ? 'plain' : 'primary'} type="submit" disabled={editing.busy()}>
          {t(props.lesson ? 'manage.save' : 'lessons.add')}
        </Button>
      </div>
    </form>
  );
}
