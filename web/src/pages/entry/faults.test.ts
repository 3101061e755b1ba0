import { expect, test } from 'vitest';
import { useFaults } from './faults.ts';

test('a field that is mended leaves what is wrong with other fields and rows', () => {
  const faults = useFaults(() => undefined);
  const fault = (path: string) => ({ path, message: path });
  faults.show(['tasks', 'tasks.0.content', 'tasks.0.leads.1', 'tasks.1.dueOn'].map(fault));
  faults.forget('tasks.0.leads', 'tasks');
  expect(faults.all().map(({ path }) => path)).toEqual(['tasks.0.content', 'tasks.1.dueOn']);
  expect(faults.at('tasks.1.dueOn')).toBe('tasks.1.dueOn');
});
