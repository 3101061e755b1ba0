import { readInput } from '@tddh/domain/input';
import { Refusal } from '@tddh/domain/refusal';
import { createSignal } from 'solid-js';
import type { GenericSchema, InferOutput } from 'valibot';
import { say, sayProblem } from '../../parts/toasts.ts';
import { Problem } from '../../problem.ts';
import { client } from '../../queries.ts';
import { t } from '../../words/words.ts';
import { useFaults } from '../entry/faults.ts';

/** A form that adds one thing: judged by the domain's schema, sent, its faults at their fields. */
export function useAdding(form: () => HTMLFormElement | undefined) {
  const [busy, setBusy] = createSignal(false);
  const faults = useFaults(form);
  return {
    busy,
    fault: faults.at,
    forget: faults.forget,
    async send<S extends GenericSchema>(
      schema: S,
      input: { name: string },
      add: (body: InferOutput<S>) => Promise<unknown>,
    ) {
      const body = readInput(schema, input);
      if (body instanceof Refusal) {
        faults.show(body.faults);
        return false;
      }
      if (busy()) return false;
      setBusy(true);
      try {
        await add(body as InferOutput<S>);
        say(t('manage.added', { name: input.name }), 'good');
        // Not awaited: the form is empty at once, or what is typed next would be wiped.
        void client.invalidateQueries();
        form()?.querySelector('input')?.focus();
        return true;
      } catch (error) {
        if (error instanceof Problem && error.errors.length > 0) faults.show(error.errors);
        else sayProblem(error);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
