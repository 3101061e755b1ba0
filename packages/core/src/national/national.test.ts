import { dayOf } from '@tddh/domain/day';
import { defaultLink } from '@tddh/domain/link';
import { Refusal } from '@tddh/domain/refusal';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { change } from '../change.ts';
import { assignmentsOf, loadDocument } from '../complete.ts';
import type { Db } from '../db.ts';
import { readAssignment } from '../detail.ts';
import { changeDocument, readDocument } from '../documents.ts';
import { listDocuments } from '../registry.ts';
import { actors, testDb, testDesk } from '../testing.ts';
import { parkedLanes, quarantined, replay, unpark } from './admin.ts';
import { decideDifference, differencesFor } from './decide.ts';
import { type Answer, deliver, type Send } from './deliver.ts';
import { changeLink, linkOf } from './links.ts';
import { wake } from './queue.ts';
import { receive } from './receive.ts';
import * as telling from './telling.ts';
import { codes, issued, task } from './telling.ts';
import { meetAgain, workInbound } from './work.ts';

const today = '2023-06-15';
let db: Db;
const desk = (who: keyof typeof actors = 'officer') => testDesk(db, actors[who], today);

beforeEach(async () => {
  db = await testDb(inject('endpoint'));
  await changeLink(desk('admin'), 'national', { fieldId: 'noichinh', codes });
});

const tell = (type: string, data: object, over?: object) => telling.tell(db, type, data, over);
async function ours() {
  const { items } = await listDocuments(desk(), { number: '500/QĐ-TTg', limit: 50 } as never);
  expect(items).toHaveLength(1);
  return (await loadDocument(db, items[0]!.id))!;
}
const quarantine = async () =>
  (await quarantined(desk('admin'))).items.map(({ fault, about }) => [fault, about]);

