import type { GenericSchema, InferOutput } from 'valibot';
import { say } from '../../parts/toasts.ts';
import { client } from '../../queries.ts';
import { t } from '../../words/words.ts';
import { useSending } from './sending.ts';

/** A form that adds one thing, and is ready for the next at once. */
export function useAdding(form: () => HTMLFormElement | undefined) {
  const { send, ...sending } = useSending(form);
  return {
    ...sending,
    /** Sends what the schema lets through. @returns whether it was added */
    async send<S extends GenericSchema>(
      schema: S,
      input: { name: string },
      add: (body: InferOutput<S>) => Promise<unknown>,
      told = t('manage.added', { name: input.name }),
    ): Promise<boolean> {
      const sent = await send(schema, input, add, () => {
        say(told, 'good');
        // Not awaited: the form is empty at once, or what is typed next would be wiped.
        void client.invalidateQueries();
        form()?.querySelector('input')?.focus();
      });
      return sent !== undefined;
    },
  };
}
