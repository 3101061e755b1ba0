import { defaultLink } from '@tddh/domain/link';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { change } from '../change.ts';
import { assignmentsNow, loadDocument } from '../complete.ts';
import type { Db } from '../db.ts';
import { changeDocument } from '../documents.ts';
import { reorganised } from '../randomlife.ts';
import { actors, testDb, testDesk } from '../testing.ts';
import { decideDifference, differencesFor } from './decide.ts';
import { changeLink, linkOf } from './links.ts';
import { keep, meet, meetingOf } from './meet.ts';
import { keyOf } from './receive.ts';
import * as telling from './telling.ts';
import { codes, issued, task } from './telling.ts';
import { meetAgain, workInbound } from './work.ts';

const today = '2023-06-15';
const stream = keyOf(defaultLink.id, 'vpcp', 'document|vb-1');
let db: Db;
const desk = (who: keyof typeof actors = 'officer', day = today) => testDesk(db, actors[who], day);
beforeEach(async () => {
  db = await testDb(inject('endpoint'));
  await changeLink(desk('admin'), defaultLink.id, { fieldId: 'noichinh', codes, land: 'at-once' });
});

const tell = (type: string, data: object, day = today) => telling.tell(db, type, data, {}, day);
const document = async () => (await loadDocument(db, (await meetingOf(db, stream))!.data.documentId!))!;
const assignments = async () => assignmentsNow(db, await document());
const shown = async () =>
  (await assignments()).map((a) => [a.agencyId, a.status, a.content, a.dues.at(-1)!.dueOn]);
const report = { result: 'Xong', documentNumber: '1/BC', documentDate: today };

