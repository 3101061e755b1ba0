import { useQuery as useSuspending, useInfiniteQuery as useSuspendingInfinite } from '@tanstack/solid-query';
import { createMemo, createRoot, onCleanup } from 'solid-js';

/**
 * The library's `useQuery`, of which nothing ever suspends: a part that reads what is known already would else take its
 * whole page out of the document for a moment, and the focus out of the field in which somebody types.
 */
export const useQuery = ((...asked: Parameters<typeof useSuspending>) =>
  settled(useSuspending(...asked))) as typeof useSuspending;

/** The library's `useInfiniteQuery`, of which nothing ever suspends either. */
export const useInfiniteQuery = ((...asked: Parameters<typeof useSuspendingInfinite>) =>
  settled(useSuspendingInfinite(...asked))) as typeof useSuspendingInfinite;

/** A query whose data are read where no boundary of the page is known, so that none waits for them. */
function settled<Query extends object & { data: unknown }>(query: Query): Query {
  const data = createRoot((end) => ({ read: createMemo(() => query.data), end }), null);
  onCleanup(data.end);
  return new Proxy(query, {
    get: (target, name) => (name === 'data' ? data.read() : Reflect.get(target, name)),
  });
}
