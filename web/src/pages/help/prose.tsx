import { For } from 'solid-js';

/** A text of the help: “labels” of the product in bold, [keys] as caps. */
export function Prose(props: { text: string }) {
  return (
    <For each={props.text.split(/(“[^”]+”|\[[^\]]+\])/)}>
      {(part) =>
        part.startsWith('“') ? (
          <b>{part.slice(1, -1)}</b>
        ) : part.startsWith('[') ? (
          <kbd>{part.slice(1, -1)}</kbd>
        ) : (
          part
        )
      }
    </For>
  );
}
