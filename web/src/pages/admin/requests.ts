import { type Answer, type Api, type Body, call } from '../../api.ts';

type People = Api['people'][':id'];
type Units = Api['units'][':id'];
type Fields = Api['fields'][':id'];
type Successions = Api['successions'];
type One = Successions[':id'];

export type Duties = Answer<People['handover']['$get']>;
export type FieldLeft = Answer<Fields['handover']['$get']>;
export type SuccessionItem = Answer<Successions['$get']>['items'][number];
export type Moved = Answer<One['moves']['$post']>['results'][number];

const patch = { method: 'PATCH' } as const;
const post = { method: 'POST' } as const;

/** The calls that only administration makes. */
export const admin = {
  setPerson: (id: string, body: Body<People['$patch']>, revision: number) =>
    call<Answer<People['$patch']>>({ ...patch, path: `/api/people/${id}`, body, revision }),
  duties: (id: string) => call<Duties>({ path: `/api/people/${id}/handover` }),
  handOverDuties: (id: string, body: Body<People['handover']['$post']>) =>
    call<Answer<People['handover']['$post']>>({ ...post, path: `/api/people/${id}/handover`, body }),
  invite: (id: string) =>
    call<Answer<People['invite']['$post']>>({ ...post, path: `/api/people/${id}/invite` }),
  linkFor: (id: string) => call<Answer<People['link']['$post']>>({ ...post, path: `/api/people/${id}/link` }),
  removeFactor: (id: string, reason: string) =>
    call<Answer<People['factor']['remove']['$post']>>({
      ...{ ...post, path: `/api/people/${id}/factor/remove`, body: { reason } },
    }),
  setUnit: (id: string, body: Body<Units['$patch']>, revision: number) =>
    call<Answer<Units['$patch']>>({ ...patch, path: `/api/units/${id}`, body, revision }),
  setField: (id: string, body: Body<Fields['$patch']>, revision: number) =>
    call<Answer<Fields['$patch']>>({ ...patch, path: `/api/fields/${id}`, body, revision }),
  fieldLeft: (id: string, to?: string) =>
    call<FieldLeft>({ path: `/api/fields/${id}/handover`, query: { to } }),
  handOverField: (id: string, departmentId: string, revision: number) =>
    call<Answer<Fields['handover']['$post']>>({
      ...{ ...post, path: `/api/fields/${id}/handover`, body: { departmentId }, revision },
    }),
  followField: (id: string, ids: string[]) =>
    call<Answer<Fields['follow']['$post']>>({ ...post, path: `/api/fields/${id}/follow`, body: { ids } }),
  successions: () => call<Answer<Successions['$get']>>({ path: '/api/successions' }),
  recordSuccession: (body: Body<Successions['$post']>) =>
    call<Answer<Successions['$post']>>({ ...post, path: '/api/successions', body }),
  moves: (id: string, cursor?: string) =>
    call<Answer<One['moves']['$get']>>({
      path: `/api/successions/${id}/moves`,
      query: { cursor, limit: 100 },
    }),
  move: (id: string, moves: { id: string; to?: string }[]) =>
    call<Answer<One['moves']['$post']>>({ ...post, path: `/api/successions/${id}/moves`, body: { moves } }),
  movingPeople: (id: string) =>
    call<Answer<One['people']['$get']>>({ path: `/api/successions/${id}/people` }),
  movePeople: (id: string, moves: { id: string; to?: string }[]) =>
    call<Answer<One['people']['$post']>>({ ...post, path: `/api/successions/${id}/people`, body: { moves } }),
  setCalendar: (body: Body<Api['calendar']['$patch']>, revision: number) =>
    call<Answer<Api['calendar']['$patch']>>({ ...patch, path: '/api/calendar', body, revision }),
};

/** Runs a batch in chunks of at most 100 rows, and tells how far it is. What stops it is thrown; it can be run again. */
export async function inChunks<Row, Result>(
  rows: readonly Row[],
  send: (chunk: Row[]) => Promise<{ results: Result[] }>,
  told: (done: number) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < rows.length; at += 100) {
    results.push(...(await send(rows.slice(at, at + 100))).results);
    told(results.length);
  }
  return results;
}
