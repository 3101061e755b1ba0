import type { GenericSchema, InferOutput } from 'valibot';
import { say } from '../../parts/toasts.ts';
import { client } from '../../queries.ts';
import { t } from '../../words/words.ts';
import { useSending } from './sending.ts';

/** A form that changes something: what it changed is asked again before the form is free. */
export function useEditing(form: () => HTMLElement | undefined) {
  const { send, ...sending } = useSending(form);
  return {
    ...sending,
    /** Sends what the schema lets through. @returns the answer, or undefined where it was refused */
    async send<S extends GenericSchema, T>(
      schema: S,
      input: unknown,
      request: (body: InferOutput<S>) => Promise<T>,
      told = t('manage.saved'),
    ): Promise<T | undefined> {
      const sent = await send(schema, input, request, () => {
        say(told, 'good');
        return client.invalidateQueries();
      });
      return sent?.answer;
    },
  };
}