describe('what was assigned follows the national side where nobody changed it', () => {
  beforeEach(() => tell('document.issued', issued(1)));

  test('in its words and its due day, with the document that moved it, and nothing is told back', async () => {
    await tell(
      'document.updated',
      issued(2, { subject: 'Về việc hai', tasks: [task('a', { dueOn: null })] }),
    );
    expect(await shown()).toEqual([['snv', 'assigned', 'Việc a', null]]);
    await tell('task.updated', { version: 3, taskId: 'a', content: 'Việc a mới', dueOn: '2023-08-31' });
    expect(await shown()).toEqual([['snv', 'assigned', 'Việc a mới', '2023-08-31']]);
    const [a] = await assignments();
    expect(a).toMatchObject({
      document: { subject: 'Về việc hai' },
      dues: [{}, { kind: 'corrected' }, { kind: 'moved', reference: '500/QĐ-TTg' }],
    });
    const { data } = await db.deliveries.query.lane({ lane: 'national|a' }).go();
    expect(data.map((row) => row.type)).toEqual(['assigned']);
    expect(await differencesFor(desk())).toEqual([]);
  });

  test('in its unit: the new one has the task before the former is relieved', async () => {
    await tell('task.updated', { version: 2, taskId: 'a', leads: ['H22.02'] });
    expect(await shown()).toEqual([
      ['snv', 'cancelled', 'Việc a', '2023-07-31'],
      ['stc', 'assigned', 'Việc a', '2023-07-31'],
    ]);
    await tell('task.updated', { version: 3, taskId: 'a', leads: ['H22.01', 'H22.02'] });
    expect((await shown()).map(([unit, status]) => [unit, status])).toEqual([
      ['snv', 'cancelled'],
      ['stc', 'assigned'],
      ['snv', 'assigned'],
    ]);
    expect(await differencesFor(desk())).toEqual([]);
  });

  test('but a unit that has reported keeps its task and its words, and a person decides', async () => {
    const [a] = await assignments();
    await change(desk('agency'), a!.id, { verb: 'report', body: report });
    await tell('task.updated', { version: 2, taskId: 'a', content: 'Việc a mới', leads: ['H22.02'] });
    expect(await shown()).toEqual([['snv', 'reported', 'Việc a', '2023-07-31']]);
    expect((await differencesFor(desk())).map((d) => d.path)).toEqual(['tasks.a.content', 'tasks.a.leads']);
    // Once the report is withdrawn it may follow, which it does when the two are compared again.
    await change(desk('agency'), a!.id, { verb: 'withdraw', body: {} });
    await change(desk('chief'), a!.id, {
      verb: 'correct',
      body: { fields: { content: 'Việc a mới' }, reason: 'Theo quốc gia' },
    });
    await meetAgain(desk('admin'), { lane: 'national|a' });
    expect((await differencesFor(desk())).map((d) => d.path)).toEqual(['tasks.a.leads']);
  });

  test('but no due day that is past already: it would make a unit late that could not know', async () => {
    await tell('task.updated', { version: 2, taskId: 'a', dueOn: '2023-06-14' });
    expect(await shown()).toEqual([['snv', 'assigned', 'Việc a', '2023-07-31']]);
    expect(await differencesFor(desk())).toMatchObject([
      { path: 'tasks.a.dueOn', theirs: '2023-06-14', warning: 'later-than-national' },
    ]);
    await tell('task.updated', { version: 3, taskId: 'a', dueOn: '2023-06-20' });
    expect(await shown()).toEqual([['snv', 'assigned', 'Việc a', '2023-06-20']]);
  });

  test('and again from the moment on which a person took theirs over', async () => {
    const [a] = await assignments();
    const words = { fields: { content: 'Việc của tỉnh' }, reason: 'Rõ hơn' };
    await change(desk(), a!.id, { verb: 'correct', body: words });
    await tell('task.updated', { version: 2, taskId: 'a', content: 'Việc hai' });
    const [one] = await differencesFor(desk());
    await decideDifference(desk(), stream, { path: one!.path, theirs: one!.theirs, take: true });
    await tell('task.updated', { version: 3, taskId: 'a', content: 'Việc ba' });
    expect((await shown()).map(([, , content]) => content)).toEqual(['Việc ba']);
  });

  test('while a task that comes again after its recall is assigned anew', async () => {
    await tell('task.recalled', { version: 2, taskId: 'a', reference: '600/QĐ-TTg' });
    await tell('task.assigned', { version: 3, ...task('a', { content: 'Việc a lần hai' }) });
    expect(await shown()).toEqual([
      ['snv', 'recalled', 'Việc a', '2023-07-31'],
      ['snv', 'assigned', 'Việc a lần hai', '2023-07-31'],
    ]);
  });

  test('and a unit that another took over makes no difference', async () => {
    const day = '2023-06-20';
    await reorganised(db, { day, ids: [] }, 'snv', 'stc');
    await meet(desk('admin', '2023-06-22'), await linkOf(db), stream);
    expect(await differencesFor(desk('officer', '2023-06-22'))).toEqual([]);
    await tell('task.updated', { version: 2, taskId: 'a', content: 'Việc a mới' }, '2023-06-22');
    expect((await shown()).filter(([, status]) => status === 'assigned')).toEqual([
      ['stc', 'assigned', 'Việc a mới', '2023-07-31'],
    ]);
  });
});

