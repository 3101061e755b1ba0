import { aDocument } from '@tddh/core/testing';
import { expect, inject, test } from 'vitest';
import { entered, testApi, type Who } from '../testing.ts';

const proven = { result: 'Đã xong', documentNumber: '12/BC-SNV', documentDate: '2023-06-14' };

test('every route turns a stranger away, unless it is named open', async () => {
  const { app, ask } = await testApi(inject('endpoint'));
  const open = new Set([
    'GET /api/health',
    'GET /api/setup',
    'POST /api/setup',
    'POST /api/report-links/open',
    'POST /api/report-links/report',
    'POST /api/session',
    'POST /api/session/unlock',
    'POST /api/links/ask',
    'POST /api/links/open',
    'POST /api/links/use',
    'GET /api/openapi.json',
  ]);
  const routes = app.routes.filter((r) => r.method !== 'ALL' && r.path.startsWith('/api/'));
  const doors = new Set(routes.map((r) => `${r.method} ${r.path}`));
  expect(doors.size).toBeGreaterThan(35);
  for (const door of doors) {
    const [method = '', path = ''] = door.split(' ');
    const answer = await ask(
      'nobody',
      method,
      path.replace(':id', 'asg_x'),
      method === 'GET' ? undefined : {},
    );
    // A webhook is opened by its signature.
    if (door.startsWith('POST /api/integrations/national/events')) {
      expect(answer.json.code).toBe('bad_signature');
    } else if (open.has(door)) expect(answer.status, door).not.toBe(401);
    else expect([door, answer.status, answer.json.code]).toEqual([door, 401, 'unauthenticated']);
  }
});

test('the OpenAPI document names every route', async () => {
  const { app, ask } = await testApi(inject('endpoint'));
  const { json } = await ask('nobody', 'GET', '/api/openapi.json');
  expect(json.openapi).toMatch(/^3\.1/);
  for (const route of app.routes.filter((r) => r.method !== 'ALL' && r.path !== '/api/openapi.json')) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    expect(json.paths[path]?.[route.method.toLowerCase()], `${route.method} ${path}`).toBeDefined();
  }
  const report =
    json.paths['/api/assignments/{id}/report'].post.requestBody.content['application/json'].schema;
  expect(JSON.stringify(report)).toContain('documentNumber');
});

test('an officer enters a document, and each agency sees its own assignment alone', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const tasks = [
    { content: 'Việc một', leads: ['snv', 'stc'], supports: [], dueOn: '2023-06-30' },
    { content: 'Việc hai', leads: ['stc'], supports: ['snv'], dueOn: null },
  ];
  const { document, assignments } = await entered(ask, aDocument({ tasks }));
  expect(assignments).toMatchObject([
    { agency: { id: 'snv' }, role: 'lead', status: 'assigned', dueOn: '2023-06-30', taskId: 't1' },
    { agency: { id: 'stc' }, role: 'lead', status: 'assigned', dueOn: '2023-06-30', taskId: 't1' },
    { agency: { id: 'stc' }, role: 'lead', status: 'assigned', dueOn: null, taskId: 't2' },
    { agency: { id: 'snv' }, role: 'support', status: 'assigned', dueOn: null, taskId: 't2' },
  ]);
  const own = await ask('agency', 'GET', '/api/assignments');
  expect(own.json.items.map((i: { agency: { id: string } }) => i.agency.id)).toEqual(['snv', 'snv']);
  expect((await ask('agency', 'GET', '/api/assignments?agency=stc')).json).toEqual({
    items: [],
    cursor: null,
  });
  expect((await ask('agency', 'GET', `/api/assignments/${assignments[1]!.id}`)).status).toBe(404);
  expect((await ask('agency', 'POST', `/api/assignments/${assignments[1]!.id}/report`, proven)).status).toBe(
    404,
  );
  const seen = await ask('agency', 'GET', `/api/documents/${document.id}`);
  expect(JSON.stringify(seen.json)).not.toContain('stc');
  expect((await ask('stranger', 'GET', `/api/assignments/${assignments[0]!.id}`)).status).toBe(404);
});

