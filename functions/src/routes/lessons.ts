import { catalogOf } from '@tddh/core/catalog';
import { attendance, lessonChange, newLesson } from '@tddh/domain/lesson';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { fileTypes, sendFile } from '../download.ts';
import { body } from '../input.ts';
import { revisionOf } from '../once.ts';

const says = (summary: string) => describeRoute({ tags: ['Tập huấn'], summary });
/** The work is loaded when it is first asked for: few requests are about lessons. */
const work = () => import('@tddh/core/lessons');

/** Which training took place, and who attended: for the administrator. */
export const lessonRoutes = new Hono<Env>()
  .get('/lessons', says('Các buổi tập huấn'), async (c) =>
    c.json({ items: await (await work()).listLessons(c.get('desk')) }),
  )
  .post('/lessons', says('Ghi một buổi tập huấn'), body(newLesson), async (c) =>
    c.json({ lesson: await (await work()).addLesson(c.get('desk'), c.req.valid('json')) }, 201),
  )
  .get('/lessons/standing', says('Từng đơn vị: ai đã dự, ai chưa'), async (c) =>
    c.json(await (await work()).lessonStanding(c.get('desk'))),
  )
  .get('/lessons/list.xlsx', says('Sổ tập huấn dạng Excel'), async (c) => {
    const desk = c.get('desk');
    const [{ attendedOf, lessonStanding, listLessons }, { lessonSheet }] = await Promise.all([
      work(),
      import('@tddh/forms/lessons'),
    ]);
    const [lessons, { units }, catalog] = await Promise.all([
      listLessons(desk),
      lessonStanding(desk),
      catalogOf(desk.db),
    ]);
    const nameOf = (id: string) => catalog.units.find((unit) => unit.id === id)?.name ?? '';
    const listed = lessons.map(async (lesson) => {
      const attended = await attendedOf(desk, lesson.id);
      const named = attended.map(({ name, unitId, personId }) => ({
        ...{ name, unit: nameOf(unitId), account: personId !== undefined },
      }));
      return { ...lesson, attended: named };
    });
    const bytes = await lessonSheet({ asOf: desk.today, lessons: await Promise.all(listed), units });
    return sendFile(c, bytes, { name: 'Sổ tập huấn.xlsx', type: fileTypes.xlsx });
  })
  .get('/lessons/:id', says('Một buổi tập huấn: ai đã dự'), async (c) =>
    c.json(await (await work()).readLesson(c.get('desk'), c.req.param('id'))),
  )
  .patch('/lessons/:id', says('Sửa, hủy một buổi tập huấn'), body(lessonChange), async (c) => {
    const { changeLesson } = await work();
    const lesson = await changeLesson(c.get('desk'), c.req.param('id'), c.req.valid('json'), revisionOf(c));
    return c.json({ lesson });
  })
  .post('/lessons/:id/attendance', says('Ghi người dự'), body(attendance), async (c) => {
    const { setAttendance } = await work();
    const { people } = c.req.valid('json');
    const lesson = await setAttendance(c.get('desk'), c.req.param('id'), people, revisionOf(c));
    return c.json({ lesson });
  });
