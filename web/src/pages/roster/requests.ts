import { type Answer, type Api, type Body, call } from '../../api.ts';

type Rosters = Api['rosters'];
type One = Rosters[':id'];
export type RoundDetail = Answer<One['$get']>;
export type UnitEntry = RoundDetail['units'][number];
export type ReadRows = Answer<One['sheet']['$post']>['rows'];

const post = { method: 'POST' } as const;

/** The calls of the rounds of focal persons. */
export const roster = {
  rounds: () => call<Answer<Rosters['$get']>>({ path: '/api/rosters' }),
  open: (body: Body<Rosters['$post']>) =>
    call<Answer<Rosters['$post']>>({ ...post, path: '/api/rosters', body }),
  round: (id: string) => call<RoundDetail>({ path: `/api/rosters/${id}` }),
  send: (id: string, body: Body<One['entries']['$post']>, revision: number) =>
    call<Answer<One['entries']['$post']>>({ ...post, path: `/api/rosters/${id}/entries`, body, revision }),
  sheet: (id: string, content: string) =>
    call<Answer<One['sheet']['$post']>>({ ...post, path: `/api/rosters/${id}/sheet`, body: { content } }),
  remind: (id: string) =>
    call<Answer<One['remind']['$post']>>({ ...post, path: `/api/rosters/${id}/remind`, body: {} }),
};

/** A file's bytes as base64, for a JSON body. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
