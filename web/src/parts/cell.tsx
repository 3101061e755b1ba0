import type { JSX } from 'solid-js';

/** A cell of a row that is placed by hand, or of the head of such rows; read as in a table. */
export function Cell(props: {
  class?: string;
  head?: boolean;
  sort?: 'ascending' | 'descending';
  children?: JSX.Element;
}) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: only heads are sorted
    <span class={props.class} role={props.head ? 'columnheader' : 'gridcell'} aria-sort={props.sort}>
      {props.children}
    </span>
  );
}
