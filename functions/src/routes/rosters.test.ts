import { remindRounds } from '@tddh/core/reminders';
import { actors, testDesk } from '@tddh/core/testing';
import { readSheet, writeSheet } from '@tddh/forms/sheet';
import { expect, inject, test } from 'vitest';
import { testApi } from '../testing.ts';

const an = {
  name: 'Nguyễn Văn An',
  position: 'Chánh Văn phòng',
  phone: '0905 123 456',
  email: 'an@snv.gov.vn',
};
const opened = async () => {
  const rung: (string | undefined)[] = [];
  const api = await testApi(inject('endpoint'), { ring: (whom) => rung.push(whom) });
  const { json } = await api.ask('admin', 'POST', '/api/rosters', {
    name: 'Đợt 1/2023',
    dueOn: '2023-06-20',
  });
  return { ...api, rung, at: `/api/rosters/${json.round.id}` };
};

test('a round expects every unit and department; each sends its own, and the page shows who has not', async () => {
  const { ask, at } = await opened();
  expect((await ask('agency', 'POST', `${at}/entries`, { people: [an] })).json.entry).toMatchObject({
    ...{ unitId: 'snv', people: [an], sentOn: '2023-06-15', revision: 1 },
  });
  expect(
    (await ask('head', 'POST', `${at}/entries`, { people: [{ ...an, phone: '0905999888' }] })).status,
  ).toBe(200);
  const { json } = await ask('chief', 'GET', at);
  const owed = json.units.filter((one: { entry: object | null }) => one.entry === null);
  expect(owed.map((one: { unit: { id: string } }) => one.unit.id)).toEqual(['stc', 'vpubnd', 'khoagiao']);
  expect(json.missing).toBe(3);
  const list = await ask('admin', 'GET', '/api/rosters');
  expect(list.json.items).toMatchObject([{ expected: 5, sent: 2, own: 'sent' }]);
  expect((await ask('stranger', 'GET', '/api/rosters')).json.items).toMatchObject([{ own: 'owed' }]);
});

test('an agency sees and sends nobody else’s, a leader sends nothing, and the administrator sends for a unit', async () => {
  const { ask, at } = await opened();
  await ask('agency', 'POST', `${at}/entries`, { people: [an] });
  const seen = await ask('stranger', 'GET', at);
  expect(seen.json.units.map((one: { unit: { id: string } }) => one.unit.id)).toEqual(['stc']);
  expect(JSON.stringify(seen.json)).not.toContain('Nguyễn Văn An');
  expect((await ask('stranger', 'POST', `${at}/entries`, { unitId: 'snv', people: [an] })).status).toBe(404);
  expect((await ask('leader', 'POST', `${at}/entries`, { unitId: 'snv', people: [an] })).status).toBe(403);
  expect((await ask('stranger', 'POST', '/api/rosters', { name: 'x', dueOn: '2023-06-30' })).status).toBe(
    403,
  );
  expect((await ask('stranger', 'POST', `${at}/remind`, {})).status).toBe(403);
  expect((await ask('admin', 'POST', `${at}/entries`, { unitId: 'stc', people: [an] })).status).toBe(200);
  expect(
    (await ask('admin', 'POST', `${at}/entries`, { unitId: 'ldvp', people: [an] })).json.errors[0].path,
  ).toBe('unitId');
});

test('what is sent again goes over what the page has read, and a fault is told at its field', async () => {
  const { ask, at } = await opened();
  const send = (revision: string, people: object[] = [an]) =>
    ask('agency', 'POST', `${at}/entries`, { people }, { 'if-match': revision });
  expect((await send('0')).status).toBe(200);
  expect((await send('0')).status).toBe(412);
  expect((await send('1')).json.entry.revision).toBe(2);
  expect((await send('2', [{ ...an, phone: 'không có' }])).json.errors[0].path).toBe('people.0.phone');
  expect((await send('2', [an, { ...an, position: 'Khác' }])).json.errors[0].path).toBe('people');
});

