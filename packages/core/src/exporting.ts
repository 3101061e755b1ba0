import type { AssignmentFilter } from '@tddh/domain/filter';
import { Refusal } from '@tddh/domain/refusal';
import type { Desk } from './desk.ts';
import type { Item } from './item.ts';
import { listAssignments } from './lists.ts';

/** Assignments that one answer holds at most; a longer list is a job. */
export const mostExported = 20_000;

/**
 * The assignments of a list, page by page: exactly what the same person sees on the page, no more.
 * @throws Refusal `too_large` where there are more than an answer holds; what the list refuses
 */
export async function* exportedItems(desk: Desk, filter: AssignmentFilter): AsyncGenerator<Item> {
  let cursor: string | undefined;
  let count = 0;
  do {
    const page = await listAssignments(desk, { ...filter, limit: 200, ...(cursor ? { cursor } : {}) });
    for (const item of page.items) {
      count += 1;
      if (count > mostExported) {
        throw new Refusal('too_large', `Danh sách dài hơn ${mostExported} dòng.`);
      }
      yield item;
    }
    cursor = page.cursor ?? undefined;
  } while (cursor);
}
