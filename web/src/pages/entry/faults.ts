import type { Fault } from '@tddh/domain/refusal';
import { createSignal } from 'solid-js';

/** What is wrong with a form, by the path of the field; `focusFirst` goes to the first field that shows a fault. */
export function useFaults(form: () => HTMLElement | undefined) {
  const [faults, setFaults] = createSignal<readonly Fault[]>([]);
  /** A field of a row has what lies within it too; the list of rows alone has not what is wrong in its rows. */
  const has = ({ path }: Fault, field: string) =>
    path === field || (field.includes('.') && path.startsWith(`${field}.`));
  return {
    all: faults,
    at: (path: string) => faults().find((fault) => has(fault, path))?.message,
    /** Takes back what is said of fields that were changed since. */
    forget: (...paths: string[]) =>
      setFaults((all) => all.filter((fault) => !paths.some((path) => has(fault, path)))),
    show: (list: readonly Fault[]) => {
      setFaults(list);
      form()?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    },
  };
}