test('a report is filed, returned, filed again and confirmed, and its life is told', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const { assignments } = await entered(ask, aDocument());
  const at = `/api/assignments/${assignments[0]!.id}`;
  expect((await ask('agency', 'POST', `${at}/confirm`, {})).status).toBe(403);
  expect((await ask('officer', 'POST', `${at}/confirm`, {})).json).toMatchObject({
    status: 409,
    code: 'state_forbids',
  });
  expect((await ask('agency', 'POST', `${at}/report`, { result: 'Xong' })).json).toMatchObject({
    status: 422,
    errors: [{ path: 'documentNumber' }],
  });
  expect(
    (await ask('agency', 'POST', `${at}/report`, { result: 'Xong', files: ['fil_x'] })).json,
  ).toMatchObject({
    status: 422,
    errors: [{ path: 'files' }],
  });
  expect((await ask('officer', 'GET', '/api/assignments?status=draft')).json).toEqual({
    items: [],
    cursor: null,
  });
  expect((await ask('agency', 'POST', `${at}/report`, proven)).json.assignment.status).toBe('reported');
  const returned = await ask('officer', 'POST', `${at}/return`, {
    reason: 'Thiếu số liệu',
    cureOn: '2023-06-20',
  });
  expect(returned.json.assignment.status).toBe('in-progress');
  await ask('agency', 'POST', `${at}/report`, proven);
  const confirmed = await ask('head', 'POST', `${at}/confirm`, {});
  expect(confirmed.json.assignment).toMatchObject({ status: 'done', revision: 5, leaf: 14 });
  const { json } = await ask('agency', 'GET', at);
  expect(json.history.map((h: { verb: string }) => h.verb)).toEqual([
    'assign',
    'report',
    'return',
    'report',
    'confirm',
  ]);
  expect(json.reports).toMatchObject([
    { outcome: 'returned', reason: 'Thiếu số liệu', cureOn: '2023-06-20', countedOn: '2023-06-15' },
    { outcome: 'confirmed', decidedOn: '2023-06-15' },
  ]);
  expect(json.dues).toEqual([{ dueOn: '2023-06-30', on: '2023-06-15', kind: 'assigned' }]);
});

test('an officer records a paper report and confirms it in the same step', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const { assignments } = await entered(ask, aDocument());
  const at = `/api/assignments/${assignments[0]!.id}/report`;
  const paper = { ...proven, documentDate: '2023-06-13', reportedOn: '2023-06-14', confirm: true };
  expect((await ask('agency', 'POST', at, paper)).status).toBe(422);
  expect((await ask('other', 'POST', at, paper)).status).toBe(403);
  expect((await ask('officer', 'POST', at, paper)).json.assignment).toMatchObject({
    status: 'done',
    revision: 3,
  });
});

test('a selection is confirmed with a result per row', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const tasks = [{ content: 'Việc', leads: ['snv', 'stc'], supports: [], dueOn: null }];
  const { assignments } = await entered(ask, aDocument({ tasks }));
  const [one, two] = assignments.map((a) => a.id);
  await ask('agency', 'POST', `/api/assignments/${one}/report`, proven);
  const { json } = await ask('officer', 'POST', '/api/assignments/confirm', { ids: [one, two, 'asg_none'] });
  expect(json.results).toMatchObject([
    { id: one, ok: true },
    { id: two, ok: false, code: 'state_forbids' },
    { id: 'asg_none', ok: false, code: 'not_found' },
  ]);
});

test('a request that comes twice has one effect', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const document = aDocument();
  const key = { 'idempotency-key': 'once-1' };
  const first = await ask('officer', 'POST', '/api/documents', document, key);
  const again = await ask('officer', 'POST', '/api/documents', document, key);
  expect(again.status).toBe(201);
  expect(again.json.document.id).toBe(first.json.document.id);
  const other = await ask('officer', 'POST', '/api/documents', aDocument(), key);
  expect(other.json.code).toBe('idempotency_mismatch');
  const at = `/api/assignments/${first.json.assignments[0].id}/note`;
  const note = { text: 'Đang làm' };
  await ask('agency', 'POST', at, note, { 'idempotency-key': 'n' });
  expect((await ask('agency', 'POST', at, note, { 'idempotency-key': 'n' })).json.assignment.revision).toBe(
    2,
  );
  expect((await ask('agency', 'POST', at, note, { 'if-match': '1' })).json).toMatchObject({
    status: 412,
    code: 'revision_changed',
  });
  expect((await ask('agency', 'POST', at, note, { 'if-match': '"2"' })).json.assignment.revision).toBe(3);
});

