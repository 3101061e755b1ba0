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

/**
 * A list of thousands of rows of which only those in sight stand in the page, and the row in work wherever it is. That
 * row takes the focus within the key that moves to it, so that the next key finds it there, however fast it is typed.
 * J, K, arrows, Home, End, Page Up, Page Down, Enter.
 */
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

  const indexes = createMemo(() => new Map(props.rows.map((row, index) => [row.id, index])));
  const place = () => (props.at === undefined ? -1 : (indexes().get(props.at) ?? -1));
  const headings = createMemo(() => props.rows.flatMap((row, index) => (isHeading(row) ? [index] : [])));
  const topOf = (index: number) => {
    const above = headings().filter((one) => one < index).length;
    return (index - above) * props.height + above * headingHeight;
  };
  /** Ids of what stands in the page, so that an element stays with its row where others come or go. */
  const shown = createMemo(() => {
    const seen = virtual.getVirtualItems().map((item) => item.index);
    const at = place();
    if (at >= 0 && !seen.includes(at)) seen.splice(at < (seen[0] ?? 0) ? 0 : seen.length, 0, at);
    return seen.flatMap((index) => props.rows[index]?.id ?? []);
  });

  const focusRow = (id: string) =>
    area?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  function go(to: number) {
    const way = to < place() ? -1 : 1;
    let index = Math.max(0, Math.min(to, props.rows.length - 1));
    while (isHeading(props.rows[index])) index += index === 0 ? 1 : way;
    const row = props.rows[index];
    if (!row) return;
    props.move(row.id);
    focusRow(row.id);
    virtual.scrollToIndex(index, { align: 'auto' });
  }
  /** The focus was in the list last: where its row goes away, the focus falls on the page, and is still the list's. */
  let held = false;
  const adrift = () => held && (!document.activeElement || document.activeElement === document.body);
  // Also where its element was moved among others, which takes the focus from it.
  createEffect(
    on(
      () => [props.at, props.rows, shown()] as const,
      ([at]) => {
        const row = (document.activeElement as HTMLElement | null)?.dataset.row;
        if (at !== undefined && (adrift() || (held && row !== undefined && row !== at))) focusRow(at);
      },
      { defer: true },
    ),
  );
  onMount(() => {
    const watch = (event: FocusEvent) => {
      held = area?.contains(event.target as Node) === true;
    };
    const lost = (event: KeyboardEvent) => event.target === document.body && adrift() && key(event);
    document.addEventListener('focusin', watch);
    window.addEventListener('keydown', lost);
    onCleanup(() => {
      document.removeEventListener('focusin', watch);
      window.removeEventListener('keydown', lost);
    });
  });
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
    const onRow = (event.target as HTMLElement).dataset.row !== undefined || adrift();
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
        <For each={shown()}>
          {(id) => {
            const index = createMemo<number>((last) => indexes().get(id) ?? last, 0);
            const item = createMemo<T | Heading>((last) => props.rows[indexes().get(id) ?? -1] ?? last!);
            const row = () => item() as T;
            return (
              <Show
                when={!isHeading(item())}
                fallback={<Line text={item()} at={topOf(index())} index={index()} />}
              >
                {/* biome-ignore lint/a11y/useSemanticElements: see above */}
                <div
                  class={css.row}
                  role="row"
                  data-row={id}
                  data-last={index() === props.rows.length - 1 ? '' : undefined}
                  data-at={id === props.at ? '' : undefined}
                  tabIndex={tabbable(id, index()) ? 0 : -1}
                  aria-rowindex={index() + (props.head ? 2 : 1)}
                  aria-selected={props.selected ? props.selected.has(id) : undefined}
                  style={{ height: `${props.height}px`, transform: `translateY(${topOf(index())}px)` }}
                  onFocusIn={() => props.at !== id && props.move(id)}
                >
                  {props.children(row)}
                </div>
              </Show>
            );
          }}
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