test('a sheet is read row by row: faults refuse their own row alone, and nothing is stored by a preview', async () => {
  const { ask, at } = await opened();
  const bytes = await writeSheet([
    {
      ...{ name: 'Nhân sự', notes: ['Đợt 1', 'Sở Nội vụ'] },
      columns: ['Họ và tên', 'Chức vụ', 'Điện thoại', 'Thư điện tử'].map((title) => ({ title })),
      rows: [
        [an.name, an.position, an.phone, an.email],
        ['Trần Thị Bình', '', '0905111222', null],
        ['=HYPERLINK("http://xau.vn")', 'Chuyên viên', '0905111333', null],
        [an.name, 'Lần nữa', '0905.123.456', null],
      ],
    },
  ]);
  const content = Buffer.from(bytes).toString('base64');
  const { json } = await ask('agency', 'POST', `${at}/sheet`, { content });
  expect(json.rows).toMatchObject([
    { person: an },
    { faults: [{ path: 'position' }] },
    { person: { name: '=HYPERLINK("http://xau.vn")' } },
    { faults: [{ path: 'name' }] },
  ]);
  expect((await ask('agency', 'GET', at)).json.units[0].entry).toBeNull();
  const bad = await ask('agency', 'POST', `${at}/sheet`, {
    content: Buffer.from('<html>').toString('base64'),
  });
  expect(bad.json.code).toBe('bad_file');
});

test('the list goes out as a workbook, who has not sent on a page of its own, and formulas are text', async () => {
  const { ask, at } = await opened();
  await ask('agency', 'POST', `${at}/entries`, { people: [{ ...an, name: '=1+1' }] });
  const [list, owed] = await readSheet((await ask('chief', 'GET', `${at}/list.xlsx`)).bytes);
  const [form] = await readSheet((await ask('agency', 'GET', `${at}/form.xlsx`)).bytes);
  expect(form!.rows.at(-1)).toEqual(['=1+1', an.position, an.phone, an.email]);
  expect(list!.rows.flat()).toContain('=1+1');
  expect(owed!.rows.flat()).toContain('Phòng Khoa giáo - Văn xã');
});

test('units that have not sent are reminded by hand and by the settings, each person once a day', async () => {
  const { ask, at, db, rung } = await opened();
  await ask('agency', 'POST', `${at}/entries`, { people: [an] });
  const { json } = await ask('admin', 'POST', `${at}/remind`, {});
  expect(json).toEqual({ units: 4, letters: 4 });
  // Their letters go now, not with the next minute; nobody is rung for letters that nobody queued.
  expect(rung.filter((whom) => whom === 'mail')).toHaveLength(1);
  expect((await ask('admin', 'POST', `${at}/remind`, { units: ['stc'] })).json).toEqual({
    units: 1,
    letters: 0,
  });
  expect(rung.filter((whom) => whom === 'mail')).toHaveLength(1);
  const on = (today: string) => remindRounds(testDesk(db, actors.admin, today));
  expect([await on('2023-06-16'), await on('2023-06-17'), await on('2023-06-17')]).toEqual([0, 4, 0]);
  expect([await on('2023-06-19'), await on('2023-06-20'), await on('2023-06-21')]).toEqual([4, 0, 4]);
});

test('a unit that is merged away before it has sent is expected no more, and nobody new begins there', async () => {
  const { ask, at } = await opened();
  const basis = '18/NQ-HĐND';
  await ask('admin', 'POST', '/api/successions', {
    kind: 'merge',
    on: '2023-06-15',
    basis,
    from: ['snv'],
    to: ['stc'],
  });
  const { json } = await ask('admin', 'GET', at);
  expect(json.units.map((one: { unit: { id: string } }) => one.unit.id)).not.toContain('snv');
  expect((await ask('admin', 'POST', `${at}/remind`, { units: ['snv'] })).json.code).toBe('invalid');
  const person = {
    name: 'Mới',
    username: 'moi',
    password: 'mot-mat-khau-dai',
    role: 'agency-officer',
    unitId: 'snv',
  };
  expect((await ask('admin', 'POST', '/api/people', person)).json.errors[0].path).toBe('unitId');
});
