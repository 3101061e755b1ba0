import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  onCleanup,
  onMount,
  Show,
} from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { t } from '../../words/words.ts';
import type { TaskRow } from './form.ts';
import { linesOf, type Mark, marksOf } from './marks.ts';
import type { Paper } from './paper.ts';
import css from './source.module.css';

/** The field that has the eye: a row (-1 is the head) and its part; `task` is the whole row. */
export interface Lit {
  row: number;
  part: string;
}

/** The text on one side, with what became of its words; words chosen in it become a task. */
export function Source(props: {
  paper: Paper;
  tasks: readonly TaskRow[];
  lit: Lit | undefined;
  pick: (row: number, part: Mark['part']) => void;
  add: (span: [number, number]) => void;
}) {
  const id = createUniqueId();
  const lines = createMemo(() => linesOf(props.paper.source, marksOf(props.paper, props.tasks)));
  const [at, setAt] = createSignal(-1);
  const [from, setFrom] = createSignal(-1);
  const [chosen, setChosen] = createSignal<[number, number]>();
  let pane: HTMLDivElement | undefined;

  const isLit = (marks: readonly Mark[]) => {
    const lit = props.lit;
    if (!lit) return false;
    return marks.some(
      ({ row, part }) =>
        row === lit.row && (part === lit.part || (part === 'task' && lit.part === 'content')),
    );
  };
  createEffect(() => {
    if (!props.lit) return;
    requestAnimationFrame(() => {
      const first = pane?.querySelector<HTMLElement>('[data-lit]');
      if (!first || !pane) return;
      const [inner, outer] = [first.getBoundingClientRect(), pane.getBoundingClientRect()];
      if (inner.top < outer.top || inner.bottom > outer.bottom)
        pane.scrollTop += inner.top - outer.top - outer.height / 3;
    });
  });
  onMount(() => {
    const changed = () => setChosen(pane && spanOf(pane));
    document.addEventListener('selectionchange', changed);
    onCleanup(() => document.removeEventListener('selectionchange', changed));
  });
  const add = () => {
    const [low, high] = [Math.min(at(), from()), Math.max(at(), from())];
    const span = chosen() ?? (low >= 0 ? [lines()[low]!.start, lines()[high]!.end] : undefined);
    if (!span) return;
    props.add([span[0]!, span[1]!]);
    getSelection()?.removeAllRanges();
  };

  function move(step: number, extend: boolean) {
    const all = lines();
    let next = at() < 0 && step > 0 ? -1 : at();
    do next += step;
    while (all[next] && !all[next]!.segments.length);
    if (!all[next]) return;
    setAt(next);
    if (!extend) setFrom(next);
    pane?.querySelector(`[data-line="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  }
  function key(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') move(1, event.shiftKey);
    else if (event.key === 'ArrowUp') move(-1, event.shiftKey);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) add();
    else return;
    event.preventDefault();
  }
  const within = (index: number) =>
    at() >= 0 && index >= Math.min(at(), from()) && index <= Math.max(at(), from());

  return (
    <section class={css.source} aria-labelledby={id}>
      <header class={css.head}>
        <h2 id={id}>
          {t('source.title')} <span class={css.name}>{props.paper.name}</span>
        </h2>
        <Button small disabled={!chosen() && at() < 0} title="Alt+A" data-add onClick={add}>
          {t('source.add')}
        </Button>
      </header>
      <div
        ref={pane}
        class={css.pane}
        role="listbox"
        tabIndex={0}
        aria-multiselectable="true"
        aria-label={t('source.label')}
        aria-activedescendant={at() >= 0 ? `${id}-${at()}` : undefined}
        onKeyDown={key}
      >
        <For each={lines()}>
          {(line, index) => (
            <Show when={line.segments.length > 0} fallback={<div class={css.blank} role="presentation" />}>
              <div
                class={css.line}
                role="option"
                tabIndex={-1}
                id={`${id}-${index()}`}
                data-line={index()}
                aria-selected={within(index())}
              >
                <For each={line.segments}>
                  {(segment) => (
                    // biome-ignore lint/a11y/noStaticElementInteractions: a click goes to the field; the form is reached by keys itself
                    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
                    <span
                      class={css.words}
                      data-start={segment.start}
                      data-parts={segment.marks.map(({ part }) => part).join(' ') || undefined}
                      data-n={segment.opens === undefined ? undefined : segment.opens + 1}
                      data-lit={isLit(segment.marks) ? '' : undefined}
                      onClick={() => {
                        const mark = segment.marks.at(-1);
                        if (mark && getSelection()?.isCollapsed !== false) props.pick(mark.row, mark.part);
                      }}
                    >
                      {segment.text}
                    </span>
                  )}
                </For>
              </div>
            </Show>
          )}
        </For>
      </div>
      <p class={css.legend}>
        {t('source.legend')} {t('source.hint')}
      </p>
    </section>
  );
}

/** The stretch of the source that is selected in the pane. */
function spanOf(pane: HTMLElement): [number, number] | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!pane.contains(range.commonAncestorContainer)) return undefined;
  const start = offsetOf(range.startContainer, range.startOffset, pane, false);
  const end = offsetOf(range.endContainer, range.endOffset, pane, true);
  return start !== undefined && end !== undefined && end - start > 2 ? [start, end] : undefined;
}

/** The offset in the source of a place in the pane; between words, of the nearest words before or after it. */
function offsetOf(node: Node, offset: number, pane: HTMLElement, last: boolean): number | undefined {
  const words = node.parentElement?.closest<HTMLElement>('[data-start]');
  if (node instanceof Text && words) return Number(words.dataset.start) + offset;
  const all = [...pane.querySelectorAll<HTMLElement>('[data-start]')];
  const place = document.createRange();
  place.setStart(node, offset);
  const before = all.filter((one) => place.comparePoint(one, 0) < 0);
  const near = last ? before.at(-1) : (all[before.length] ?? before.at(-1));
  if (!near) return undefined;
  return Number(near.dataset.start) + (last ? (near.textContent?.length ?? 0) : 0);
}
