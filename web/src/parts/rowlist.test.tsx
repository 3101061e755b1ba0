import { cleanup, render } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, expect, test } from 'vitest';
import { Cell } from './cell.tsx';
import { useKeys } from './keys.ts';
import { type Heading, RowList } from './rowlist.tsx';

afterEach(cleanup);
interface Line {
  id: string;
}
const lines = (n: number): Line[] => Array.from({ length: n }, (_, i) => ({ id: `r${i + 1}` }));

/** A list beside a field, with a key that chooses and one that takes the row in work away; all that its keys did. */
function show(first: readonly (Line | Heading)[]) {
  const [rows, setRows] = createSignal(first);
  const [at, setAt] = createSignal<string>();
  const done: string[] = [];
  function Page() {
    useKeys({
      x: () => done.push(`x ${at()}`),
      c: () => {
        const place = rows().findIndex((row) => row.id === at());
        setRows(rows().filter((row) => row.id !== at()));
        setAt(rows()[place]?.id);
      },
    });
    return (
      <>
        <input />
        <RowList
          label="Việc"
          rows={rows()}
          height={48}
          at={at()}
          move={setAt}
          open={(row) => done.push(`open ${row.id}`)}
        >
          {(row) => <Cell>{row().id}</Cell>}
        </RowList>
      </>
    );
  }
  render(() => <Page />);
  return { setRows, at, done };
}
const focused = () => (document.activeElement as HTMLElement).dataset.row;
/** Types as the browser does: each key goes to what has the focus when it comes. Nothing is waited for. */
function type(...keys: string[]) {
  for (const key of keys) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }
}

test('keys typed without a pause act each on the row that the one before has reached', () => {
  const { done } = show(lines(500));
  type('j', 'j', 'j', 'x', 'Enter', 'k', 'x', 'Enter');
  expect(done).toEqual(['x r3', 'open r3', 'x r2', 'open r2']);
  expect(focused()).toBe('r2');
});

test('a row that was far out of sight has the focus before the next key comes', () => {
  const { done } = show(lines(500));
  type('j', 'End', 'x', 'Enter', 'ArrowUp', 'Enter', 'Home', 'PageDown', 'Enter');
  expect(done).toEqual(['x r500', 'open r500', 'open r499', 'open r11']);
});

test('headings are passed over', () => {
  const heading = { id: 'h', heading: 'Sắp đến hạn' };
  const [one, two, three] = lines(3);
  const { done } = show([one!, heading, two!, three!]);
  type('j', 'j', 'Enter', 'k', 'Enter', 'End', 'Enter');
  expect(done).toEqual(['open r2', 'open r1', 'open r3']);
});

test('where the row in work goes away, the next one has the focus before the next key comes', () => {
  const { done } = show(lines(30));
  type('j', 'j', 'c', 'x', 'Enter', 'c', 'c', 'Enter');
  expect(done).toEqual(['x r3', 'open r3', 'open r5']);
  expect(focused()).toBe('r5');
});

test('the focus stays with its row where rows come before it or others go', () => {
  const { setRows, done } = show(lines(30));
  type('j', 'j');
  const element = document.activeElement;
  setRows([{ id: 'new' }, { id: 'r2' }, ...lines(30).slice(5)]);
  expect(document.activeElement).toBe(element);
  type('Enter', 'k', 'Enter');
  expect(done).toEqual(['open r2', 'open new']);
});

test('a list takes no focus from a field in which somebody types', () => {
  const { setRows, at } = show(lines(30));
  type('j');
  const field = document.querySelector('input') as HTMLInputElement;
  field.focus();
  setRows(lines(30).slice(3));
  type('j', 'x', 'Enter');
  expect(document.activeElement).toBe(field);
  expect(at()).toBe('r1');
});
