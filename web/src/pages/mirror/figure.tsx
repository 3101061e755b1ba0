import { Show } from 'solid-js';
import { sayFigure } from './figures.ts';

/** A figure of a table: a link to its rows, but where there are none. */
export function Figure(props: { value: number | null; href: string; label: string }) {
  return (
    <Show when={props.value} fallback={sayFigure(props.value)}>
      <a href={props.href} aria-label={`${props.label}: ${sayFigure(props.value)}`}>
        {sayFigure(props.value)}
      </a>
    </Show>
  );
}
