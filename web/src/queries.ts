import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/solid-query';
import { api } from './api.ts';
import { Problem } from './problem.ts';
import type { StatisticsQuery } from './statistics.ts';

/** Everything that pages read, kept by key. A write ends with `invalidate()`. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      retry: (count, error) =>
        count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
    },
  },
});

export const sessionQuery = () =>
  queryOptions({ queryKey: ['session'], queryFn: api.session, staleTime: 300_000 });

/** What is known before signing in; asked anew each time, once where several ask at the same time. */
export const setupQuery = () => queryOptions({ queryKey: ['setup'], queryFn: api.setup, staleTime: 0 });

export const catalogQuery = () =>
  queryOptions({ queryKey: ['catalog'], queryFn: api.catalog, staleTime: 600_000 });

export const statisticsQuery = (query: StatisticsQuery) =>
  queryOptions({
    queryKey: ['figures', 'statistics', query],
    queryFn: () => api.statistics(query),
    placeholderData: keepPreviousData,
  });

export const noticesQuery = () =>
  queryOptions({ queryKey: ['notices'], queryFn: api.notices, staleTime: 60_000, refetchInterval: 120_000 });

/** Asks again for everything that a write may have changed: figures, lists, one assignment, notices. */
export function invalidate(): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'catalog',
  });
}
