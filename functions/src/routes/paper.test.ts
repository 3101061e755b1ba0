import { auditLog } from '@tddh/core/audit';
import { actors, aDocument, testDesk } from '@tddh/core/testing';
import { readSheet } from '@tddh/forms/sheet';
import { faultsOf } from '@tddh/forms/testing';
import { strFromU8, unzipSync } from 'fflate';
import { expect, inject, test } from 'vitest';
import { fileTypes } from '../download.ts';
import { entered, testApi } from '../testing.ts';

const task = (content: string, leads: string[], dueOn: string | null, supports: string[] = []) => {
  return { content, leads, supports, dueOn };
};

/** Three units with work, one of it overdue, and a department with some of its own. */
async function office() {
  const api = await testApi(inject('endpoint'), { today: () => '2023-07-20' });
  const { assignments } = await entered(
    api.ask,
    aDocument({
      tasks: [
        task('=Rà soát', ['snv', 'stc'], '2023-07-31', ['vpubnd']),
        task('Báo cáo', ['snv', 'vpubnd', 'khoagiao'], null),
      ],
    }),
  );
  return { ...api, assignments };
}

test.each(['xlsx', 'docx', 'csv'] as const)(
  'the appendix comes as .%s, by any grouping, with a name',
  async (ending) => {
    const { ask } = await office();
    for (const by of ['agency', 'department', 'field', 'signer']) {
      const answer = await ask('leader', 'GET', `/api/statistics.${ending}?by=${by}&scope=carried`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(fileTypes[ending]);
      expect(answer.headers.get('content-disposition')).toContain(`.${ending}`);
      expect(answer.bytes.length).toBeGreaterThan(100);
    }
  },
);

test('the cells of the sheet are the figures of the API, and an agency gets its own row alone', async () => {
  const { ask } = await office();
  const sheet = async (who: 'leader' | 'agency') => {
    const answer = await ask(who, 'GET', '/api/statistics.xlsx');
    const pages = await readSheet(answer.bytes);
    return pages[0]!.rows.filter(([ordinal, name]) => /^\d+$/.test(ordinal ?? '') && name);
  };
  const { rows } = (await ask('leader', 'GET', '/api/statistics')).json;
  const all = await sheet('leader');
  expect(all.map((row) => row.slice(2, 19).map(Number))).toEqual(
    rows.map((row: { columns: number[] }) => row.columns),
  );
  expect((await sheet('agency')).map((row) => row[1])).toEqual(['Sở Nội vụ']);
});

test('who signs, where, and who gets it are settings, and may be written over for one paper', async () => {
  const { ask } = await office();
  const text = async (query: string) => {
    const { bytes } = await ask('leader', 'GET', `/api/statistics.docx${query}`);
    return strFromU8(unzipSync(bytes)['word/document.xml']!).replaceAll(/<[^>]+>/g, '|');
  };
  expect(await text('')).toMatch(/CHÁNH VĂN PHÒNG[\s\S]*- Như trên;|- Như trên;[\s\S]*CHÁNH VĂN PHÒNG/);
  const change = {
    signTitle: 'Phó Chánh Văn phòng',
    signOnBehalf: 'KT. Chánh Văn phòng',
    paperPlace: 'Gia Nghĩa',
  };
  expect((await ask('admin', 'PATCH', '/api/settings', change)).status).toBe(200);
  const { papers } = (await ask('officer', 'GET', '/api/catalog')).json;
  expect(papers).toMatchObject({ place: 'Gia Nghĩa', title: 'Phó Chánh Văn phòng', name: '' });
  for (const line of ['PHÓ CHÁNH VĂN PHÒNG', 'KT. CHÁNH VĂN PHÒNG', 'Gia Nghĩa, ngày']) {
    expect(await text('')).toContain(line);
  }
  const own = await text(
    '?onBehalf=&title=Ch%E1%BB%A7+t%E1%BB%8Bch&name=H%E1%BB%93+A&recipients=VPCP%3BS%E1%BB%9F',
  );
  for (const line of ['CHỦ TỊCH', 'Hồ A', '- VPCP;', '- Sở.']) expect(own).toContain(line);
  expect(own).not.toContain('KT. CHÁNH');
  expect((await ask('leader', 'GET', `/api/statistics.docx?name=${'a'.repeat(81)}`)).status).toBe(422);
});

test('what is done, with a due date or without, is one list', async () => {
  const { ask, assignments } = await office();
  const report = { result: 'Xong', documentNumber: '1/BC', documentDate: '2023-07-20', confirm: true };
  for (const { id } of assignments.slice(0, 4)) {
    await ask('officer', 'POST', `/api/assignments/${id}/report`, report);
  }
  const { total } = (await ask('leader', 'GET', '/api/statistics')).json;
  const { items } = (await ask('leader', 'GET', '/api/assignments?beside=done&from=2023-01-01&to=2023-07-20'))
    .json;
  expect(total.columns[4]).toBeGreaterThan(0);
  expect(total.columns[12]).toBeGreaterThan(0);
  expect(items).toHaveLength(total.columns[4] + total.columns[12]);
});

test('the decimal sign is a setting of the papers, never of the CSV', async () => {
  const { ask } = await office();
  await ask('admin', 'PATCH', '/api/settings', { decimalComma: true });
  const csv = new TextDecoder().decode((await ask('leader', 'GET', '/api/statistics.csv')).bytes);
  expect(csv).toContain(',50,');
  expect((await ask('leader', 'GET', '/api/statistics.docx')).status).toBe(200);
});

test('the trend tells each month as it was', async () => {
  const { ask } = await office();
  const { points } = (await ask('leader', 'GET', '/api/statistics/trend?from=2023-06-01&to=2023-08-10')).json;
  expect(
    points.map((one: { asOf: string; columns: number[] }) => [one.asOf, one.columns[0], one.columns[10]]),
  ).toEqual([
    ['2023-06-30', 0, 0],
    ['2023-07-31', 4, 0],
    ['2023-08-10', 4, 2],
  ]);
});

test('a paper of nonsense is refused, and a stranger gets none', async () => {
  const { ask } = await office();
  expect((await ask('leader', 'GET', '/api/statistics.xlsx?clock=both')).status).toBe(422);
  expect((await ask('leader', 'GET', '/api/statistics.docx?from=2023-07-01&to=2023-06-01')).status).toBe(422);
  for (const path of ['statistics.xlsx', 'statistics.docx', 'statistics.csv', 'statistics/trend']) {
    expect((await ask('nobody', 'GET', `/api/${path}`)).status).toBe(401);
  }
});

test('a list leaves as Excel with its filter: what the person sees on the page, no more, and no formula', async () => {
  const { ask, db } = await office();
  const sheet = async (who: 'leader' | 'agency' | 'stranger', query: string) => {
    const answer = await ask(who, 'GET', `/api/assignments.xlsx?${query}`);
    expect(answer.status).toBe(200);
    expect(await faultsOf(answer.bytes, 'xlsx')).toEqual([]);
    return (await readSheet(answer.bytes))[0]!.rows.slice(1);
  };
  const number = 'leaf=9&from=2023-01-01&to=2023-07-20';
  const { items } = (await ask('leader', 'GET', `/api/assignments?${number}`)).json;
  const rows = await sheet('leader', number);
  expect(rows.map((row) => row[5])).toEqual(
    items.map((item: { agency: { name: string } }) => item.agency.name),
  );
  expect(rows[0]!.slice(4, 12)).toEqual([
    ...['=Rà soát', items[0].agency.name, 'Chủ trì', 'Phòng Tổng hợp'],
    ...['2023-07-20', '2023-07-31', 'Mới giao', '9'],
  ]);
  expect((await sheet('agency', '')).map((row) => row[5])).toEqual(['Sở Nội vụ', 'Sở Nội vụ']);
  expect(await sheet('stranger', 'agency=snv')).toEqual([]);
  // The chips of the page narrow the file too.
  expect((await sheet('leader', 'state=support')).map((row) => row[6])).toEqual(['Phối hợp']);
  expect((await ask('leader', 'GET', '/api/assignments?state=xong')).status).toBe(422);
  const log = await auditLog(testDesk(db, actors.admin), { act: 'exported', limit: 50 });
  expect(log.rows.map((row) => row.detail)).toContain(`/api/assignments.xlsx?${number}`);
  expect((await ask('nobody', 'GET', '/api/assignments.xlsx')).status).toBe(401);
  expect((await ask('leader', 'GET', '/api/assignments.xlsx?leaf=4')).status).toBe(422);
});

test('the number of a department in the table of the Office opens what it leads', async () => {
  const { ask } = await office();
  const { office: own } = (await ask('leader', 'GET', '/api/statistics')).json;
  expect(own.rows.map((row: { unit: { id: string } }) => row.unit.id)).toEqual(['khoagiao']);
  const behind = async (query: string) =>
    (await ask('leader', 'GET', `/api/assignments?from=2023-01-01&to=2023-07-20&${query}`)).json.items.length;
  expect(await behind('agency=khoagiao&leaf=3')).toBe(1);
  expect(await behind('agency=khoagiao&leaf=11')).toBe(0);
  expect(await behind('beside=office&leaf=1')).toBe(1);
});
