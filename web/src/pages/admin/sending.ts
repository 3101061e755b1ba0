import { readInput } from '@tddh/domain/input';
import { Refusal } from '@tddh/domain/refusal';
import { createSignal } from 'solid-js';
import type { GenericSchema, InferOutput } from 'valibot';
import { sayProblem } from '../../parts/toasts.ts';
import { Problem } from '../../problem.ts';
import { useFaults } from '../entry/faults.ts';

/** What a form sends: judged by the domain's schema, one at a time, its faults at their fields. */
export function useSending(form: () => HTMLElement | undefined) {
  const [busy, setBusy] = createSignal(false);
  const faults = useFaults(form);
  return {
    busy,
    fault: faults.at,
    forget: faults.forget,
    /**
     * Sends what the schema lets through, and lets `done` do what follows while the form is still busy.
     * @returns the answer, or undefined where it was refused
     */
    async send<S extends GenericSchema, T>(
      schema: S,
      input: unknown,
      request: (body: InferOutput<S>) => Promise<T>,
      done: (answer: T) => unknown,
    ): Promise<{ answer: T } | undefined> {
      const body = readInput(schema, input);
      if (body instanceof Refusal) {
        faults.show(body.faults);
        return undefined;
      }
      if (busy()) return undefined;
      setBusy(true);
      try {
        const answer = await request(body as InferOutput<S>);
        faults.show([]);
        await done(answer);
        return { answer };
      } catch (error) {
        if (error instanceof Problem && error.errors.length > 0) faults.show(error.errors);
        else sayProblem(error);
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}
