import { Trouble } from '../trouble.ts';
import type { Item } from './format.ts';

/** Takes one item of a schema to the next: itself, changed, several, or none. */
export type Step = (item: Item) => Item[];

/**
 * The steps forward: the first takes an item of schema 1 to schema 2, and so on. A step is added with every change of
 * the rows that older rows do not already satisfy, and is never taken out.
 */
export const steps: readonly Step[] = [];

/** The schema that this program's rows have. */
export const schemaOf = (all: readonly Step[] = steps): number => all.length + 1;

/**
 * Takes an item of an older schema to the present one.
 * @throws Trouble `bad-archive` for a newer schema than this program's
 */
export function forward(item: Item, from: number, all: readonly Step[] = steps): Item[] {
  if (from > schemaOf(all)) {
    throw new Trouble(
      'bad-archive',
      'Dữ liệu trong tệp có cấu trúc mới hơn phiên bản này. Hãy nâng cấp rồi nhập lại; chưa ghi gì.',
    );
  }
  return all.slice(from - 1).reduce((items, step) => items.flatMap(step), [item]);
}
