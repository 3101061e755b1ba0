import { system } from '@tddh/domain/person';
import { expect, inject, test } from 'vitest';
import { catalogRow, forgetCatalog } from './catalog.ts';
import { change } from './change.ts';
import { plannedOf } from './complete.ts';
import type { Db } from './db.ts';
import { digest } from './digest.ts';
import { enterDocument } from './enter.ts';
import { answerFeedback, sendFeedback } from './feedback.ts';
import { type AssignmentTold, noticesOf, notify } from './notices.ts';
import { commitPerson } from './people.ts';
import { choose } from './preferences.ts';
import { relay, type Told } from './relay.ts';
import { actors, aDocument, testDb, testDesk } from './testing.ts';

const proven = { result: 'Xong', documentNumber: '1/BC', documentDate: '2023-06-15' };

/** An office whose people all have addresses, with a task given to an agency on 15 June 2023, due on the 30th. */
async function office() {
  const db = await testDb(inject('endpoint'));
  for (const { id, name, role, unitId, fields } of Object.values(actors)) {
    const person = { id, name, username: id.slice(4), role, unitId, fields, email: `${id}@tinh.example` };
    const chief = role === 'office-leader' ? { chief: true } : {};
    await commitPerson(db, { ...person, ...chief, passwordHash: 'x' }, []);
  }
  const document = await enterDocument(testDesk(db, actors.officer), aDocument());
  const [a] = await plannedOf(db, document);
  return { db, id: a!.id };
}

/** The letters of the queue: to whom and what the subject says; without those of the week unless they are asked for. */
async function queued(db: Db, weekly = false): Promise<string[]> {
  const { data } = await db.letters.query.due({ queue: 'mail' }).go({ pages: 'all' });
  const asked = data.filter((row) => (row.data.kind === 'mirror') === weekly);
  return asked.map((row) => `${row.data.personId} ${row.data.subject}`).sort();
}

test('run three times on a day, and at once, each person has one digest with the figures of that day', async () => {
  const { db } = await office();
  const at = (on: string) => testDesk(db, actors.officer, on);
  await Promise.all([1, 2, 3].map(() => digest(at('2023-07-03'))));
  await digest(at('2023-07-03'));
  expect(await queued(db)).toEqual(
    ['agency', 'agencyhead', 'head', 'officer'].map((who) => `per_${who} 03/07/2023: 1 quá hạn`),
  );
  await digest(at('2023-07-04'));
  expect((await queued(db)).filter((one) => one.includes('04/07/2023'))).toHaveLength(4);
});

test('on days off there is none, and nothing is sent to whom nothing concerns', async () => {
  const { db } = await office();
  const at = (on: string) => testDesk(db, actors.officer, on);
  expect(await digest(at('2023-07-01'))).toMatchObject({ queued: 0, none: 0 });
  const calendar = { off: ['2023-07-03'], working: ['2023-07-08'] };
  await catalogRow(db, 'settings', 'settings', { calendar }).go();
  forgetCatalog(db);
  expect(await digest(at('2023-07-03'))).toMatchObject({ queued: 0 });
  expect(await digest(at('2023-07-08'))).toMatchObject({ queued: 4 });
});

test('a report that waits is told to the head after 3 working days, the deputy of its field after 5, the chief after 10, as one digest', async () => {
  const { db, id } = await office();
  for (const [name, field] of [
    ['deputy', 'noichinh'],
    ['othersdeputy', 'giaoduc'],
  ] as const) {
    const person = { ...actors.chief, id: `per_${name}`, name, username: name, fields: [field] };
    await commitPerson(db, { ...person, email: `${name}@tinh.example`, passwordHash: 'x' }, []);
  }
  await change(testDesk(db, actors.agency, '2023-06-19'), id, { verb: 'report', body: proven });
  await digest(testDesk(db, actors.officer, '2023-06-21'));
  expect(await queued(db)).toEqual(
    ['head', 'officer'].map((who) => `per_${who} 21/06/2023: 1 báo cáo chờ xác nhận`),
  );
  await digest(testDesk(db, actors.officer, '2023-06-22'));
  expect((await queued(db)).filter((one) => one.includes('22/06/2023'))).toEqual([
    'per_head 22/06/2023: 1 báo cáo chờ xác nhận quá lâu, 1 báo cáo chờ xác nhận',
    'per_officer 22/06/2023: 1 báo cáo chờ xác nhận',
  ]);
  expect((await noticesOf(testDesk(db, actors.head))).items.map((one) => one.type)).toEqual([
    'assignment.escalated',
  ]);
  const after = async (day: string) =>
    (await queued(db)).filter((one) => one.includes(day) && !/officer|head/.test(one));
  await digest(testDesk(db, actors.officer, '2023-06-26'));
  expect(await after('26/06/2023')).toEqual(['per_deputy 26/06/2023: 1 báo cáo chờ xác nhận quá lâu']);
  await digest(testDesk(db, actors.officer, '2023-07-03'));
  expect((await queued(db)).filter((one) => one.startsWith('per_chief'))).toEqual([
    'per_chief 03/07/2023: 1 báo cáo chờ xác nhận quá lâu',
  ]);
});

