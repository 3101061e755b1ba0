import { aDocument } from '@tddh/core/testing';
import { expect, inject, test } from 'vitest';
import { entered, testApi } from '../testing.ts';

const task = { content: 'Báo cáo tháng', leads: ['snv'], supports: [], dueOn: null };
const monthly = { every: 'month', day: 15 };

test('a recurring task is entered, answers with its first due day and period, and its rule is changed and ended', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const tasks = [{ ...task, recurring: monthly }];
  const { document, assignments } = await entered(ask, aDocument({ tasks }));
  expect(assignments).toMatchObject([{ dueOn: '2023-06-15', period: '2023-06', status: 'assigned' }]);
  const at = `/api/documents/${document.id}/recurring`;
  const change = { task: 't1', recurring: { every: 'quarter', day: 20 }, reason: 'Theo 9/UBND' };
  const changed = await ask('officer', 'POST', at, change);
  expect(changed.json.document.tasks[0].recurring).toEqual({ every: 'quarter', day: 20 });
  const { json } = await ask('agency', 'GET', `/api/assignments/${assignments[0]!.id}`);
  expect(json.assignment.recurring.rule).toEqual({ every: 'quarter', day: 20 });
  expect(json.history.map((row: { verb: string }) => row.verb)).toEqual(['assign', 'correct']);
  const ended = await ask('chief', 'POST', at, { ...change, recurring: null });
  expect(ended.json.document.tasks[0].recurring.endedOn).toBe('2023-06-15');
});

test('a rule that no calendar has, a task that does not recur, and people without the right are refused', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const wrong = { ...task, recurring: { every: 'month', day: 32 } };
  expect((await ask('officer', 'POST', '/api/documents', aDocument({ tasks: [wrong] }))).json).toMatchObject({
    status: 422,
    errors: [{ path: 'tasks.0.recurring.day' }],
  });
  const { document } = await entered(ask, aDocument({ tasks: [task] }));
  const at = `/api/documents/${document.id}/recurring`;
  const change = { task: 't1', recurring: null, reason: 'x' };
  expect((await ask('officer', 'POST', at, change)).json).toMatchObject({
    status: 422,
    errors: [{ path: 'task' }],
  });
  expect((await ask('other', 'POST', at, change)).status).toBe(403);
  expect((await ask('leader', 'POST', at, change)).status).toBe(403);
  expect((await ask('agency', 'POST', at, change)).status).toBe(404);
  expect((await ask('officer', 'POST', '/api/documents/doc_none/recurring', change)).status).toBe(404);
});
