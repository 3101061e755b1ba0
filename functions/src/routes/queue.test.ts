import { aDocument } from '@tddh/core/testing';
import { strFromU8, unzipSync } from 'fflate';
import { expect, inject, test } from 'vitest';
import { entered, testApi } from '../testing.ts';

const proven = { result: 'Đã xong', documentNumber: '12/BC-SNV', documentDate: '2023-06-14' };

test('the queue answers by task, refuses a field that cannot be, and is closed to agencies', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const tasks = [{ content: 'Việc', leads: ['snv', 'stc'], supports: [], dueOn: '2023-06-30' }];
  const { assignments } = await entered(ask, aDocument({ tasks }));
  await ask('agency', 'POST', `/api/assignments/${assignments[0]!.id}/report`, proven);
  const { json } = await ask('officer', 'GET', '/api/queue?department=tonghop');
  expect(json).toMatchObject({
    items: [
      { total: 2, reported: 1, awaiting: [{ agency: { id: 'snv' } }], missing: [{ agency: { id: 'stc' } }] },
    ],
    cursor: null,
  });
  expect((await ask('officer', 'GET', '/api/queue?limit=51')).status).toBe(422);
  expect((await ask('agency', 'GET', '/api/queue')).status).toBe(403);
  expect((await ask('nobody', 'GET', '/api/queue')).status).toBe(401);
});

test('a letter of chasing names the late tasks of one unit, of the department that asks', async () => {
  const { ask } = await testApi(inject('endpoint'), { today: () => '2023-07-10' });
  const task = { content: 'Tổng kết năm', leads: ['snv', 'stc'], supports: [], dueOn: '2023-06-30' };
  await entered(ask, aDocument({ tasks: [task, { ...task, content: 'Chưa đến hạn', dueOn: '2023-07-30' }] }));
  const answer = await ask('officer', 'GET', '/api/chasing.docx?agency=stc');
  expect(answer.headers.get('content-disposition')).toContain('Cong van don doc - So Tai chinh.docx');
  const text = strFromU8(unzipSync(answer.bytes)['word/document.xml']!);
  expect(text).toContain('Kính gửi: Sở Tài chính');
  expect(text).toContain('Tổng kết năm');
  expect(text).not.toContain('Chưa đến hạn');
  const none = await ask('other', 'GET', '/api/chasing.docx?agency=stc');
  expect(none.json).toMatchObject({ status: 422, errors: [{ path: 'agency' }] });
  expect((await ask('officer', 'GET', '/api/chasing.docx?agency=khongco')).status).toBe(422);
  expect((await ask('agency', 'GET', '/api/chasing.docx?agency=snv')).status).toBe(403);
  expect((await ask('leader', 'GET', '/api/chasing.docx?agency=snv')).status).toBe(403);
  expect((await ask('nobody', 'GET', '/api/chasing.docx?agency=snv')).status).toBe(401);
});
