import { mail } from '@tddh/core/mail';
import { type AssignmentTold, notify } from '@tddh/core/notices';
import { type Outgoing, sendLetters } from '@tddh/core/post';
import { relay, type Told } from '@tddh/core/relay';
import { tokenIn } from '@tddh/core/reportlink';
import { sweep } from '@tddh/core/sweep';
import { actors, aDocument, testDesk } from '@tddh/core/testing';
import { system } from '@tddh/domain/person';
import { expect, inject, test } from 'vitest';
import { entered, testApi } from '../testing.ts';

const body = { result: 'Đã rà soát xong', documentNumber: '12/BC-SNV', documentDate: '2023-06-15' };

/** The API, people of whom those of the agency have addresses, and a postman that tells and sends everything owed. */
async function office() {
  const api = await testApi(inject('endpoint'));
  const { db } = api;
  for (const id of ['per_agency', 'per_agencyhead', 'per_officer', 'per_stranger']) {
    const { data } = await db.people.get({ personId: id }).go();
    const person = { ...data!.data, email: `${id}@tinh.example` };
    await db.people.put({ personId: id, unitId: person.unitId, data: person }).go();
  }
  const sent: Outgoing[] = [];
  const tell = async (today = '2023-06-15') => {
    const desk = testDesk(db, system, today);
    const events: Told[] = [];
    await relay(desk, async (told) => {
      events.push(...told);
      return [];
    });
    for (const one of events) await notify(desk, one.type, one.detail as unknown as AssignmentTold);
    for (const one of events) await notify(desk, one.type, one.detail as unknown as AssignmentTold);
    const send = async (letter: Outgoing) => {
      sent.push(letter);
      return { ok: true } as const;
    };
    await sendLetters(desk, send, { origin: 'http://office.test', days: 3 });
    return sent.splice(0).sort((a, b) => a.to.address.localeCompare(b.to.address));
  };
  return { ...api, tell };
}

test('a task that is given is mailed at once to the unit, with what, by when, which document and a link', async () => {
  const { ask, tell } = await office();
  const { assignments } = await entered(ask, aDocument({ number: '9001/UBND-TH' }));
  const letters = await tell();
  expect(letters.map((one) => one.to.address)).toEqual([
    'per_agency@tinh.example',
    'per_agencyhead@tinh.example',
  ]);
  expect(letters[0]!.subject).toBe('Việc mới, hạn 30/06/2023: Rà soát, báo cáo kết quả');
  for (const part of [
    'Hạn: thứ Sáu 30/06/2023',
    'Văn bản: 9001/UBND-TH ngày 12/06/2023, UBND tỉnh',
    `http://office.test/nhiem-vu/${assignments[0]!.id}`,
    'dùng một lần, đến 22/06/2023',
  ]) {
    expect(letters[0]!.text).toContain(part);
  }
  expect(await tell()).toEqual([]);
});

test('a reminder by hand reaches the unit at once, with its message, and one of the sweep once', async () => {
  const { ask, db, tell } = await office();
  const { assignments } = await entered(ask, aDocument());
  await tell();
  const ids = assignments.map((one) => one.id);
  await ask('officer', 'POST', '/api/assignments/remind', { ids, message: 'Chủ tịch hỏi việc này' });
  const byHand = await tell();
  expect(byHand[0]!.subject).toContain('Đôn đốc, còn 15 ngày');
  expect(byHand[0]!.text).toContain('Lời nhắc: Chủ tịch hỏi việc này');
  const runs = () =>
    Promise.all(
      [1, 2, 3].map(() =>
        sweep(testDesk(db, system, '2023-06-23'), (_, error) => {
          throw error;
        }),
      ),
    );
  await runs();
  expect((await tell('2023-06-23')).map((one) => one.subject.split(':')[0])).toEqual([
    'Sắp đến hạn, còn 7 ngày',
    'Sắp đến hạn, còn 7 ngày',
  ]);
  await runs();
  expect(await tell('2023-06-23')).toEqual([]);
});

test('each person chooses how to be told, and nobody chooses for another', async () => {
  const { ask, tell } = await office();
  expect((await ask('nobody', 'GET', '/api/preferences')).status).toBe(401);
  expect((await ask('agency', 'GET', '/api/preferences')).json).toMatchObject({
    ways: { assigned: 'now', returned: 'now', soon: 'now', overdue: 'now', questions: 'digest' },
    email: 'per_agency@tinh.example',
  });
  expect((await ask('officer', 'GET', '/api/preferences')).json.ways).toMatchObject({ overdue: 'digest' });
  expect((await ask('agency', 'PATCH', '/api/preferences', { questions: 'now' })).status).toBe(422);
  expect((await ask('agency', 'PATCH', '/api/preferences', { personId: 'per_officer' })).status).toBe(422);
  const chosen = await ask('agency', 'PATCH', '/api/preferences', { assigned: 'app' });
  expect(chosen.json.ways).toMatchObject({ assigned: 'app', returned: 'now' });
  await entered(ask, aDocument());
  expect((await tell()).map((one) => one.to.address)).toEqual(['per_agencyhead@tinh.example']);
  expect((await ask('agency', 'GET', '/api/notifications')).json.unread).toBe(1);
});

