import type { MirrorRowsFilter } from '@tddh/domain/mirror';
import { type Answer, type Api, call } from '../../api.ts';

type Route = Api['mirror'];
export type MirrorAnswer = Answer<Route['$get']>;

/** The calls of the Office's mirror. */
export const mirrorCalls = {
  mirror: (query: object) => call<MirrorAnswer>({ path: '/api/mirror', query }),
  rows: (query: MirrorRowsFilter) => call<Answer<Route['rows']['$get']>>({ path: '/api/mirror/rows', query }),
};
