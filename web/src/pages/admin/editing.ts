import { readInput } from '@tddh/domain/input';
import { Refusal } from '@tddh/domain/refusal';
import { createSignal } from 'solid-js';
import type { GenericSchema, InferOutput } from 'valibot';
import { say, sayProblem } from '../../parts/toasts.ts';
import { Problem } from '../../problem.ts';
import { client } from '../../queries.ts';
import { t } from '../../words/words.ts';
import { useFaults } from '../entry/faults.ts';

/** A form that changes something: judged by the domain's schema, sent, its faults at their fields. */
export function useEditing(form: () => HTMLElement | undefined) {
  const [busy, setBusy] = createSignal(false);
  const faults = useFaults(form);
  return {
    busy,
    fault: faults.at,
    forget: faults.forget,
    /** Sends what the schema lets through. @returns the answer, or undefined where it was refused */
    async send<S extends GenericSchema, T>(
      schema: S,
      input: unknown,
      request: (body: InferOutput<S>) => Promise<T>,
      told = t('manage.saved'),
    ): Promise<T | undefined> {
      const body = readInput(schema, input);
      if (body instanceof Refusal) {
        faults.show(body.faults);
        return undefined;
      }
      if (busy()) return undefined;
      setBusy(true);
      try {
        const answer = await request(body as InferOutput<S>);
        say(told, 'good');
        faults.show([]);
        await client.invalidateQueries();
        return answer;
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
