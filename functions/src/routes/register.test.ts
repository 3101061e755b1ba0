import { aDocument } from '@tddh/core/testing';
import { addDays } from '@tddh/domain/day';
import type { Coverage, RegisterRow } from '@tddh/domain/register';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { testApi } from '../testing.ts';

type Ask = Awaited<ReturnType<typeof testApi>>['ask'];
let ask: Ask;
let db: Awaited<ReturnType<typeof testApi>>['db'];
beforeAll(async () => {
  ({ ask, db } = await testApi(inject('endpoint')));
});

/** 500 rows: numbers 1 to 497 without 100 and 200, of which three are secret, and five of them again. */
function register(): RegisterRow[] {
  const numbers = Array.from({ length: 497 }, (_, i) => i + 1).filter((n) => n !== 100 && n !== 200);
  const rows = numbers.map((n): RegisterRow => {
    const departmentId = n % 2 ? 'tonghop' : 'khoagiao';
    const secrecy = [50, 51, 300].includes(n) ? 'Mật' : 'Thường';
    const issuedOn = addDays('2023-05-01', Math.floor(n / 12));
    return {
      number: `${n}/UBND-${n % 2 ? 'TH' : 'KG'}`,
      issuedOn,
      subject: `Việc kín số ${n}`,
      departmentId,
      secrecy,
    };
  });
  return [
    ...rows,
    ...[10, 20, 30, 40, 60].map((n) => rows.find(({ number }) => number.startsWith(`${n}/`))!),
  ];
}
async function send(rows: readonly RegisterRow[]) {
  const outcomes: string[] = [];
  for (let at = 0; at < rows.length; at += 100) {
    const { status, json } = await ask('officer', 'POST', '/api/register/import', {
      rows: rows.slice(at, at + 100),
    });
    expect(status).toBe(200);
    outcomes.push(...json.results.map((one: { outcome: string }) => one.outcome));
  }
  const of = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  return { new: of('new'), same: of('same'), changed: of('changed'), outside: of('outside') };
}
const coverage = async () =>
  (await ask('chief', 'GET', '/api/register/coverage?from=2023-05-01&to=2023-06-15')).json;
const sum = (rows: Coverage[], key: 'total' | 'tasks' | 'none' | 'open' | 'outside' | 'late') =>
  rows.reduce((n, row) => n + row[key], 0);

describe('a register of 500 rows with 3 secret, 5 twice and 2 numbers missing', () => {
  test('gives exact coverage by department and week, and the same when it is imported again', async () => {
    const entered = await ask('officer', 'POST', '/api/documents', {
      ...aDocument({ number: '11/UBND-TH', issuedOn: '2023-05-01', issuer: 'UBND tỉnh Thử' }),
    });
    expect(entered.status).toBe(201);
    const rows = register();
    expect(rows).toHaveLength(500);
    expect(await send(rows)).toEqual({ new: 492, same: 5, changed: 0, outside: 3 });
    const first = await coverage();
    expect(await send(rows)).toEqual({ new: 0, same: 497, changed: 0, outside: 3 });
    expect(await coverage()).toEqual(first);

    expect(first.missing).toEqual([{ series: 'UBND', year: 2023, numbers: [100, 200] }]);
    expect([sum(first.rows, 'total'), sum(first.rows, 'outside')]).toEqual([492, 3]);
    expect([sum(first.rows, 'tasks'), sum(first.rows, 'none'), sum(first.rows, 'open')]).toEqual([1, 0, 491]);
    const expected = new Map<string, { total: number; outside: number }>();
    for (const { departmentId, issuedOn, secrecy } of rows.slice(0, 495)) {
      const monday = addDays(
        '2023-05-01',
        Math.floor((Date.parse(issuedOn) - Date.parse('2023-05-01')) / 6048e5) * 7,
      );
      const key = `${departmentId} ${monday}`;
      const one = expected.get(key) ?? { total: 0, outside: 0 };
      one[secrecy === 'Mật' ? 'outside' : 'total'] += 1;
      expected.set(key, one);
    }
    expect(
      new Map(
        first.rows.map(({ departmentId, week, total, outside }: Coverage) => [
          `${departmentId} ${week}`,
          { total, outside },
        ]),
      ),
    ).toEqual(expected);
  });

  test('keeps of a secret document its number and day, and no word of its subject', async () => {
    const { json } = await ask('chief', 'GET', '/api/register?state=outside');
    expect(json.items.map(({ number }: { number: string }) => number)).toEqual([
      '50/UBND-KG',
      '51/UBND-TH',
      '300/UBND-KG',
    ]);
    const { data } = await db.lines.scan.go({ pages: 'all' });
    const secret = JSON.stringify(data.filter(({ facts }) => facts?.outside));
    expect(secret).not.toContain('Việc kín');
  });

  test('its lines come a page at a time, each once, though one is answered between two pages', async () => {
    const page = async (cursor?: string) =>
      (
        await ask(
          'chief',
          'GET',
          `/api/register?from=2023-05-01&to=2023-06-15&state=open${cursor ? `&cursor=${cursor}` : ''}`,
        )
      ).json as { items: { id: string; departmentId: string }[]; count: number; cursor: string | null };
    const first = await page();
    expect([first.items.length, first.count]).toEqual([200, 491]);
    const { id } = first.items.find(({ departmentId }) => departmentId === 'tonghop')!;
    await ask('officer', 'POST', `/api/register/${id}/answer`, { answer: 'none' });
    const second = await page(first.cursor!);
    const third = await page(second.cursor!);
    expect([second.items.length, third.items.length, third.cursor]).toEqual([200, 91, null]);
    const ids = [first, second, third].flatMap(({ items }) => items.map((one) => one.id));
    expect(new Set(ids).size).toBe(491);
    await ask('officer', 'POST', `/api/register/${id}/answer`, { answer: null });
  });

  test('a line is answered by entering its document, or by one word, which can be taken back', async () => {
    const find = async (number: string) =>
      (await ask('chief', 'GET', '/api/register?department=tonghop')).json.items.find(
        (one: { number: string }) => one.number === number,
      );
    expect(await find('13/UBND-TH')).toMatchObject({ state: 'open', late: true });
    const document = aDocument({ number: '13/UBND-TH', issuedOn: '2023-05-02', issuer: 'UBND tỉnh' });
    const { json } = await ask('officer', 'POST', '/api/documents', document);
    expect(await find('13/UBND-TH')).toMatchObject({ state: 'tasks', document: { id: json.document.id } });
    const { id } = await find('15/UBND-TH');
    expect((await ask('officer', 'POST', `/api/register/${id}/answer`, { answer: 'none' })).status).toBe(200);
    expect(await find('15/UBND-TH')).toMatchObject({ state: 'none', answer: { by: 'per_officer' } });
    await ask('officer', 'POST', `/api/register/${id}/answer`, { answer: null });
    expect(await find('15/UBND-TH')).toMatchObject({ state: 'open' });
  });

  test('a corrected number moves the mark of its document to the other line', async () => {
    const document = aDocument({ number: '17/UBND-TH', issuedOn: '2023-05-02', issuer: 'UBND tỉnh' });
    const { json } = await ask('officer', 'POST', '/api/documents', document);
    await ask('officer', 'PATCH', `/api/documents/${json.document.id}`, {
      number: '19/UBND-TH',
      reason: 'Nhầm số',
    });
    const { items } = (await ask('chief', 'GET', '/api/register?department=tonghop&state=tasks')).json;
    const numbers = items.map((one: { number: string }) => one.number);
    expect(numbers).toContain('19/UBND-TH');
    expect(numbers).not.toContain('17/UBND-TH');
  });
});

