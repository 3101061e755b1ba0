import { type Answer, type Api, type Body, call } from '../../api.ts';

type Evaluations = Api['evaluations'];
type One = Evaluations[':id'];
export type EvaluationDetail = Answer<One['$get']>;
export type UnitAnswers = EvaluationDetail['units'][number];
export type AskedQuestion = EvaluationDetail['round']['questions'][number];

const post = { method: 'POST' } as const;

/** The calls of the rounds of evaluation. */
export const evaluation = {
  rounds: () => call<Answer<Evaluations['$get']>>({ path: '/api/evaluations' }),
  open: (body: Body<Evaluations['$post']>) =>
    call<Answer<Evaluations['$post']>>({ ...post, path: '/api/evaluations', body }),
  round: (id: string) => call<EvaluationDetail>({ path: `/api/evaluations/${id}` }),
  send: (id: string, body: Body<One['entries']['$post']>, revision: number) =>
    call<Answer<One['entries']['$post']>>({
      ...{ ...post, path: `/api/evaluations/${id}/entries`, body, revision },
    }),
  remind: (id: string) =>
    call<Answer<One['remind']['$post']>>({ ...post, path: `/api/evaluations/${id}/remind`, body: {} }),
};
