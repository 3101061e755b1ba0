import { createWindowVirtualizer } from '@tanstack/solid-virtual';
import {
  createEffect,
  createMemo,
  createSignal,
  For,
  type JSX,
  on,
  onCleanup,
  onMount,
  Show,
} from 'solid-js';
import { Cell } from './cell.tsx';
import { useKeys } from './keys.ts';
import css from './rowlist.module.css';

/** A line between rows that names a group. */
export interface Heading {
  id: string;
  heading: string;
}

export interface RowListProps<T> {
  label: string;
  /** Rows, and headings between them. */
  rows: readonly (T | Heading)[];
  /** Height of a row in px; all rows are alike, so that thousands scroll smoothly. */
  height: number;
  /** The head, a row of `columnheader`s that stays in sight. */
  head?: JSX.Element;
  /** Id of the row that the keys are on. */
  at: string | undefined;
  move: (id: string) => void;
  open?: (row: T) => void;
  selected?: ReadonlySet<string>;
  /** Ctrl A on a row. */
  all?: () => void;
  /** Cells of a row, each of role `gridcell`. */
  children: (row: () => T) => JSX.Element;
}

/** A list of thousands of rows of which only those in sight stand in the page. J, K, arrows, Home, End, Enter. */
export function RowList<T extends { id: string }>(props: RowListProps<T>) {
  let box: HTMLDivElement | undefined;
  let area: HTMLDivElement | undefined;
  const [top, setTop] = createSignal(0);
  const virtual = createWindowVirtualizer<HTMLDivElement>({
    get count() {
      return props.rows.length;
    },
    estimateSize: (index) => (isHeading(props.rows[index]) ? headingHeight : props.height),
    overscan: 10,
    get scrollMargin() {
      return top();
    },
    scrollPaddingStart: 104,
    scrollPaddingEnd: 72,
  });
  createEffect(
    on(
      () => [props.height, props.rows.filter(isHeading).length],
      () => virtual.measure(),
      { defer: true },
    ),
  );
  onMount(() => {
    const place = () => area && setTop(Math.round(area.getBoundingClientRect().top + window.scrollY));
    const watch = new ResizeObserver(place);
    watch.observe(document.body);
    if (box?.parentElement) watch.observe(box.parentElement);
    place();
    onCleanup(() => watch.disconnect());
  });

  const place = createMemo(() => props.rows.findIndex((row) => row.id === props.at));
  function go(to: number) {
    const way = to < place() ? -1 : 1;
    let index = Math.max(0, Math.min(to, props.rows.length - 1));
    while (isHeading(props.rows[index])) index += index === 0 ? 1 : way;
    const row = props.rows[index];
    if (!row) return;
    props.move(row.id);
    virtual.scrollToIndex(index, { align: 'auto' });
    requestAnimationFrame(() => focusRow(row.id));
  }
  const focusRow = (id: string) =>
    area?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  // Where rows went away, the element that holds the focus may show another row: the row in work keeps it.
  createEffect(
    on(
      () => [props.at, props.rows] as const,
      ([at]) =>
        requestAnimationFrame(() => {
          const held = document.activeElement as HTMLElement | null;
          if (at && held?.dataset.row && held.dataset.row !== at && area?.contains(held)) focusRow(at);
        }),
      { defer: true },
    ),
  );
  const next = () => go(place() + 1);
  const before = () => go(Math.max(place() - 1, 0));
  useKeys({ j: next, k: before });

  const keys: Record<string, () => void> = {
    ArrowDown: next,
    ArrowUp: before,
    Home: () => go(0),
    End: () => go(props.rows.length - 1),
    PageDown: () => go(place() + 10),
    PageUp: () => go(place() - 10),
  };
  function key(event: KeyboardEvent) {
    if ((event.ctrlKey || event.metaKey) && event.key === 'a' && props.all) {
      event.preventDefault();
      props.all();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onRow = (event.target as HTMLElement).dataset.row !== undefined;
    const row = props.rows[place()];
    const arrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    const open = row && !isHeading(row) && props.open ? () => props.open?.(row) : undefined;
    const act = event.key === 'Enter' ? open : keys[event.key];
    if (!act || (!onRow && !arrow)) return;
    event.preventDefault();
    act();
  }
  const first = createMemo(() => props.rows.findIndex((row) => !isHeading(row)));
  const tabbable = (id: string, index: number) => id === props.at || (place() < 0 && index === first());
  const shown = (index: number) => {
    const row = props.rows[index];
    return row && !isHeading(row) ? row : undefined;
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by hand, which a table does not allow
    <div
      ref={box}
      class={css.list}
      role="grid"
      tabIndex={-1}
      aria-label={props.label}
      aria-rowcount={props.rows.length + (props.head ? 1 : 0)}
      aria-multiselectable={props.selected ? true : undefined}
      onKeyDown={key}
    >
      <Show when={props.head}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the head is read, its buttons take the focus */}
        <div class={css.head} role="row" aria-rowindex={1}>
          {props.head}
        </div>
      </Show>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div ref={area} class={css.rows} role="rowgroup" style={{ height: `${virtual.getTotalSize()}px` }}>
        <For each={virtual.getVirtualItems()}>
          {(item) => (
            <Show
              when={shown(item.index)}
              fallback={<Line text={props.rows[item.index]} at={item.start - top()} index={item.index} />}
            >
              {(row) => (
                // biome-ignore lint/a11y/useSemanticElements: see above
                <div
                  class={css.row}
                  role="row"
                  data-row={row().id}
                  data-last={item.index === props.rows.length - 1 ? '' : undefined}
                  data-at={row().id === props.at ? '' : undefined}
                  tabIndex={tabbable(row().id, item.index) ? 0 : -1}
                  aria-rowindex={item.index + (props.head ? 2 : 1)}
                  aria-selected={props.selected ? props.selected.has(row().id) : undefined}
                  style={{ height: `${props.height}px`, transform: `translateY(${item.start - top()}px)` }}
                  onFocusIn={() => props.at !== row().id && props.move(row().id)}
                >
                  {props.children(row)}
                </div>
              )}
            </Show>
          )}
        </For>
      </div>
    </div>
  );
}

/** Height of a heading in px, as in the style sheet: a fixed style in the markup would break the page's policy. */
const headingHeight = 40;

function isHeading(row: object | undefined): row is Heading {
  return row !== undefined && 'heading' in row;
}

function Line(props: { text: object | undefined; at: number; index: number }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row among rows that are placed by hand
    // biome-ignore lint/a11y/useFocusableInteractive: a heading is read, not acted on
    <div
      class={css.line}
      role="row"
      aria-rowindex={props.index + 1}
      style={{ transform: `translateY(${props.at}px)` }}
    >
      <Cell>{isHeading(props.text) ? props.text.heading : ''}</Cell>
    </div>
  );
}
