import { useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, on } from 'solid-js';
import { api } from '../../api.ts';
import { decided } from '../../parts/deciding.ts';
import { usePaged } from '../../parts/paged.ts';
import { isOfficer, useSession } from '../../session.tsx';
import type { Params } from './filters.tsx';
import { type Line, linesOf, type Waiting } from './lines.ts';

/** The queue as its address asks for it, page after page, and the line in work. */
export function useQueue() {
  const session = useSession();
  const [found, setParams] = useSearchParams();
  const params = found as Params;
  const [at, setAt] = createSignal<string>();
  const [open, setOpen] = createSignal<ReadonlySet<string>>(new Set());
  const asked = () => ({
    department: isOfficer(session) && !params.moi ? session.person.unit.id : params.phong,
    field: params.linhvuc,
  });

  const list = usePaged<Waiting>(() => {
    const query = asked();
    const flat = params.xem === 'dong';
    return {
      key: ['figures', 'assignments', 'queue', flat, query],
      load: async (cursor) => {
        const page = { ...query, ...(cursor ? { cursor } : {}) };
        if (!flat) {
          const { items, cursor: next } = await api.queue(page);
          return { items: items.map((group) => ({ group })), cursor: next };
        }
        const { items, cursor: next } = await api.assignments({ ...page, status: 'reported', limit: 200 });
        return { items: items.map((item) => ({ item })), cursor: next };
      },
    };
  });
  const lines = createMemo(() => linesOf(list.rows(), decided, open()));
  const reports = createMemo(() => linesOf(list.rows(), decided, new Set()).flatMap((line) => line.items));
  const place = () => lines().findIndex((line) => line.id === at());

  // The line that takes the place of one that was decided is the next in work.
  createEffect(
    on(lines, (next, before) => {
      if (!next.some((line) => line.id === at())) {
        const was = (before ?? []).findIndex((line) => line.id === at());
        setAt(next[Math.min(Math.max(was, 0), next.length - 1)]?.id);
      }
      return next;
    }),
  );

  return {
    list,
    params,
    set: (change: Params) => setParams({ ...change }, { replace: true }),
    lines,
    /** Every report that waits, once. */
    reports,
    at,
    setAt,
    current: (): Line | undefined => lines()[place()],
    isOpen: (id: string) => open().has(id),
    /** Shows the units of a task, or hides them. */
    unfold: (id: string, shown = !open().has(id)) => {
      const next = new Set(open());
      if (shown) next.add(id);
      else next.delete(id);
      setOpen(next);
    },
  };
}
