import { type Answer, type Api, type Body, call } from '../../api.ts';

type Lessons = Api['lessons'];
type One = Lessons[':id'];
export type LessonDetail = Answer<One['$get']>;
export type UnitStanding = LessonDetail['units'][number];

/** The calls of the record of training. */
export const lessonCalls = {
  list: () => call<Answer<Lessons['$get']>>({ path: '/api/lessons' }),
  add: (body: Body<Lessons['$post']>) =>
    call<Answer<Lessons['$post']>>({ method: 'POST', path: '/api/lessons', body }),
  standing: () => call<Answer<Lessons['standing']['$get']>>({ path: '/api/lessons/standing' }),
  one: (id: string) => call<LessonDetail>({ path: `/api/lessons/${id}` }),
  change: (id: string, body: Body<One['$patch']>, revision: number) =>
    call<Answer<One['$patch']>>({ method: 'PATCH', path: `/api/lessons/${id}`, body, revision }),
  attendance: (id: string, body: Body<One['attendance']['$post']>, revision: number) =>
    call<Answer<One['attendance']['$post']>>({
      ...{ method: 'POST', path: `/api/lessons/${id}/attendance`, body, revision },
    }),
};
