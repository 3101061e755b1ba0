import { cleanup, render } from '@solidjs/testing-library';
import { afterEach, expect, test } from 'vitest';
import { SessionProvider } from '../../session.tsx';
import type { Session } from '../../shapes.ts';
import type { StatisticsTerms } from '../../statistics.ts';
import { loadWords } from '../../words/words.ts';
import { Appendix } from './appendix.tsx';

await loadWords('overview');
afterEach(cleanup);

const terms: StatisticsTerms = {
  period: { from: '2023-04-15', to: '2023-11-30' },
  asOf: '2023-11-30',
  clock: 'confirmation',
  basis: 'assigned',
  scope: 'new',
  by: 'agency',
};
const beside = { extended: 0, paused: 0, backdated: 0, lateEntry: 0, late7: 0, late30: 0, lateMore: 0 };
const rows = [
  {
    unit: { id: 'snv', name: 'Sở Nội vụ' },
    columns: [28, 2, 2, 7.14, 0, 0, 26, 3, 0, 0, 3, 10.71, 23, 19, 67.86, 4, 14.29],
    awaiting: 2,
    ...beside,
  },
  {
    unit: { id: 'bdt', name: 'Ban Dân tộc' },
    columns: [2, 0, 0, 0, 0, 0, 2, 2, 1, 50, 1, 50, 0, 0, 0, 0, 0],
    awaiting: 1,
    ...beside,
  },
];
const total = { columns: [30, 2, 2, 6.67, 0, 0, 28, 5, 1, 3.33, 4, 13.33, 23, 19, 63.33, 4, 13.33] };

function table(closed = false, decimalComma?: true): HTMLTableElement {
  const session = { person: { role: 'leader' }, ...(decimalComma ? { decimalComma } : {}) } as Session;
  const { container } = render(() => (
    <SessionProvider session={session}>
      <Appendix
        of={terms}
        rows={rows}
        total={total}
        totalName="Tổng cộng"
        closed={closed}
        awaiting={3}
        label="Phụ lục"
      />
    </SessionProvider>
  ));
  return container.querySelector('table') as HTMLTableElement;
}

const links = (row: Element) => [...row.querySelectorAll<HTMLAnchorElement>('a')];
const query = (link: HTMLAnchorElement) => Object.fromEntries(new URL(link.href, 'http://x').searchParams);

test('every number of a row, percentages too, opens the assignments that it counts', () => {
  const all = links(table().querySelector('tbody tr')!);
  expect(all.map((link) => query(link).leaf ?? query(link).beside)).toEqual(
    '1 2 3 3 5 5 7 8 9 9 11 11 13 14 14 16 16 awaiting'.split(' '),
  );
  for (const link of all) {
    expect(query(link)).toMatchObject({
      agency: 'snv',
      from: '2023-04-15',
      clock: 'confirmation',
      scope: 'new',
    });
  }
});

test('screens show a decimal comma, and paper a point unless the setting says a comma', () => {
  const cell = table().querySelector('tbody [data-n="4"]')!;
  expect(cell.querySelector('[data-screen]')?.textContent).toBe('7,14');
  expect(cell.querySelector('[data-print]')?.textContent).toBe('7.14');
  const comma = table(false, true).querySelector('tbody [data-n="4"]')!;
  expect(comma.querySelector('[data-print]')?.textContent).toBe('7,14');
});

test('the header has the rows of the official form and its formulas', () => {
  const rows = [...table().querySelectorAll('thead tr')];
  expect(rows.length).toBe(5);
  const width = [...rows[0]!.children].reduce(
    (sum, cell) => sum + Number(cell.getAttribute('colspan') ?? 1),
    0,
  );
  expect(width).toBe(2 + 17 + 1);
  const formulas = [...rows[4]!.children].map((cell) => cell.textContent).slice(2);
  expect(formulas.length).toBe(17);
  expect(formulas[0]).toBe('(1)=(2)+(7)');
  expect(formulas[16]).toBe('(17)= (16)/(1)');
});

test('the total opens everything, but not for an agency, which may not see others', () => {
  expect(links(table().querySelector('tfoot')!).map((link) => query(link).agency)).toEqual(
    Array(18).fill(undefined),
  );
  const closed = table(true).querySelector('tfoot')!;
  expect(links(closed)).toEqual([]);
  expect(closed.textContent).toContain('30');
});

test('the Tab key stops once in the table, arrows go on from there', () => {
  const one = table();
  expect(one.querySelectorAll('[data-col][tabindex="0"]').length).toBe(1);
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  one.querySelector<HTMLElement>('[data-col]')?.focus();
  press('ArrowDown');
  press('ArrowRight');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Ban Dân tộc, cột (2): 0');
  press('End');
  press('ArrowDown');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Tổng cộng, chờ xác nhận: 3');
  expect(one.querySelectorAll('[data-col][tabindex="0"]').length).toBe(1);
});