describe('the register refuses', () => {
  const row = { number: '900/UBND-TH', issuedOn: '2023-06-12', subject: 'Việc', departmentId: 'tonghop' };
  test('rows without a number, of no department, and more than 100 at once', async () => {
    const post = async (rows: object[]) => ask('officer', 'POST', '/api/register/import', { rows });
    const faulty = await post([row, { ...row, number: '/UBND-TH' }]);
    expect([faulty.status, faulty.json.errors[0].path]).toEqual([422, 'rows.1.number']);
    expect((await post([{ ...row, departmentId: 'snv' }])).json.errors[0].path).toBe('rows.0.departmentId');
    expect((await post(Array.from({ length: 101 }, () => row))).status).toBe(422);
    const { items } = (await ask('chief', 'GET', '/api/register?from=2023-06-12&to=2023-06-12')).json;
    expect(items.some(({ number }: { number: string }) => number === row.number)).toBe(false);
  });
  test('an answer of another department, for what is entered, and for what is not there', async () => {
    const { items } = (await ask('chief', 'GET', '/api/register')).json;
    const of = (state: string, departmentId: string) =>
      items.find(
        (one: { state: string; departmentId: string }) =>
          one.state === state && one.departmentId === departmentId,
      ).id;
    const answer = (who: 'officer' | 'other', id: string) =>
      ask(who, 'POST', `/api/register/${id}/answer`, { answer: 'none' });
    expect((await answer('other', of('open', 'tonghop'))).status).toBe(403);
    expect((await answer('officer', of('tasks', 'tonghop'))).status).toBe(409);
    expect((await answer('officer', '2023.9999.ubnd')).status).toBe(404);
  });
  test('agencies and strangers', async () => {
    for (const path of ['/api/register', '/api/register/coverage']) {
      expect((await ask('agency', 'GET', path)).status).toBe(403);
      expect((await ask('nobody', 'GET', path)).status).toBe(401);
    }
    expect((await ask('agency', 'POST', '/api/register/import', { rows: [row] })).status).toBe(403);
    expect((await ask('chief', 'POST', '/api/register/import', { rows: [row] })).status).toBe(403);
    expect((await ask('nobody', 'POST', '/api/register/import', { rows: [row] })).status).toBe(401);
    expect((await ask('agency', 'POST', '/api/register/2023.1.ubnd/answer', { answer: 'none' })).status).toBe(
      404,
    );
  });
});
