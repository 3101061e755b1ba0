import { For, type JSX } from 'solid-js';
import css from './figuretable.module.css';

/** The head of a table: a column each. */
export function Heads(props: { columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        <For each={props.columns}>{(name) => <th scope="col">{name}</th>}</For>
      </tr>
    </thead>
  );
}

/** A table of figures in a box that scrolls, its first column in sight; on paper without the box. */
export function FigureTable(props: {
  label: string;
  columns: readonly string[];
  class?: string;
  /** The bodies of the table, and its foot. */
  children: JSX.Element;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keys
    <section class={css.scroll} aria-label={props.label} tabIndex={0}>
      <table class={`${css.table} ${props.class ?? ''}`}>
        <Heads columns={props.columns} />
        {props.children}
      </table>
    </section>
  );
}