test('a request that comes again while the first is under way gets the answer of the first', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const document = aDocument();
  const enter = () => ask('officer', 'POST', '/api/documents', document, { 'idempotency-key': 'twin' });
  const entered = await Promise.all([enter(), enter(), enter(), enter()]);
  expect(entered.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(new Set(entered.map(({ json }) => json.document.id)).size).toBe(1);
  const at = `/api/assignments/${entered[0]!.json.assignments[0].id}/accept`;
  const accept = () => ask('agency', 'POST', at, {}, { 'idempotency-key': 'twin' });
  const accepted = await Promise.all([accept(), accept(), accept(), accept()]);
  expect(accepted.map(({ status, json }) => [status, json.assignment?.revision])).toEqual(
    Array(4).fill([200, 2]),
  );
});

test.each<[string, Record<string, unknown>, string]>([
  ['an impossible date', { issuedOn: '2023-02-31' }, 'issuedOn'],
  [
    'a due day before the issue day',
    { tasks: [{ content: 'Việc', leads: ['snv'], supports: [], dueOn: '2023-06-01' }] },
    'tasks.0.dueOn',
  ],
  [
    'an unknown unit',
    { tasks: [{ content: 'Việc', leads: ['nowhere'], supports: [], dueOn: null }] },
    'tasks.0.leads.0',
  ],
  [
    'a unit twice as lead',
    { tasks: [{ content: 'Việc', leads: ['snv', 'snv'], supports: [], dueOn: null }] },
    'tasks.0.leads',
  ],
  [
    'an empty content',
    { tasks: [{ content: '  ', leads: ['snv'], supports: [], dueOn: null }] },
    'tasks.0.content',
  ],
  [
    'a text of 1 MB',
    { tasks: [{ content: 'a'.repeat(1_000_000), leads: ['snv'], supports: [], dueOn: null }] },
    'tasks.0.content',
  ],
  ['a field too many', { status: 'issued' }, 'status'],
  ['a number that is none', { number: 'không số' }, 'number'],
  ['no task at all', { tasks: [] }, 'tasks'],
])('%s is refused in Vietnamese, and nothing is changed', async (_, over, path) => {
  const { ask } = await testApi(inject('endpoint'));
  const { status, json } = await ask('officer', 'POST', '/api/documents', aDocument(over));
  expect(status).toBe(422);
  expect(json.errors.map((e: { path: string }) => e.path)).toContain(path);
  expect(json.errors[0].message).toMatch(/[à-ỹđ]/i);
  expect((await ask('officer', 'GET', '/api/documents')).json.items).toEqual([]);
});

test.each(['Mật', 'Tối mật', 'Tuyệt mật'])('a document marked %s is refused and not stored', async (mark) => {
  const { ask } = await testApi(inject('endpoint'));
  for (const over of [{ secrecy: mark }, { subject: `${mark}: Kế hoạch` }, { subject: mark.toUpperCase() }]) {
    const { status, json } = await ask('officer', 'POST', '/api/documents', aDocument(over));
    expect([status, json.code]).toEqual([422, 'secret_document']);
    expect(JSON.stringify(json)).not.toContain('Kế hoạch');
  }
  expect((await ask('officer', 'GET', '/api/documents')).json.items).toEqual([]);
});