test('the link of a letter files one report, once, as the person to whom it was sent', async () => {
  const { ask, tell } = await office();
  const { assignments } = await entered(ask, aDocument());
  const [letter] = await tell();
  const token = tokenIn(letter!.text);
  expect(token.length).toBeGreaterThan(40);
  const elsewhere = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' };
  const open = await ask('nobody', 'POST', '/api/report-links/open', { token }, elsewhere);
  expect(open).toMatchObject({
    status: 200,
    json: { content: 'Rà soát, báo cáo kết quả', dueOn: '2023-06-30' },
  });
  expect(Object.keys(open.json.person)).toEqual(['name']);
  const report = (over: object = {}) =>
    ask('nobody', 'POST', '/api/report-links/report', { token, ...body, ...over }, elsewhere);
  const refused = await report({ documentNumber: undefined });
  expect(refused).toMatchObject({ status: 422, json: { errors: [{ path: 'documentNumber' }] } });
  for (const more of [{ confirm: true }, { reportedOn: '2023-06-13' }, { files: ['fil_1'] }]) {
    expect((await report(more)).status).toBe(422);
  }
  const tries = await Promise.all([report(), report(), report(), report()]);
  expect(tries.map((one) => one.status).sort()).toEqual([200, 410, 410, 410]);
  expect((await report()).json.code).toBe('bad_link');
  const { json } = await ask('officer', 'GET', `/api/assignments/${assignments[0]!.id}`);
  expect(json.reports).toMatchObject([{ result: body.result, by: 'per_agency' }]);
  expect(json.reports[0].byOffice).toBeUndefined();
});

test('a guessed link, an expired one and one of a person who left open nothing', async () => {
  const { ask, db, app, tell } = await office();
  await entered(ask, aDocument());
  const [first, second] = await tell();
  const open = (token: string) => ask('nobody', 'POST', '/api/report-links/open', { token });
  const token = tokenIn(first!.text);
  for (const guess of ['x', token.slice(0, -1), `${token}A`, token.toLowerCase()]) {
    expect((await open(guess)).status).toBe(410);
  }
  expect((await ask('nobody', 'POST', '/api/report-links/open', 'token=1')).status).toBe(400);
  const plain = await app.request('http://office.test/api/report-links/open', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `token=${token}`,
  });
  expect(plain.status).toBe(415);
  expect((await open(token)).status).toBe(200);
  const rows = await db.links.scan.go({ pages: 'all' });
  expect(JSON.stringify(rows.data)).not.toContain(token);
  for (const row of rows.data) {
    await db.links.put({ ...row, until: '2023-06-15T01:59:59.000Z' }).go();
  }
  const late = await open(token);
  expect(late).toMatchObject({ status: 410, json: { code: 'bad_link' } });
  expect(late.json.detail).toContain('hết hạn');
  for (const row of rows.data) await db.links.put(row).go();
  const { data } = await db.people.get({ personId: 'per_agencyhead' }).go();
  const left = { ...data!.data, disabled: true };
  await db.people.put({ personId: left.id, unitId: left.unitId, data: left }).go();
  expect((await open(tokenIn(second!.text))).status).toBe(410);
});

test('letters that were given up are the administrator’s to see and to send again', async () => {
  const { ask, db } = await office();
  const desk = testDesk(db, actors.officer);
  await mail(desk, { key: 'k', personId: 'per_agency', kind: 'soon', subject: 'Thư', text: 'x' });
  const never = async () => ({ ok: false, fault: 'never', why: '550 no such user' }) as const;
  await sendLetters(desk, never, { origin: 'http://office.test', days: 3 });
  for (const who of ['officer', 'chief', 'leader', 'agency'] as const) {
    expect((await ask(who, 'GET', '/api/mail')).status).toBe(403);
    expect((await ask(who, 'POST', '/api/mail/again', { keys: ['k'] })).status).toBe(403);
  }
  expect((await ask('nobody', 'GET', '/api/mail')).status).toBe(401);
  expect((await ask('admin', 'GET', '/api/mail')).json).toMatchObject({
    waiting: 0,
    dead: [{ key: 'k', failure: '550 no such user' }],
  });
  expect((await ask('admin', 'POST', '/api/mail/again', { keys: [] })).status).toBe(422);
  expect((await ask('admin', 'POST', '/api/mail/again', { keys: ['k'] })).json).toEqual({ count: 1 });
  expect((await ask('admin', 'GET', '/api/mail')).json).toMatchObject({ waiting: 1, dead: [] });
});

test('units that support a task are told of its progress by their own assignment, and of nothing else', async () => {
  const { ask, tell } = await office();
  const tasks = [{ content: 'Việc chung', leads: ['snv'], supports: ['stc'], dueOn: '2023-06-30' }];
  const { assignments } = await entered(ask, aDocument({ tasks }));
  const [lead, support] = assignments;
  await tell();
  await ask('agency', 'POST', `/api/assignments/${lead!.id}/note`, { text: 'Đã làm một nửa' });
  await ask('agency', 'POST', `/api/assignments/${lead!.id}/ask`, { text: 'Hỏi riêng' });
  await tell();
  const { json } = await ask('stranger', 'GET', '/api/notifications');
  const told = json.items.map((one: { type: string; assignmentId: string }) => [one.type, one.assignmentId]);
  expect(told.sort()).toEqual([
    ['assignment.assigned', support!.id],
    ['assignment.noted', support!.id],
  ]);
});
