/** To the next field of the form, as Tab does; past "không giao" and past "không hạn" where a day is given. */
export function step(from: HTMLElement): void {
  const fields = [
    ...(from
      .closest('form')
      ?.querySelectorAll<HTMLElement>(
        'input:not([tabindex="-1"]), select, textarea, button[type="submit"]',
      ) ?? []),
  ].filter((one) => one === from || !(isBox(one) && (!one.closest('[data-task]') || isDated(from))));
  const next = fields[fields.indexOf(from) + 1];
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}

function isBox(element: HTMLElement): boolean {
  return element instanceof HTMLInputElement && element.type === 'checkbox';
}

function isDated(from: HTMLElement): boolean {
  return from instanceof HTMLInputElement && from.type === 'text' && from.value !== '';
}

/** Enter in a field of several lines goes on as in every other one; Shift Enter begins a new line. */
export function stepOnEnter(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  step(event.currentTarget);
}