test('a broken JSON, a wrong type, a large body and a tampered cursor are refused clearly', async () => {
  const { ask } = await testApi(inject('endpoint'));
  expect((await ask('officer', 'POST', '/api/documents', '{"a":')).json).toMatchObject({
    status: 400,
    code: 'unreadable',
    errors: [{ path: '' }],
  });
  const form = await ask('officer', 'POST', '/api/documents', 'a=1', {
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect(form.json).toMatchObject({ status: 415, code: 'not_json' });
  const large = await ask('officer', 'POST', '/api/documents', JSON.stringify({ a: 'x'.repeat(10_000_000) }));
  expect(large.json).toMatchObject({ status: 413, code: 'too_large' });
  expect((await ask('officer', 'GET', '/api/assignments?cursor=abc.def')).json).toMatchObject({
    status: 422,
    code: 'bad_cursor',
  });
  expect((await ask('officer', 'GET', '/api/assignments?leaf=4')).status).toBe(422);
  expect((await ask('officer', 'GET', '/api/assignments?nothing=1')).status).toBe(422);
  expect((await ask('officer', 'GET', '/api/statistics?from=2023-12-01&to=2023-01-01')).status).toBe(422);
});

test('a document that exists is refused by the table, however it is written and however many enter it at once', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const written = ['77/UBND-TH', '77 / UBND-TH', '077/UBND-th', 'Số: 77/UBND-TH'];
  const answers = await Promise.all(
    written.map((number) => ask('officer', 'POST', '/api/documents', aDocument({ number }))),
  );
  expect(answers.map((a) => a.status).sort()).toEqual([201, 409, 409, 409]);
  expect(answers.find((a) => a.status === 409)!.json).toMatchObject({ code: 'document_exists' });
  expect((await ask('officer', 'GET', '/api/documents')).json.items).toHaveLength(1);
});

test('a draft is completed by one edit, and a correction reaches every assignment', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const draft = await ask('officer', 'POST', '/api/documents', aDocument({ number: '/UBND-TH' }));
  expect(draft.json).toMatchObject({ document: { status: 'draft' }, assignments: [] });
  const at = `/api/documents/${draft.json.document.id}`;
  const issued = await ask('officer', 'PATCH', at, { number: '901/UBND-TH' });
  expect(issued.json).toMatchObject({
    document: { status: 'issued' },
    assignments: [{ agency: { id: 'snv' } }],
  });
  const corrected = await ask('officer', 'PATCH', at, {
    subject: 'Trích yếu đúng',
    field: 'taichinh',
    reason: 'Ghi nhầm',
  });
  expect(corrected.json.assignments[0]).toMatchObject({
    field: 'taichinh',
    document: { subject: 'Trích yếu đúng' },
  });
  expect((await ask('other', 'PATCH', at, { subject: 'x' })).status).toBe(403);
  expect((await ask('agency', 'PATCH', at, { subject: 'x' })).status).toBe(404);
  expect((await ask('officer', 'PATCH', at, { issuedOn: '2023-06-01' })).status).toBe(422);
});

test('an officer enters only in fields of the own department; agencies and leaders enter nothing', async () => {
  const { ask } = await testApi(inject('endpoint'));
  expect((await ask('officer', 'POST', '/api/documents', aDocument({ field: 'giaoduc' }))).status).toBe(403);
  for (const who of ['agency', 'leader', 'admin', 'chief'] as Who[]) {
    expect((await ask(who, 'POST', '/api/documents', aDocument())).status, who).toBe(403);
  }
});

test('20 tasks for 3 units make 60 assignments in one request', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const tasks = Array.from({ length: 20 }, (_, i) => ({
    ...{ content: `Việc ${i + 1}`, leads: ['snv', 'stc', 'vpubnd'], supports: [], dueOn: null },
  }));
  const { assignments } = await entered(ask, aDocument({ tasks }));
  expect(assignments).toHaveLength(60);
});

test('only an administrator adds units, fields and people', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const unit = { name: 'Sở Y tế', kind: 'agency' };
  expect((await ask('officer', 'POST', '/api/units', unit)).status).toBe(403);
  const added = await ask('admin', 'POST', '/api/units', unit);
  expect(added.status).toBe(201);
  expect((await ask('admin', 'POST', '/api/units', unit)).status).toBe(422);
  const person = {
    name: 'Nguyễn Văn A',
    username: 'syt',
    password: 'mot-mat-khau-dai',
    role: 'agency-officer',
    unitId: added.json.unit.id,
  };
  expect((await ask('admin', 'POST', '/api/people', person)).status).toBe(201);
  expect((await ask('admin', 'POST', '/api/people', person)).json.code).toBe('name_taken');
  expect(
    (await ask('admin', 'POST', '/api/people', { ...person, username: 'x1', password: 'ngan' })).status,
  ).toBe(422);
  expect((await ask('agency', 'GET', '/api/people')).status).toBe(403);
  expect(JSON.stringify((await ask('admin', 'GET', '/api/people')).json)).not.toContain('argon2');
});