test('who wants a kind in the product alone finds it in no digest', async () => {
  const { db } = await office();
  await choose(testDesk(db, actors.agency), { overdue: 'app' });
  await digest(testDesk(db, actors.officer, '2023-07-03'));
  expect((await queued(db)).some((one) => one.startsWith('per_agency '))).toBe(false);
});

test('once a week office-leaders read which paper reports one hand recorded and confirmed', async () => {
  const { db, id } = await office();
  const paper = { ...proven, reportedOn: '2023-06-20', documentDate: '2023-06-20', confirm: true };
  await change(testDesk(db, actors.officer, '2023-06-20'), id, { verb: 'report', body: paper });
  for (const on of ['2023-06-26', '2023-06-26', '2023-06-27', '2023-07-03']) {
    await digest(testDesk(db, actors.officer, on));
  }
  expect((await queued(db)).filter((one) => one.includes('vừa ghi'))).toEqual([
    'per_chief 1 báo cáo giấy do một người vừa ghi vừa xác nhận, 19/06/2023 - 25/06/2023',
  ]);
});

test('once a week heads and leaders read how the Office did, each one letter a week, one page long', async () => {
  const { db, id } = await office();
  await change(testDesk(db, actors.agency, '2023-06-19'), id, { verb: 'report', body: proven });
  await change(testDesk(db, actors.officer, '2023-06-22'), id, { verb: 'confirm', body: {} });
  const mornings = ['2023-06-19', '2023-06-20', '2023-06-26', '2023-06-26', '2023-06-28'];
  for (const on of mornings) await digest(testDesk(db, actors.officer, on));
  await Promise.all([1, 2].map(() => digest(testDesk(db, actors.officer, '2023-06-26'))));
  expect(await queued(db, true)).toEqual(
    ['chief', 'head', 'leader'].flatMap((who) => [
      `per_${who} Văn phòng tuần 12/06/2023: nhập 1 văn bản, xác nhận 0, còn chờ 0`,
      `per_${who} Văn phòng tuần 19/06/2023: nhập 0 văn bản, xác nhận 1, còn chờ 0`,
    ]),
  );
  const { data } = await db.letters.query.due({ queue: 'mail' }).go({ pages: 'all' });
  const { text } = data.find((row) => row.data.subject.includes('19/06/2023: nhập'))!.data;
  expect(text).toContain('PHÒNG TỔNG HỢP\nNhập: 0; từ 01/01/2023: 1\nXác nhận: 1 (giữa 3, lâu nhất 3 ngày)');
  expect(text).toContain('{{origin}}/van-phong?from=2023-06-19&to=2023-06-25');
});

test('feedback that waits stands in the digest of who answers it, and its answer in the sender’s, once', async () => {
  const { db } = await office();
  const admin = (on: string) => testDesk(db, actors.admin, on);
  const { id } = await sendFeedback(testDesk(db, actors.agency, '2023-06-19'), {
    ...{ kind: 'difficulty', text: 'Không tìm thấy nút gia hạn', page: '/nhiem-vu' },
  });
  await digest(admin('2023-06-20'));
  expect(await queued(db)).toEqual(['per_admin 20/06/2023: 1 góp ý chờ trả lời']);
  await answerFeedback(admin('2023-06-20'), id, { state: 'doing', text: 'Đang xem' });
  await answerFeedback(admin('2023-06-20'), id, { state: 'done', text: 'Nút nằm ở góc phải' });
  for (const on of ['2023-06-20', '2023-06-21', '2023-06-21', '2023-06-22']) await digest(admin(on));
  expect((await queued(db)).filter((one) => one.startsWith('per_agency'))).toEqual([
    'per_agency 21/06/2023: 1 góp ý của bạn được trả lời',
  ]);
  expect((await noticesOf(testDesk(db, actors.agency))).items.map((one) => one.type)).toEqual([
    ...['feedback-answered', 'feedback-answered'],
  ]);
});

