import { readSheet } from '@tddh/forms/sheet';
import { expect, inject, test } from 'vitest';
import { testApi } from '../testing.ts';

const lesson = { subject: 'Nhập văn bản', on: '2023-06-14', place: 'Hội trường', trainer: 'Phòng HC-QT' };
const begun = async () => {
  const api = await testApi(inject('endpoint'));
  const { json, status } = await api.ask('admin', 'POST', '/api/lessons', lesson);
  expect(status).toBe(201);
  return { ...api, at: `/api/lessons/${json.lesson.id}` };
};

test('a lesson is recorded with who attended; per unit it is told who has not', async () => {
  const { ask, at } = await begun();
  const people = [{ personId: 'per_agency' }, { name: 'Phạm Mới', unitId: 'stc' }];
  const sent = await ask('admin', 'POST', `${at}/attendance`, { people }, { 'if-match': '1' });
  expect(sent.json.lesson).toMatchObject({ count: 2, revision: 2 });
  const { json } = await ask('admin', 'GET', at);
  expect(json.attended).toEqual([
    { personId: 'per_agency', name: 'per_agency', unitId: 'snv' },
    { name: 'Phạm Mới', unitId: 'stc' },
  ]);
  const of = (id: string) => json.units.find((one: { unitId: string }) => one.unitId === id);
  expect(of('snv')).toMatchObject({ people: 2, attended: 1, guests: 0, missing: ['per_agencyhead'] });
  expect(of('stc')).toMatchObject({ attended: 0, guests: 1, missing: ['per_stranger'] });
  expect(of('khoagiao')).toMatchObject({ attended: 0, guests: 0, missing: ['per_other'] });
  const audit = await ask('admin', 'GET', '/api/audit?act=lesson-recorded');
  expect(audit.json.items.map((one: { detail: string }) => one.detail)).toEqual([
    '2023-06-14 Nhập văn bản: 2',
    '2023-06-14 Nhập văn bản: 0',
  ]);
});

test('what another has changed since is not written over; a cancelled lesson counts for nobody', async () => {
  const { ask, at } = await begun();
  const people = [{ personId: 'per_agency' }];
  await ask('admin', 'POST', `${at}/attendance`, { people });
  const late = await ask('admin', 'POST', `${at}/attendance`, { people: [] }, { 'if-match': '1' });
  expect([late.status, late.json.code]).toEqual([412, 'revision_changed']);
  const changed = await ask('admin', 'PATCH', at, {
    place: 'Phòng họp 2',
    materials: 'https://tinh.example/a',
  });
  expect(changed.json.lesson).toMatchObject({ place: 'Phòng họp 2', count: 1, revision: 3 });
  const removed = await ask('admin', 'PATCH', at, { materials: null });
  expect(removed.json.lesson.materials).toBeUndefined();
  const attended = async () => {
    const { json } = await ask('admin', 'GET', '/api/lessons/standing');
    return [json.lessons, json.units.find((one: { unitId: string }) => one.unitId === 'snv').attended];
  };
  expect(await attended()).toEqual([1, 1]);
  await ask('admin', 'PATCH', at, { cancelled: true });
  expect(await attended()).toEqual([0, 0]);
});

test('what makes no sense is refused at its place, and only the administrator has the record', async () => {
  const { ask, at } = await begun();
  const send = (people: object[]) => ask('admin', 'POST', `${at}/attendance`, { people });
  for (const [people, path] of [
    [[{ personId: 'per_khongco' }], 'people.0.personId'],
    [[{ name: 'A', unitId: 'khongco' }], 'people.0.unitId'],
    [
      [
        { name: 'Á', unitId: 'snv' },
        { name: 'a', unitId: 'snv' },
      ],
      'people.1',
    ],
  ] as const) {
    const { status, json } = await send([...people]);
    expect([status, json.errors[0].path]).toEqual([422, path]);
  }
  const coming = await ask('admin', 'POST', '/api/lessons', { ...lesson, on: '2023-06-16' });
  expect([coming.status, coming.json.errors[0].path]).toEqual([422, 'on']);
  expect((await ask('head', 'GET', '/api/lessons')).status).toBe(403);
  expect((await ask('nobody', 'GET', '/api/lessons')).status).toBe(401);
});

test('the record leaves as Excel: lessons, who attended, and units with who has not', async () => {
  const { ask, at } = await begun();
  await ask('admin', 'POST', `${at}/attendance`, { people: [{ name: '=1+1', unitId: 'snv' }] });
  const { bytes, status } = await ask('admin', 'GET', '/api/lessons/list.xlsx');
  expect(status).toBe(200);
  const pages = await readSheet(bytes);
  expect(pages.map((page) => page.name)).toEqual(['Buổi tập huấn', 'Người dự', 'Theo đơn vị']);
  expect(pages[0]?.rows.flat()).toContain('Nhập văn bản');
  expect(pages[1]?.rows.at(-1)).toEqual(['1', '2023-06-14', 'Nhập văn bản', '=1+1', 'Sở Nội vụ', 'chưa có']);
  expect(pages[2]?.rows.flat()).toContain('per_stranger');
});
