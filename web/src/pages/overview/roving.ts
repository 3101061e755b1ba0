const arrows: Record<string, [number, number]> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/**
 * One stop of the Tab key for a whole table of links; arrows go from cell to cell, Home and End along a row.
 * Rows are elements with `data-row`, links have `data-col`; the first link has tabIndex 0, the others -1.
 */
export function roving(table: HTMLElement | SVGElement): void {
  const links = (row: Element) => [...row.querySelectorAll<HTMLElement>('[data-col]')];
  table.addEventListener('focusin', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-col]');
    if (!link) return;
    for (const other of table.querySelectorAll('[data-col][tabindex="0"]'))
      other.setAttribute('tabindex', '-1');
    link.setAttribute('tabindex', '0');
  });
  table.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const link = (event.target as Element).closest<HTMLElement>('[data-col]');
    const row = link?.closest('[data-row]');
    if (!link || !row) return;
    const next = target(event.key, link, row);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  function target(key: string, link: HTMLElement, row: Element): HTMLElement | undefined {
    const own = links(row);
    if (key === 'Home') return own[0];
    if (key === 'End') return own.at(-1);
    const step = arrows[key];
    if (!step) return undefined;
    if (step[1]) return own[own.indexOf(link) + step[1]];
    const rows = [...table.querySelectorAll('[data-row]')];
    const beside = rows[rows.indexOf(row) + step[0]];
    if (!beside) return undefined;
    const wanted = Number(link.dataset.col);
    const near = (one: HTMLElement) => Math.abs(Number(one.dataset.col) - wanted);
    return links(beside).sort((a, b) => near(a) - near(b))[0];
  }
}
