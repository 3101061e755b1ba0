import { cleanup, render } from '@solidjs/testing-library';
import { QueryClientProvider } from '@tanstack/solid-query';
import { createSignal, Show } from 'solid-js';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { useCatalog } from './parts/catalog.ts';
import { Region } from './parts/states.tsx';
import { client } from './queries.ts';

afterEach(cleanup);
beforeAll(() => {
  client.setQueryData(['catalog'], {
    units: [],
    fields: [{ id: 'kinhte', name: 'Kinh tế', departmentId: 'p' }],
    types: [],
    calendar: { off: [], working: [] },
  });
});

test('a part that reads what is known already takes no focus from a field of its page', async () => {
  const [more, setMore] = createSignal(false);
  const Fields = () => {
    const catalog = useCatalog();
    return <p>{catalog().fields[0]?.name}</p>;
  };
  const { container } = render(() => (
    <QueryClientProvider client={client}>
      <Region>
        <textarea />
        <Show when={more()}>
          <Fields />
        </Show>
      </Region>
    </QueryClientProvider>
  ));
  const field = container.querySelector('textarea') as HTMLTextAreaElement;
  field.focus();
  setMore(true);
  expect(document.activeElement).toBe(field);
  expect(container.textContent).toBe('Kinh tế');
  await Promise.resolve();
  expect(document.activeElement).toBe(field);
});