describe('what the national side tells', () => {
  test('lands as a draft of the department that follows the field', async () => {
    await tell('document.issued', issued(1));
    const document = await ours();
    expect(document).toMatchObject({ status: 'draft', departmentId: 'tonghop', subject: 'Về việc một' });
    expect(document.tasks).toMatchObject([
      { content: 'Việc a', leads: ['snv'], dueOn: '2023-07-31', national: { link: 'national', taskId: 'a' } },
    ]);
  });

  test('is assigned at once where the link says so', async () => {
    await changeLink(desk('admin'), 'national', { land: 'at-once' });
    await tell('document.issued', issued(1));
    const assignments = await assignmentsOf(db, await ours());
    expect(assignments).toMatchObject([{ status: 'assigned', agencyId: 'snv', national: { taskId: 'a' } }]);
    await tell('task.assigned', { version: 2, ...task('b', { leads: ['H22.02'] }) });
    expect(await assignmentsOf(db, await ours())).toMatchObject([
      {},
      { agencyId: 'stc', national: { taskId: 'b' } },
    ]);
  });

  test('has one effect however often it comes, and another body under its id is refused', async () => {
    const { raw, webhookId } = await tell('document.issued', issued(1));
    const link = await linkOf(db);
    expect(await receive(desk('admin'), link, webhookId, raw)).toEqual({ fresh: false });
    expect(await receive(desk('admin'), link, 'msg_other', raw)).toEqual({ fresh: false });
    await expect(receive(desk('admin'), link, webhookId, `${raw} `)).rejects.toMatchObject({
      code: 'event_mismatch',
    });
    await workInbound(desk('admin'));
    expect((await ours()).revision).toBe(1);
  });

  test('updates a draft that nobody touched, and shows a difference where somebody did', async () => {
    await tell('document.issued', issued(1));
    await tell(
      'document.updated',
      issued(2, { subject: 'Về việc hai', tasks: [task('a', { dueOn: '2023-08-31' })] }),
    );
    const followed = await ours();
    expect(followed).toMatchObject({
      subject: 'Về việc hai',
      status: 'draft',
      tasks: [{ dueOn: '2023-08-31' }],
    });
    await changeDocument(desk(), followed.id, { subject: 'Về việc của tỉnh', draft: true });
    await tell(
      'document.updated',
      issued(3, { subject: 'Về việc ba', tasks: [task('a', { dueOn: '2023-08-31' })] }),
    );
    expect((await ours()).subject).toBe('Về việc của tỉnh');
    expect(await differencesFor(desk())).toMatchObject([
      { path: 'subject', ours: 'Về việc của tỉnh', theirs: 'Về việc ba', documentNumber: '500/QĐ-TTg' },
    ]);
    expect(await differencesFor(desk('other'))).toEqual([]);
    await expect(differencesFor(desk('agency'))).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('ends in the same state in whatever order versions and changes here come', async () => {
    const messages: [string, object][] = [
      ['document.issued', issued(1)],
      ['task.extended', { version: 2, taskId: 'a', dueOn: '2023-09-30' }],
      [
        'document.updated',
        issued(3, { subject: 'Về việc ba', tasks: [task('a', { dueOn: '2023-09-30' }), task('b')] }),
      ],
    ];
    const results = [];
    for (const order of [
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
      [0, 2, 1],
    ]) {
      db = await testDb(inject('endpoint'));
      await changeLink(desk('admin'), 'national', { fieldId: 'noichinh', codes });
      // A person changes the issuer as soon as there is a document, or when all has come.
      let changed = false;
      for (const [i, at] of order.entries()) {
        await tell(...messages[at]!);
        const { items } = await listDocuments(desk(), { number: '500/QĐ-TTg', limit: 50 } as never);
        if (changed || !items[0] || (order[0] === 0 && i < 2)) continue;
        await changeDocument(desk(), items[0].id, { issuer: 'Thủ tướng', draft: true });
        changed = true;
      }
      const changedDocument = await ours();
      await meetAgain(desk('admin'), { documentId: changedDocument.id });
      const { subject, tasks, issuer } = changedDocument;
      expect(issuer).toBe('Thủ tướng');
      results.push({ subject, tasks, open: (await differencesFor(desk())).length });
    }
    for (const result of results) expect(result).toEqual(results[0]);
    expect(results[0]).toMatchObject({
      subject: 'Về việc ba',
      tasks: [{ dueOn: '2023-09-30' }, { dueOn: '2023-07-31' }],
      open: 1,
    });
  });

  test('goes to the quarantine where a unit, a type or its data is unknown, and is replayed once mapped', async () => {
    await tell('document.issued', issued(1, { tasks: [task('a', { leads: ['H99.1'] })] }));
    await tell('document.exploded', {}, { subject: undefined });
    await tell('task.extended', { version: 2, taskId: 'a', dueOn: 'mai' });
    await tell('task.extended', { version: 2, taskId: 'zzz', dueOn: '2023-07-01' }, { subject: undefined });
    expect((await quarantine()).map(([code]) => code).sort()).toEqual([
      'bad_data',
      'unknown_document',
      'unknown_type',
      'unknown_unit',
    ]);
    await changeLink(desk('admin'), 'national', { codes: [...codes, { code: 'H99.1', unitId: 'stc' }] });
    const first = (await quarantined(desk('admin'))).items.find((m) => m.fault === 'unknown_unit');
    await replay(desk('admin'), first!.id);
    await workInbound(desk('admin'));
    expect((await ours()).tasks).toMatchObject([{ leads: ['stc'] }]);
    expect(await quarantine()).toHaveLength(3);
    await expect(replay(desk('officer'), first!.id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('is taken up where it came before its task, without a look through the whole quarantine', async () => {
    const early = { version: 2, taskId: 'a', dueOn: '2023-08-31' };
    await tell('task.extended', early, { subject: undefined });
    for (let i = 0; i < 3; i += 1) await tell('document.exploded', { i });
    const asked: string[] = [];
    db.client.middlewareStack.add(
      (next) => (args) => {
        asked.push(JSON.stringify(args.input));
        return next(args);
      },
      { step: 'initialize' },
    );
    await tell('document.issued', issued(1, { document: undefined }), { subject: undefined });
    expect(asked.filter((one) => one.includes('quarantine'))).toEqual([]);
    expect((await ours()).tasks).toMatchObject([{ dueOn: '2023-08-31' }]);
    expect((await quarantine()).map(([code]) => code)).toEqual([
      'unknown_type',
      'unknown_type',
      'unknown_type',
    ]);
  });

  test('recalls what is open here, and leaves what is done', async () => {
    await changeLink(desk('admin'), 'national', { land: 'at-once' });
    await tell(
      'document.issued',
      issued(1, { tasks: [task('a', { leads: ['H22.01', 'H22.02'] }), task('b')] }),
    );
    const [one] = await assignmentsOf(db, await ours());
    const report = { result: 'Xong', documentNumber: '1/BC', documentDate: today };
    await change(desk('agency'), one!.id, { verb: 'report', body: report });
    await change(desk(), one!.id, { verb: 'confirm', body: {} });
    await tell('task.recalled', { version: 2, taskId: 'a', reference: '600/QĐ-TTg' });
    expect((await assignmentsOf(db, await ours())).map((a) => a.status)).toEqual([
      'done',
      'recalled',
      'assigned',
    ]);
  });

  test('keeps the national due date apart and warns where ours is later; a person takes theirs over', async () => {
    await changeLink(desk('admin'), 'national', { land: 'at-once' });
    await tell('document.issued', issued(1));
    const [a] = await assignmentsOf(db, await ours());
    await change(desk(), a!.id, { verb: 'redue', body: { dueOn: '2023-08-15', reference: '1/UBND' } });
    expect(await readAssignment(desk('agency'), a!.id)).toMatchObject({
      national: { taskId: 'a', dueOn: '2023-07-31' },
      assignment: { dueOn: '2023-08-15' },
    });
    expect((await readDocument(desk(), a!.documentId)).national).toEqual({ a: '2023-07-31' });
    expect(await differencesFor(desk())).toEqual([]);
    await meetAgain(desk('admin'), { lane: 'national|a' });
    expect((await differencesFor(desk())).map((d) => d.warning)).toEqual(['later-than-national']);
    const words = { fields: { content: 'Việc a của tỉnh' }, reason: 'Rõ hơn' };
    await change(desk(), a!.id, { verb: 'correct', body: words });
    await tell('task.updated', { version: 2, taskId: 'a', content: 'Việc a mới' });
    const open = await differencesFor(desk());
    expect(open.map((d) => [d.path, d.warning])).toEqual([
      ['tasks.a.content', undefined],
      ['tasks.a.dueOn', 'later-than-national'],
    ]);
    const { stream } = open[0]!;
    await decideDifference(desk(), stream, { path: 'tasks.a.dueOn', theirs: '2023-07-31', take: true });
    await decideDifference(desk(), stream, { path: 'tasks.a.content', theirs: 'Việc a mới', take: false });
    expect(await differencesFor(desk())).toEqual([]);
    const [after] = await assignmentsOf(db, await ours());
    expect(after).toMatchObject({
      content: 'Việc a của tỉnh',
      dues: [{}, {}, { dueOn: '2023-07-31', reference: '500/QĐ-TTg' }],
    });
    await expect(
      decideDifference(desk('other'), stream, { path: 'tasks.a.content', theirs: 'Việc a mới', take: true }),
    ).rejects.toBeInstanceOf(Refusal);
  });

  test('meets a document that a person entered before, and offers the task that is missing here', async () => {
    const { enterDocument } = await import('../enter.ts');
    await enterDocument(desk(), {
      ...issued(1),
      tasks: [{ content: 'Việc khác', leads: ['snv'], supports: [], dueOn: null }],
    } as never);
    await tell('document.issued', issued(1));
    const [missing] = await differencesFor(desk());
    expect(missing).toMatchObject({ path: 'tasks.a.missing', theirs: 'Việc a' });
    await decideDifference(desk(), missing!.stream, {
      path: 'tasks.a.missing',
      theirs: 'Việc a',
      take: true,
    });
    expect(await differencesFor(desk())).toEqual([]);
    expect(await assignmentsOf(db, await ours())).toHaveLength(2);
  });
});

describe('what the province tells', () => {
  const out: { id: string; type: string; status: string; agency: string; progress: object }[] = [];
  const taking: Send = async (_, { id, body }) => {
    const { type, data } = JSON.parse(body);
    out.push({ id, type, status: data.status, agency: data.agency.code, progress: data.progress });
    return { ok: true };
  };
  /** What the bus does: wakes the lane of everything that was told since. */
  async function run(send: Send = taking, seconds = 5) {
    const { data } = await db.outbox.query.pending({ queue: 'bus' }).go({ pages: 'all' });
    const lanes = new Set(
      data.map((row) => (row.detail as { lane?: string }).lane).filter((l) => l !== undefined),
    );
    for (const lane of lanes) await wake(db, lane, new Date());
    return deliver(desk('admin'), send, Date.now() + seconds * 1000);
  }
  const report = { result: 'Xong', documentNumber: '1/BC', documentDate: today };

  beforeEach(async () => {
    out.splice(0);
    await changeLink(desk('admin'), 'national', { land: 'at-once', target: 'https://national.test/hook' });
    await tell('document.issued', issued(1, { tasks: [task('a', { leads: ['H22.01', 'H22.02'] })] }));
  });

  test('is told in order, and finished only when every unit of the task has closed', async () => {
    const [one, two] = await assignmentsOf(db, await ours());
    await change(desk('agency'), one!.id, { verb: 'report', body: report });
    await change(desk(), one!.id, { verb: 'confirm', body: {} });
    await run();
    const told = (code: string) => out.filter((m) => m.agency === code).map((m) => [m.type, m.status]);
    expect(told('H22.01')).toEqual([
      ['task.assigned', '04'],
      ['task.reported', '05'],
      ['task.progress', '05'],
    ]);
    expect(told('H22.02')).toEqual([['task.assigned', '04']]);
    await change(desk('stranger'), two!.id, { verb: 'report', body: report });
    await change(desk(), two!.id, { verb: 'confirm', body: {} });
    await run();
    expect(out.at(-1)).toMatchObject({
      type: 'task.completed',
      status: '06',
      progress: { open: 0, done: 2, total: 2 },
    });
    await run();
    expect(out).toHaveLength(6);
    expect(new Set(out.map((m) => m.id)).size).toBe(6);
  });

  test('waits while the other side fails, keeps its order and its body, and is parked after days', async () => {
    const bodies: string[] = [];
    const failing = async (_: unknown, { body }: { body: string }): Promise<Answer> => {
      bodies.push(body);
      return { ok: false, error: 'Bên nhận trả lời 500.', retryAfter: 1 };
    };
    expect(await run(failing, 0)).toMatchObject({ sent: 0, failed: 1 });
    expect(await run(taking, 0)).toMatchObject({ sent: 0 });
    const lane = 'national|a';
    const { data } = await db.lanes.get({ lane }).go({ consistent: true });
    const long = new Date(Date.now() - 4 * 86_400_000).toISOString();
    await db.lanes.put({ ...data!, nextAt: long, since: long }).go();
    expect(await run(failing, 0)).toMatchObject({ failed: 1, parked: 1 });
    expect(new Set(bodies).size).toBe(1);
    expect(await parkedLanes(desk('admin'))).toMatchObject([
      { lane, error: 'Bên nhận trả lời 500.', event: { type: 'assigned' } },
    ]);
    await unpark(desk('admin'), lane, 'again');
    expect(await run()).toMatchObject({ sent: 2 });
    expect(out.map((m) => m.type)).toEqual(['task.assigned', 'task.assigned']);
  });

  test('is sent once by two runs at once', async () => {
    const { data } = await db.outbox.query.pending({ queue: 'bus' }).go({ pages: 'all' });
    expect(data.length).toBeGreaterThan(0);
    await Promise.all([run(), run(), run()]);
    await run();
    expect(out).toHaveLength(2);
  });

  test('waits while the link is paused or has no target', async () => {
    await changeLink(desk('admin'), 'national', { paused: true });
    expect(await run()).toMatchObject({ sent: 0 });
    await changeLink(desk('admin'), 'national', { paused: false });
    expect(await run()).toMatchObject({ sent: 2 });
    expect(defaultLink.target).toBeUndefined();
    expect(dayOf(new Date())).toMatch(/^\d{4}/);
  });
});
