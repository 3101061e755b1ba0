import { type Answer, type Api, type Body, call } from '../../../api.ts';

type National = Api['integrations']['national'];

export type LinkState = Answer<National['$get']>;
export type Quarantined = Answer<National['quarantine']['$get']>['items'][number];
export type Parked = Answer<National['parked']['$get']>['items'][number];
export type Difference = Answer<National['differences']['$get']>['items'][number];

const path = '/api/integrations/national';
const post = { method: 'POST' } as const;

/** The calls about the national link. */
export const national = {
  state: () => call<LinkState>({ path }),
  set: (body: Body<National['$patch']>) => call<Answer<National['$patch']>>({ method: 'PATCH', path, body }),
  rotate: (side: 'inbound' | 'outbound') =>
    call<Answer<National['secrets']['$post']>>({ ...post, path: `${path}/secrets`, body: { side } }),
  test: (of: 'target' | 'axis') =>
    call<{ ok: boolean; error?: string }>({ ...post, path: `${path}/test`, body: { of } }),
  quarantine: () => call<Answer<National['quarantine']['$get']>>({ path: `${path}/quarantine` }),
  replay: (ids: string[]) => call<object>({ ...post, path: `${path}/quarantine/replay`, body: { ids } }),
  dryRun: (body: Body<National['dry-run']['$post']>) =>
    call<Answer<National['dry-run']['$post']>>({ ...post, path: `${path}/dry-run`, body }),
  parked: () => call<Answer<National['parked']['$get']>>({ path: `${path}/parked` }),
  unpark: (body: Body<National['parked']['$post']>) =>
    call<object>({ ...post, path: `${path}/parked`, body }),
  differences: () => call<Answer<National['differences']['$get']>>({ path: `${path}/differences` }),
  decide: (body: Body<National['differences']['$post']>) =>
    call<object>({ ...post, path: `${path}/differences`, body }),
};
