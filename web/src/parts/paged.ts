import { keepPreviousData } from '@tanstack/solid-query';
import { createEffect, createMemo } from 'solid-js';
import { unwrap } from 'solid-js/store';
import { useInfiniteQuery } from '../query.ts';
import type { Page } from '../shapes.ts';

/** So many rows are loaded at most; who needs more narrows the filter. */
const mostRows = 10_000;

/**
 * A list that comes a page at a time: the first page is shown at once, the others follow in the background. Never
 * suspends. `rows` of the list before stay while the next one loads.
 */
export function usePaged<T>(
  asked: () => { key: readonly unknown[]; load: (cursor: string | undefined) => Promise<Page<T>> },
) {
  const query = useInfiniteQuery(() => {
    const { key, load } = asked();
    return {
      queryKey: key,
      queryFn: ({ pageParam }: { pageParam: string | undefined }) => load(pageParam),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last: Page<T>, pages: Page<T>[]) =>
        pages.reduce((n, page) => n + page.items.length, 0) >= mostRows
          ? undefined
          : (last.cursor ?? undefined),
      placeholderData: keepPreviousData,
      refetchOnWindowFocus: false,
    };
  });
  createEffect(() => {
    if (query.hasNextPage && !query.isFetching && !query.isPlaceholderData && !query.isError) {
      void query.fetchNextPage();
    }
  });
  const rows = createMemo(() => {
    const data = query.isSuccess ? query.data : undefined;
    return data ? unwrap(data).pages.flatMap((page) => page.items) : [];
  });
  return {
    rows,
    /** True once there is something to show, be it nothing. */
    ready: () => query.isSuccess,
    /** True once every row is here. */
    complete: () => query.isSuccess && !query.isPlaceholderData && !query.hasNextPage,
    /** True where rows were left out, since there are too many. */
    capped: () => rows().length >= mostRows,
    stale: () => query.isPlaceholderData,
    error: () => (query.isError && !query.isSuccess ? query.error : undefined),
    retry: () => void query.refetch(),
  };
}