test('a question is owed an answer by the other side, in the digest of each day until it is given', async () => {
  const { db, id } = await office();
  await change(testDesk(db, actors.agency, '2023-06-19'), id, { verb: 'ask', body: { text: 'Hạn nào?' } });
  await digest(testDesk(db, actors.officer, '2023-06-20'));
  const { data } = await db.letters.query.due({ queue: 'mail' }).go({ pages: 'all' });
  expect(data.map((row) => row.data.personId).sort()).toEqual(['per_head', 'per_officer']);
  expect(data[0]!.data.text).toContain('trả lời chậm nhất thứ Năm 22/06/2023');
  await change(testDesk(db, actors.officer, '2023-06-20'), id, { verb: 'answer', body: { text: '30/6' } });
  expect(await digest(testDesk(db, actors.officer, '2023-06-21'))).toMatchObject({ queued: 0 });
});

/** Tells everybody what happened up to now, as the bus does. */
async function tell(db: Db, today: string) {
  const told: Told[] = [];
  await relay(testDesk(db, system, today), async (events) => {
    told.push(...events);
    return [];
  });
  for (const { type, detail } of told) {
    await notify(testDesk(db, system, today), type, detail as unknown as AssignmentTold);
  }
}
const textTo = async (db: Db, personId: string, day: string) => {
  const { data } = await db.letters.query.due({ queue: 'mail' }).go({ pages: 'all' });
  return data.find((row) => row.data.personId === personId && row.data.subject.startsWith(day))?.data.text;
};

test('what was decided, directed and answered is in the next digest, once, with who asked and who decides', async () => {
  const { db, id } = await office();
  await tell(db, '2023-06-15');
  const at = (who: keyof typeof actors, on: string) => testDesk(db, actors[who], on);
  const ask = { dueOn: '2023-07-20', reason: 'Chờ số liệu' };
  await change(at('agencyHead', '2023-06-16'), id, { verb: 'extend', body: ask });
  await change(at('leader', '2023-06-16'), id, { verb: 'ask', body: { text: 'Đến đâu rồi?' } });
  await tell(db, '2023-06-16');
  await digest(testDesk(db, system, '2023-06-19'));
  expect(await textTo(db, 'per_chief', '19/06/2023')).toContain('- Xin gia hạn: Rà soát, báo cáo kết quả');
  expect(await textTo(db, 'per_officer', '19/06/2023')).toContain('MỚI, KỂ TỪ BẢN TỔNG HỢP TRƯỚC: 1');
  await change(at('chief', '2023-06-19'), id, { verb: 'grant', body: { agreedBy: 'Phó Chủ tịch' } });
  await change(at('agency', '2023-06-19'), id, { verb: 'answer', body: { text: 'Một nửa' } });
  await change(at('leader', '2023-06-19'), id, { verb: 'direct', body: { text: 'Làm ngay' } });
  await tell(db, '2023-06-19');
  await digest(testDesk(db, system, '2023-06-20'));
  const told = await textTo(db, 'per_agency', '20/06/2023');
  const order = ['- Ý kiến chỉ đạo: Rà soát', '- Đồng ý gia hạn: Rà soát'].map(
    (line) => told?.indexOf(line) ?? -1,
  );
  expect(order[0]).toBeGreaterThan(0);
  expect(order[1]).toBeGreaterThan(order[0]!);
  expect(await textTo(db, 'per_leader', '20/06/2023')).toContain('- Đã trả lời câu hỏi: Rà soát');
  expect((await noticesOf(at('leader', '2023-06-20'))).items.map((one) => one.type)).toEqual([
    'assignment.answered',
  ]);
  await choose(at('agency', '2023-06-20'), { decisions: 'app' });
  await digest(testDesk(db, system, '2023-06-21'));
  for (const who of ['agency', 'agencyhead', 'leader', 'chief']) {
    expect(await textTo(db, `per_${who}`, '21/06/2023'), who).toBeUndefined();
  }
});
