import { createEffect, createSignal, on } from 'solid-js';
import { confirmMany, confirmOne, sendMany } from '../../parts/deciding.ts';
import type { Outcome } from '../../parts/results.tsx';
import { all, extend, nothing, toggle } from '../../parts/selection.ts';
import type { AssignmentItem, Confirmed } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import { isTask, type Line } from './lines.ts';
import type { useQueue } from './work.ts';

/** What is chosen in the queue, and what a key decides: the selection, else the line in work. */
export function useDecisions(queue: ReturnType<typeof useQueue>, narrow: () => boolean) {
  const { at, current, lines } = queue;
  const [chosen, setChosen] = createSignal(nothing);
  const [returning, setReturning] = createSignal(false);
  /** Reports that one reason is asked for. */
  const [giving, setGiving] = createSignal<readonly AssignmentItem[]>();
  const [sheet, setSheet] = createSignal(false);
  const [results, setResults] = createSignal<Outcome>();
  const order = () => queue.reports().map((item) => item.id);
  const picked = () => queue.reports().filter((item) => chosen().ids.has(item.id));
  const whole = (line: Line) => line.items.every((item) => chosen().ids.has(item.id));
  /** What a key decides: what is chosen, else the line in work. */
  const meant = () => (picked().length > 0 ? picked() : (current()?.items ?? []));

  createEffect(on(at, () => setReturning(false), { defer: true }));
  const tell = (items: readonly AssignmentItem[]) => (told: Confirmed['results']) =>
    setResults({
      ...{ results: told, items },
      words: { title: t('many.results'), ok: t('many.ok'), bad: t('many.bad') },
    });
  function confirm(items = meant()) {
    const [only] = items;
    if (!only) return;
    const was = at();
    if (items.length > 1) confirmMany(items, (told) => setResults({ results: told, items }));
    else confirmOne(only, () => queue.setAt(was));
    setChosen(nothing);
    setSheet(false);
  }
  function giveBack(items = meant()) {
    if (items.length > 1) setGiving(items);
    else if (items.length === 1 && current()?.items[0] === items[0]) {
      if (narrow()) setSheet(true);
      setReturning(true);
    } else if (items.length === 1) setGiving(items);
  }
  function chase() {
    const missing = current()?.group?.missing ?? [];
    sendMany({
      ...{ rows: missing, verb: 'remind', body: {}, told: tell(missing) },
      text: t('many.chased', { n: missing.length }),
      some: (ok, bad) => t('many.chaseSome', { ok, bad }),
    });
  }
  function choose(line: Line | undefined, range: boolean) {
    const [first] = line?.items ?? [];
    if (!line || !first) return;
    if (range) return setChosen(extend(chosen(), order(), line.items.at(-1)!.id));
    if (!isTask(line)) return setChosen(toggle(chosen(), first.id));
    const ids = new Set(chosen().ids);
    for (const item of line.items) {
      if (whole(line)) ids.delete(item.id);
      else ids.add(item.id);
    }
    return setChosen({ ids, anchor: first.id });
  }
  const selected = () =>
    new Set([
      ...chosen().ids,
      ...lines()
        .filter(whole)
        .map((line) => line.id),
    ]);
  const everything = () => setChosen(all(chosen(), order()));

  return {
    ...{ chosen, picked, whole, selected, choose, everything, clear: () => setChosen(nothing) },
    ...{ confirm, giveBack, chase, tell, results, setResults },
    ...{ returning, setReturning, giving, setGiving, sheet, setSheet },
  };
}
