import { auditLog } from '@tddh/core/audit';
import { workFileOuts } from '@tddh/core/fileoutwork';
import { actors, aDocument, testDesk } from '@tddh/core/testing';
import { readSheet } from '@tddh/forms/sheet';
import { faultsOf } from '@tddh/forms/testing';
import { expect, inject, test } from 'vitest';
import { listFile } from '../listpaper.ts';
import { entered, memoryStore, testApi, type Who } from '../testing.ts';

/** An office whose answers hold little, with who works its jobs. */
async function office() {
  const rung: (string | undefined)[] = [];
  const stored = new Map<string, Uint8Array>();
  const store = memoryStore(stored);
  const answer = { bytes: 1500, milliseconds: 60_000 };
  const api = await testApi(inject('endpoint'), { answer, store, ring: (whom) => rung.push(whom) });
  const tasks = Array.from({ length: 6 }, (_, i) => {
    return { content: `=Việc ${i}`, leads: ['snv', 'stc'], supports: [], dueOn: '2023-06-30' };
  });
  await entered(api.ask, aDocument({ tasks }));
  rung.splice(0);
  const desk = { ...testDesk(api.db, actors.admin), store };
  const work = () =>
    workFileOuts(desk, listFile, {
      until: Date.now() + 60_000,
      onError: (_, error) => {
        throw error;
      },
    });
  return { ...api, rung, stored, work };
}

/** The jobs begin on the frozen instant of the tests, and so must their fetching. */
const ofList = '/api/assignments.xlsx?status=assigned';

test('a list that no answer holds is a job: 202, rung, done, fetched by who asked alone, recorded', async () => {
  const { ask, rung, stored, work, db } = await office();
  const asked = await ask('leader', 'GET', ofList);
  expect([asked.status, asked.json.job.state, asked.json.job.rows]).toEqual([202, 'waiting', 0]);
  expect(rung).toEqual(['fileout']);
  const path = `/api/files-out/${asked.json.job.id}`;
  expect((await ask('leader', 'GET', `${path}/file`)).status).toBe(503);
  expect(await work()).toMatchObject({ done: 1 });
  const { job } = (await ask('leader', 'GET', path)).json;
  expect(job).toMatchObject({ state: 'done', rows: 12, name: 'Nhiệm vụ 2023-06-15.xlsx' });
  expect((await ask('leader', 'GET', '/api/files-out')).json.items).toEqual([job]);
  const link = await ask('leader', 'GET', `${path}/file`);
  expect([link.status, link.headers.get('location')]).toEqual([
    302,
    `/get/${job.id.replace('out', 'fil')}/${encodeURIComponent(job.name)}`,
  ]);
  for (const who of ['admin', 'chief', 'officer', 'agency'] as Who[]) {
    expect((await ask(who, 'GET', path)).status).toBe(404);
    expect((await ask(who, 'GET', `${path}/file`)).status).toBe(404);
  }
  expect((await ask('nobody', 'GET', `${path}/file`)).status).toBe(401);
  const [bytes] = [...stored.values()];
  expect(job.bytes).toBe(bytes!.length);
  expect(await faultsOf(bytes!, 'xlsx')).toEqual([]);
  const rows = (await readSheet(bytes!))[0]!.rows.slice(1);
  expect(rows.map((row) => row[4])).toContain('=Việc 0');
  expect(rows.map((row) => row[12])).toContainEqual(
    expect.stringMatching(/^http:\/\/office\.test\/nhiem-vu\/asg_/),
  );
  const log = await auditLog(testDesk(db, actors.admin), { act: 'exported', limit: 50 });
  expect(log.rows.map((row) => [row.subject, row.detail])).toEqual([[job.id, `${job.name}: 12 dòng`]]);
});

test('a unit gets a file of its own alone, and a file that was made is no evidence for a report', async () => {
  const { ask, stored, work } = await office();
  const { job } = (await ask('agency', 'GET', ofList)).json;
  await work();
  const rows = (await readSheet([...stored.values()][0]!))[0]!.rows.slice(1);
  expect([...new Set(rows.map((row) => row[5]))]).toEqual(['Sở Nội vụ']);
  const made = job.id.replace('out', 'fil');
  expect((await ask('agency', 'POST', `/api/files/${made}/examine`, {})).status).toBe(404);
  expect((await ask('agency', 'GET', `/api/files/${made}`)).status).toBe(404);
});
