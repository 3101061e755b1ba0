import { aDocument } from '@tddh/core/testing';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { testApi } from '../testing.ts';

type Ask = Awaited<ReturnType<typeof testApi>>['ask'];
let ask: Ask;
let db: Awaited<ReturnType<typeof testApi>>['db'];
beforeAll(async () => {
  ({ ask, db } = await testApi(inject('endpoint')));
});
const count = async () => (await ask('officer', 'GET', '/api/documents?limit=200')).json.items.length;

describe('documents of a sheet', () => {
  test('are all looked through before one is written, and a batch that comes twice is entered once', async () => {
    const documents = Array.from({ length: 12 }, () => aDocument());
    const send = (more: object) =>
      ask('officer', 'POST', '/api/imports/documents', { batch: 'batch-0001', documents, ...more });
    const before = await count();
    expect((await send({ check: true })).status).toBe(200);
    expect(await count()).toBe(before);
    const first = await send({});
    expect(first.json.results.map((one: { before: boolean }) => one.before)).toEqual(
      documents.map(() => false),
    );
    const again = await send({});
    expect(again.json.results.map((one: { id: string; before: boolean }) => [one.id, one.before])).toEqual(
      first.json.results.map((one: { id: string }) => [one.id, true]),
    );
    expect(await count()).toBe(before + 12);
  });

  test('go on where a batch broke off, though a row was mended and another dropped since', async () => {
    const documents = Array.from({ length: 6 }, (_, i) =>
      aDocument(i < 2 ? { number: null, draft: true, subject: `Dự thảo ${i}` } : {}),
    );
    const send = async (some: object[]) =>
      (await ask('officer', 'POST', '/api/imports/documents', { batch: 'batch-0005', documents: some })).json
        .results as { before: boolean }[];
    const before = await count();
    await send(documents.slice(0, 3));
    const mended = [...documents.slice(0, 4), { ...documents[4], subject: 'Về việc khác' }];
    expect((await send(mended)).map((one) => one.before)).toEqual([true, true, true, false, false]);
    expect((await send(mended)).every((one) => one.before)).toBe(true);
    expect(await count()).toBe(before + 5);
  });

  test('of which one is faulty are not entered at all, and each fault has its place', async () => {
    const before = await count();
    const known = aDocument();
    await ask('officer', 'POST', '/api/documents', known);
    const same = aDocument();
    const documents = [aDocument(), { ...aDocument(), issuedOn: '2023-07-01' }, known, same, same];
    const { status, json } = await ask('officer', 'POST', '/api/imports/documents', {
      batch: 'batch-0002',
      documents,
    });
    expect([status, json.code]).toEqual([422, 'invalid']);
    expect(json.errors.map((one: { path: string }) => one.path)).toEqual([
      ...['documents.1.issuedOn', 'documents.1.tasks.0.dueOn', 'documents.2.number', 'documents.4.number'],
    ]);
    expect(await count()).toBe(before + 1);
    const secret = [aDocument(), aDocument({ subject: 'MẬT - Kế hoạch' })];
    expect(
      (await ask('officer', 'POST', '/api/imports/documents', { batch: 'batch-0003', documents: secret }))
        .json.code,
    ).toBe('secret_document');
  });

  test('are entered by officers of their department only', async () => {
    const body = { batch: 'batch-0004', documents: [aDocument({ field: 'giaoduc' })] };
    expect((await ask('officer', 'POST', '/api/imports/documents', body)).status).toBe(403);
    for (const who of ['agency', 'admin', 'chief'] as const)
      expect((await ask(who, 'POST', '/api/imports/documents', body)).status).toBe(403);
    expect((await ask('nobody', 'POST', '/api/imports/documents', body)).status).toBe(401);
  });
});

describe('the old software’s history', () => {
  const row = {
    ...{
      number: '77/UBND-TH',
      issuedOn: '2023-02-01',
      issuer: 'UBND tỉnh Thử',
      type: 'Công văn',
      subject: 'Việc cũ',
    },
    ...{
      departmentId: 'tonghop',
      content: 'Rà soát',
      agencyId: 'snv',
      assignedOn: '2023-02-02',
      dueOn: '2023-03-01',
    },
  };
  const send = (
    rows: object[],
    who: 'admin' | 'officer' | 'chief' | 'agency' | 'nobody' = 'admin',
    check = false,
  ) => ask(who, 'POST', '/api/imports/legacy', { rows, check });

  test('is taken over dated and marked, and tells nobody', async () => {
    const rows = [
      { ...row, reportedOn: '2023-02-20', reference: '5/BC-SNV', confirmedOn: '2023-04-03' },
      { ...row, agencyId: 'stc' },
    ];
    expect((await send(rows)).json.results).toEqual([{ number: '77/UBND-TH', rows: 2, outcome: 'new' }]);
    expect((await send(rows)).json.results).toEqual([{ number: '77/UBND-TH', rows: 2, outcome: 'same' }]);
    const { items } = (await ask('officer', 'GET', '/api/documents?number=77/UBND-TH')).json;
    const { assignments, history } = (await ask('officer', 'GET', `/api/documents/${items[0].id}`)).json;
    expect(history[0].reason).toBe('Chuyển từ phần mềm cũ');
    const one = (await ask('officer', 'GET', `/api/assignments/${assignments[0].id}`)).json;
    expect(one.assignment).toMatchObject({ status: 'done', assignedOn: '2023-02-02' });
    expect(one.history.map(({ on, reason }: { on: string; reason: string }) => [on, reason])).toEqual(
      ['2023-02-02', '2023-02-20', '2023-04-03'].map((on) => [on, 'Chuyển từ phần mềm cũ']),
    );
    expect((await ask('agency', 'GET', '/api/notifications')).json.items).toEqual([]);
  });

  test('goes on where it was broken off', async () => {
    const rows = [{ ...row, number: '81/UBND-TH' }];
    let broken = true;
    db.client.middlewareStack.add((next) => async (call) => {
      const { TransactItems = [] } = call.input as { TransactItems?: { Put?: { Item?: object } }[] };
      const last = JSON.stringify(TransactItems).includes('$file#document_1');
      if (broken && last) throw new Error('cut off');
      return next(call);
    });
    expect((await send(rows)).status).toBe(500);
    broken = false;
    expect((await send(rows)).json.results).toMatchObject([{ outcome: 'new' }]);
  });

  test('names every faulty row, and then takes nothing over', async () => {
    const rows = [
      { ...row, number: '78/UBND-TH' },
      { ...row, number: '78/UBND-TH' },
      { ...row, number: '79/UBND-TH', assignedOn: '2023-01-31' },
      { ...row, number: '80/UBND-TH', agencyId: 'xyz', confirmedOn: '2024-01-01' },
    ];
    const { json } = await send(rows.slice(2));
    expect(json.errors.map((one: { path: string }) => one.path)).toEqual([
      ...['rows.0.assignedOn', 'rows.1.agencyId', 'rows.1.confirmedOn'],
    ]);
    expect((await send(rows.slice(0, 2))).json.errors[0].path).toBe('rows.1.agencyId');
    expect((await ask('officer', 'GET', '/api/documents?number=78/UBND-TH')).json.items).toEqual([]);
  });

  test('is the administrator’s alone', async () => {
    for (const who of ['officer', 'chief', 'agency'] as const)
      expect((await send([row], who)).status).toBe(403);
    expect((await send([row], 'nobody')).status).toBe(401);
  });
});