describe('what happens at the same moment', () => {
  test('two runs that meet at once make one document, and one task of a new one', async () => {
    await telling.come(db, 'document.issued', issued(1));
    await telling.come(db, 'task.assigned', { version: 2, ...task('b') });
    await Promise.all([workInbound(desk('admin')), workInbound(desk('admin')), workInbound(desk('admin'))]);
    expect((await shown()).map(([, , content]) => content)).toEqual(['Việc a', 'Việc b']);
    await tell('task.assigned', { version: 3, ...task('c') });
    const link = await linkOf(db);
    await Promise.all([1, 2, 3].map(() => meet(desk('admin'), link, stream)));
    expect((await shown()).map(([, , content]) => content)).toEqual(['Việc a', 'Việc b', 'Việc c']);
    expect(await differencesFor(desk())).toEqual([]);
  });

  test('a person who changes what is just being taken over keeps the word', async () => {
    await tell('document.issued', issued(1));
    const [a] = await assignments();
    const words = { fields: { content: 'Việc của tỉnh' }, reason: 'Rõ hơn' };
    await Promise.all([
      tell('task.updated', { version: 2, taskId: 'a', content: 'Việc quốc gia' }),
      change(desk(), a!.id, { verb: 'correct', body: words }).catch(() =>
        change(desk(), a!.id, { verb: 'correct', body: words }),
      ),
    ]);
    await meetAgain(desk('admin'), { lane: 'national|a' });
    expect((await shown()).map(([, , content]) => content)).toEqual(['Việc của tỉnh']);
    expect((await differencesFor(desk())).map((d) => d.path)).toEqual(['tasks.a.content']);
  });

  test('a run that broke off half way is finished by the next, and takes nothing for a change of people', async () => {
    await tell('document.issued', issued(1, { tasks: [task('a'), task('b')] }));
    const row = (await meetingOf(db, stream))!;
    const taking = { ...row.data.taken, subject: 'Về việc hai', 'tasks.a.content': 'Việc a hai' };
    await keep(desk('admin'), { ...row.data, taking }, row, 'none');
    await changeDocument(desk(), (await document()).id, { subject: 'Về việc hai' });
    await tell(
      'document.updated',
      issued(2, { subject: 'Về việc ba', tasks: [task('a', { content: 'Việc a ba' }), task('b')] }),
    );
    expect((await document()).subject).toBe('Về việc ba');
    expect((await shown()).map(([, , content]) => content)).toEqual(['Việc a ba', 'Việc b']);
    expect(await differencesFor(desk())).toEqual([]);
  });
});

describe('where the link lands drafts', () => {
  beforeEach(async () => {
    await changeLink(desk('admin'), defaultLink.id, { land: 'draft' });
    await tell('document.issued', issued(1));
  });

  test('a new task of a document that people have issued waits for them', async () => {
    await changeDocument(desk(), (await document()).id, {});
    await tell('task.assigned', { version: 2, ...task('b') });
    expect((await shown()).map(([, , content]) => content)).toEqual(['Việc a']);
    const [missing] = await differencesFor(desk());
    expect(missing).toMatchObject({ path: 'tasks.b.missing' });
    await decideDifference(desk(), stream, { path: missing!.path, theirs: 'Việc b', take: true });
    await tell('task.updated', { version: 3, taskId: 'b', content: 'Việc b mới' });
    expect((await shown()).map(([, , content]) => content)).toEqual(['Việc a', 'Việc b mới']);
  });

  test('a task that people changed leaves the others to follow', async () => {
    await tell('document.updated', issued(2, { tasks: [task('a'), task('b')] }));
    const { id, tasks } = await document();
    const plan = tasks.map(({ content, dueOn }) => ({ content, dueOn, leads: ['snv'], supports: [] }));
    await changeDocument(desk(), id, {
      tasks: [{ ...plan[0]!, dueOn: '2023-07-01' }, plan[1]!],
      draft: true,
    });
    await tell('document.updated', issued(3, { tasks: [task('a'), task('b', { content: 'Việc b hai' })] }));
    expect((await document()).tasks).toMatchObject([
      { dueOn: '2023-07-01', content: 'Việc a' },
      { content: 'Việc b hai' },
    ]);
  });

  test('a draft of what no longer holds says so', async () => {
    await tell('document.recalled', { version: 2, reference: '700/QĐ-TTg' });
    expect(await differencesFor(desk())).toMatchObject([{ path: 'ended', theirs: '700/QĐ-TTg' }]);
    expect((await document()).tasks).toHaveLength(1);
  });

  test('a document of which no task is left is compared again like any other', async () => {
    await tell('task.recalled', { version: 2, taskId: 'a', reference: '600/QĐ-TTg' });
    const { id, tasks } = await document();
    expect(tasks).toEqual([]);
    await changeDocument(desk(), id, { subject: 'Về việc của tỉnh', draft: true });
    await meetAgain(desk('admin'), { documentId: id });
    expect((await differencesFor(desk())).map((d) => d.path)).toEqual(['subject']);
  });
});
