import { type Answer, type Api, type Body, call } from '../../api.ts';

type Route = Api['feedback'];
type List = Answer<Route['$get']>;
export type FeedbackItem = List['items'][number];

const post = { method: 'POST' } as const;

/** The calls of the help desk. */
export const feedback = {
  list: (query: object) => call<List>({ path: '/api/feedback', query }),
  send: (body: Body<Route['$post']>) =>
    call<Answer<Route['$post']>>({ ...post, path: '/api/feedback', body }),
  answer: (id: string, body: Body<Route[':id']['answer']['$post']>, revision: number) =>
    call<Answer<Route[':id']['answer']['$post']>>({
      ...{ ...post, path: `/api/feedback/${id}/answer`, body, revision },
    }),
};
