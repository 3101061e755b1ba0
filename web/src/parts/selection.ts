/** Rows that a person chose, and the one from which a range grows. */
export interface Selection {
  ids: ReadonlySet<string>;
  anchor?: string;
}

export const nothing: Selection = { ids: new Set() };

/** Takes a row in, or out; it becomes the start of the next range. */
export function toggle(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/** Takes in all rows from the anchor to this one, in the order shown; without an anchor, this one only. */
export function extend(selection: Selection, order: readonly string[], id: string): Selection {
  const from = selection.anchor === undefined ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return toggle(selection, id);
  const ids = new Set(selection.ids);
  for (const one of order.slice(Math.min(from, to), Math.max(from, to) + 1)) ids.add(one);
  return { ids, anchor: selection.anchor };
}

/** All rows shown, or none where all are chosen already. */
export function all(selection: Selection, order: readonly string[]): Selection {
  return order.every((id) => selection.ids.has(id)) ? nothing : { ids: new Set(order), anchor: order[0] };
}
