import { openSession } from '@tddh/core/session';
import { pdf } from '@tddh/domain/filesamples';
import { beforeAll, expect, inject, test } from 'vitest';
import type { createApp } from '../app.ts';
import { entered, testApi, type Who } from '../testing.ts';

/**
 * The permission matrix: every route of the app by everybody. A line says for each column what becomes of a request
 * that is right in itself:
 *   +  let in (2xx or 3xx; or 409, 412: permitted, but not as things stand)   -  403   0  404   x  401   g  410   v  422
 * Columns: officer, officer of another department, head | office-leader, leader | admin | agency-officer,
 * agency-leader | another agency's officer | nobody.
 */
const columns: readonly Who[] = [
  ...(['officer', 'other', 'head', 'chief', 'leader', 'admin', 'agency', 'agencyHead', 'stranger'] as const),
  'nobody',
];

/** What stands on the table: an assignment of snv that tonghop follows, and its document. */
interface Facts {
  assignment: string;
  document: string;
  /** The column whose turn it is: for what must differ from one to the next. */
  who: Who;
}
interface Line {
  /** One sign for each column; blanks group them. */
  may: string;
  /** A body that its schema takes; with one, `{}` is sent where none is given. */
  body?: object | ((facts: Facts) => object);
  /** What stands for the `:names` of the path. */
  path?: (facts: Facts) => Record<string, string>;
  query?: string;
}

const all = '+++ ++ + ++ + x';
const admin = '--- -- + -- - x';
const officers = '+++ -- - -- - x';
const open = '+++ ++ + ++ + +';
const theUnit = '--- -- - ++ 0 x';
const theOffice = '+-+ +- - -- 0 x';
const missing = '000 00 0 00 0 x';
const noSuch = '--- -- 0 -- - x';
const theChief = '--- +- - -- 0 x';

const line = (may: string, body?: Line['body'], rest: Omit<Line, 'may' | 'body'> = {}): Line => ({
  ...{ may, ...rest },
  ...(body ? { body } : {}),
});
/** A verb on the assignment. */
const verb = (may: string, body: Line['body'] = {}) =>
  line(may, body, { path: ({ assignment }) => ({ id: assignment }) });
/** A route about the document. */
const doc = (may: string, body?: Line['body']) =>
  line(may, body, { path: ({ document }) => ({ id: document }) });
const on = (id: string) => ({ path: () => ({ id }) });

const reason = 'Lý do thử';
const reference = '1/UBND-TH';
const newDocument = {
  ...{ number: '77/UBND-TH', issuedOn: '2023-06-12', issuer: 'UBND tỉnh', type: 'cv', subject: 'Thử quyền' },
  tasks: [{ content: 'Báo cáo', leads: ['snv'], supports: [], dueOn: '2023-06-30' }],
};
const newPerson = {
  ...{ name: 'Người mới', username: 'nguoimoi', password: 'mot-mat-khau-dai' },
  ...{ role: 'officer', unitId: 'tonghop' },
};
const person = { name: 'Đầu mối', position: 'Chuyên viên', phone: '0261 3544 321' };
const legacyRow = {
  ...{ number: '99/UBND-TH', issuedOn: '2023-06-01', issuer: 'UBND tỉnh', type: 'Công văn', subject: 'Thử' },
  ...{ departmentId: 'tonghop', content: 'Báo cáo', agencyId: 'snv', assignedOn: '2023-06-02', dueOn: null },
};
const sheetRow = {
  ...{ row: 2, id: 'asg_thieu', stamp: '', outcome: '', reason: '', documentNumber: '' },
  ...{ documentDate: '', reportedOn: '', cureOn: '' },
};
const rename = { kind: 'rename', on: '2023-06-15', basis: reference, from: ['stc'] };

/** One line for each route, in the order of the files of routes; they run in this order. */
const matrix: Record<string, Line> = {
  // office
  'GET /api/health': line(open),
  'GET /api/openapi.json': line(open),
  'GET /api/catalog': line(all),
  'GET /api/units': line(all),
  'POST /api/units': line(admin, { name: 'Sở Thử quyền', kind: 'agency' }),
  'POST /api/fields': line(admin, { name: 'Thử quyền', departmentId: 'tonghop' }),
  'GET /api/people': line('+++ +- + -- - x'),
  'POST /api/people': line(admin, newPerson),
  'GET /api/notifications': line(all),
  'POST /api/notifications/read': line(all),
  // people, units, settings
  'PATCH /api/people/:id': line(admin, { name: 'Tên khác' }, on('per_other')),
  'PATCH /api/units/:id': line(admin, { short: 'Phòng KG' }, on('khoagiao')),
  'PATCH /api/fields/:id': line(admin, { name: 'Giáo dục và đào tạo' }, on('giaoduc')),
  'GET /api/successions': line(admin),
  'POST /api/successions': line(admin, { ...rename, name: 'Sở Tài chính mới' }),
  'GET /api/successions/:id/moves': line(noSuch, undefined, on('suc_thieu')),
  'POST /api/successions/:id/moves': line(noSuch, { moves: [{ id: 'asg_thieu' }] }, on('suc_thieu')),
  'GET /api/successions/:id/people': line(noSuch, undefined, on('suc_thieu')),
  'POST /api/successions/:id/people': line(noSuch, { moves: [{ id: 'per_thieu' }] }, on('suc_thieu')),
  'GET /api/lessons': line(admin),
  'POST /api/lessons': line(admin, {
    ...{ subject: 'Nhập văn bản', on: '2023-06-14', place: 'Hội trường', trainer: 'Phòng HC-QT' },
  }),
  'GET /api/lessons/standing': line(admin),
  'GET /api/lessons/list.xlsx': line(admin),
  'GET /api/lessons/:id': line(noSuch, undefined, on('lsn_thieu')),
  'PATCH /api/lessons/:id': line(noSuch, { cancelled: true }, on('lsn_thieu')),
  'POST /api/lessons/:id/attendance': line(noSuch, { people: [] }, on('lsn_thieu')),
  'POST /api/training/over': line(noSuch),
  'GET /api/settings': line(admin),
  'PATCH /api/settings': line(admin, { startAfter: 3 }),
  'GET /api/people/:id/handover': line(admin, undefined, on('per_other')),
  'POST /api/people/:id/handover': line('--- -- v -- - x', { to: 'per_officer' }, on('per_other')),
  'GET /api/fields/:id/handover': line(admin, undefined, on('giaoduc')),
  'POST /api/fields/:id/handover': line('--- -- v -- - x', { departmentId: 'khoagiao' }, on('giaoduc')),
  'POST /api/fields/:id/follow': line(admin, { ids: ['asg_thieu'] }, on('giaoduc')),
  'PATCH /api/calendar': line(admin, { year: 2024, off: [], working: [] }),
  // rosters: everybody for the own unit
  'GET /api/rosters': line(all),
  'POST /api/rosters': line(admin, { name: 'Đợt thử', dueOn: '2023-07-01' }),
  'GET /api/rosters/:id': line(missing, undefined, on('ros_thieu')),
  'POST /api/rosters/:id/entries': line(missing, { people: [person] }, on('ros_thieu')),
  'POST /api/rosters/:id/sheet': line(missing, { content: 'UEs=' }, on('ros_thieu')),
  'POST /api/rosters/:id/remind': line(noSuch, {}, on('ros_thieu')),
  'GET /api/rosters/:id/form.xlsx': line(missing, undefined, on('ros_thieu')),
  'GET /api/rosters/:id/list.xlsx': line(missing, undefined, on('ros_thieu')),
  // the Office's mirror, feedback, evaluation
  'GET /api/mirror': line('--+ ++ + -- - x'),
  'GET /api/mirror/rows': line('--+ ++ + -- - x', undefined, { query: '?of=entered' }),
  'GET /api/feedback': line(all),
  'POST /api/feedback': line(all, { kind: 'praise', text: 'Dễ dùng' }),
  'POST /api/feedback/:id/answer': line(noSuch, { state: 'done', text: 'Đã sửa' }, on('fbk_thieu')),
  'GET /api/evaluations': line(all),
  'POST /api/evaluations': line(admin, {
    ...{ name: 'Đợt thử', dueOn: '2023-07-01' },
    questions: [{ text: 'Có khó khăn gì?', topic: 'difficulty', kind: 'text' }],
  }),
  'GET /api/evaluations/:id': line(missing, undefined, on('evl_thieu')),
  'POST /api/evaluations/:id/entries': line(missing, { answers: [] }, on('evl_thieu')),
  'GET /api/evaluations/:id/report.docx': line('--- 00 0 -- - x', undefined, on('evl_thieu')),
  'POST /api/evaluations/:id/remind': line(noSuch, {}, on('evl_thieu')),
  // statistics
  'GET /api/statistics': line(all),
  'GET /api/statistics.xlsx': line(all),
  'GET /api/statistics.docx': line(all),
  'GET /api/statistics.csv': line(all),
  'GET /api/statistics/trend': line(all),
  'GET /api/snapshots': line('+++ ++ + -- - x'),
  'POST /api/snapshots': line('--- ++ + -- - x', ({ who }) => ({ name: `Chốt ${who}` })),
  'GET /api/snapshots/:id': line('000 00 0 -- - x', undefined, on('snp_thieu')),
  'GET /api/snapshots/:id/differences': line('000 00 0 -- - x', undefined, on('snp_thieu')),
  'GET /api/snapshots/:id/paper/:ending': line('000 00 0 -- - x', undefined, {
    path: () => ({ id: 'snp_thieu', ending: 'xlsx' }),
  }),
  // campaigns
  'GET /api/campaigns': line('+++ ++ + -- - x'),
  'POST /api/campaigns': line('+v+ +- - -- - x', { name: 'Đợt', goalOn: '2023-07-01', filter: {} }),
  'GET /api/campaigns/:id': line(missing, undefined, on('cmp_thieu')),
  'GET /api/campaigns/:id/sheet.xlsx': line(missing, undefined, on('cmp_thieu')),
  'POST /api/campaigns/:id/preview': line(missing, { file: 'UEs=' }, on('cmp_thieu')),
  'POST /api/campaigns/:id/apply': line(missing, { rows: [sheetRow] }, on('cmp_thieu')),
  // imports, questions, mail
  'GET /api/assignments.xlsx': line(all),
  'GET /api/files-out': line(all),
  'GET /api/files-out/:id': line(missing, undefined, on('out_thieu')),
  'GET /api/files-out/:id/file': line(missing, undefined, on('out_thieu')),
  'POST /api/imports/documents': line(officers, {
    ...{ batch: 'batch-matrix', check: true },
    documents: [{ ...newDocument, number: '8077/UBND-TH' }],
  }),
  'POST /api/imports/legacy': line(admin, { check: true, rows: [legacyRow] }),
  'GET /api/questions': line('--- -- - ++ + x'),
  'GET /api/asks': line('+++ ++ + -- - x'),
  'GET /api/preferences': line(all),
  'PATCH /api/preferences': line(all, { assigned: 'app' }),
  'GET /api/mail': line(admin),
  'POST /api/mail/again': line(admin, { keys: ['thieu'] }),
  'POST /api/report-links/open': line('ggg gg g gg g g', { token: 'a'.repeat(43) }),
  'POST /api/report-links/report': line('ggg gg g gg g g', { token: 'a'.repeat(43), result: 'Xong' }),
  // documents
  'GET /api/documents': line('+++ ++ + -- - x'),
  'POST /api/documents': line(officers, newDocument),
  'GET /api/documents/:id': doc('+++ ++ + ++ 0 x'),
  'PATCH /api/documents/:id': doc('+-+ -- - 00 0 x', { subject: 'Trích yếu sửa', reason }),
  'POST /api/documents/:id/recurring': doc('v-v v- - 00 0 x', { task: 'tsk_thieu', recurring: null, reason }),
  // register
  'GET /api/register': line('+++ ++ + -- - x'),
  'GET /api/register/coverage': line('+++ ++ + -- - x'),
  'POST /api/register/import': line('+++ -- + -- - x', {
    rows: [{ number: '88/UBND-TH', issuedOn: '2023-06-12', departmentId: 'tonghop' }],
  }),
  'POST /api/register/:id/answer': line(missing, { answer: null }, on('line_thieu')),
  // queue
  'GET /api/queue': line('+++ ++ + -- - x'),
  'GET /api/chasing.docx': line('vvv v- - -- - x', undefined, { query: '?agency=snv' }),
  // many at once: the answer is per row, so everybody is let in and each row refuses for itself
  'POST /api/assignments/confirm': line(all, { ids: ['asg_thieu'] }),
  'POST /api/assignments/return': line(all, { ids: ['asg_thieu'], reason }),
  'POST /api/assignments/remind': line(all, { ids: ['asg_thieu'] }),
  'POST /api/assignments/report': line(all, { ids: ['asg_thieu'], result: 'Xong' }),
  // files
  'POST /api/files': line(all, { name: 'a.pdf', size: 10 }),
  'POST /api/files/:id/examine': line(missing, undefined, on('fil_thieu')),
  'GET /api/files/:id': line(missing, undefined, on('fil_thieu')),
  // assignments
  'GET /api/assignments': line(all),
  'GET /api/assignments/:id': verb('+++ ++ + ++ 0 x'),
  'POST /api/assignments/:id/accept': verb(theUnit),
  'POST /api/assignments/:id/extend': verb(theUnit, { dueOn: '2023-07-30', reason, requestNumber: '5/SNV' }),
  'POST /api/assignments/:id/grant': verb(theChief, { agreedBy: 'Chủ tịch' }),
  'POST /api/assignments/:id/refuse': verb(theChief, { reason }),
  'POST /api/assignments/:id/redue': verb(theOffice, { dueOn: '2023-08-30', reference }),
  'POST /api/assignments/:id/correct': verb(theOffice, ({ who }) => ({
    fields: { content: `Báo cáo ${who}` },
    reason,
  })),
  'POST /api/assignments/:id/pause': verb(theChief, { reason, reference }),
  'POST /api/assignments/:id/resume': verb(theChief),
  'POST /api/assignments/:id/remind': verb(theOffice),
  'POST /api/assignments/:id/note': verb('+-+ ++ - ++ 0 x', { text: 'Đang làm' }),
  'POST /api/assignments/:id/ask': verb('+-+ ++ - ++ 0 x', { text: 'Hỏi' }),
  'POST /api/assignments/:id/answer': verb('+-+ ++ - ++ 0 x', { text: 'Trả lời' }),
  'POST /api/assignments/:id/direct': verb('--- -+ - -- 0 x', { text: 'Khẩn trương' }),
  'POST /api/assignments/:id/report': verb('+-+ -- - ++ 0 x', {
    result: 'Xong',
    documentNumber: '9/SNV',
    documentDate: '2023-06-14',
  }),
  'POST /api/assignments/:id/withdraw': verb(theUnit),
  'POST /api/assignments/:id/return': verb(theOffice, { reason, cureOn: '2023-07-10' }),
  'POST /api/assignments/:id/confirm': verb(theOffice),
  'POST /api/assignments/:id/reopen': verb(theChief, { reason, cureOn: '2023-07-10' }),
  'POST /api/assignments/:id/transfer': verb('+-+ +- + ++ 0 x', { to: 'stc', reason }),
  'POST /api/assignments/:id/transfer-decide': verb(theOffice, { accept: false, reason }),
  'POST /api/assignments/:id/recall': verb(theChief, { reason, reference }),
  'POST /api/assignments/:id/cancel': verb(theChief, { reason }),
  // national
  'POST /api/integrations/national/events': line('xxx xx x xx x x'),
  'GET /api/integrations/national': line(admin),
  'PATCH /api/integrations/national': line(admin, { paused: true }),
  'POST /api/integrations/national/secrets': line(admin, { side: 'inbound' }),
  'GET /api/integrations/national/quarantine': line(admin),
  // Right but for the target that is not configured.
  'POST /api/integrations/national/test': line('--- -- v -- - x', {}),
  'POST /api/integrations/national/quarantine/replay': line(noSuch, { ids: ['a'.repeat(40)] }),
  'POST /api/integrations/national/dry-run': line(admin, { types: {}, fields: {}, codes: [] }),
  'GET /api/integrations/national/differences': line('+++ ++ + -- - x'),
  'POST /api/integrations/national/differences': line(missing, {
    ...{ stream: 'a'.repeat(40), path: 'dueOn', theirs: null, take: true },
  }),
  'GET /api/documents/:id/package': doc(missing),
  'GET /api/integrations/national/parked': line(admin),
  'POST /api/integrations/national/parked': line(noSuch, { lane: 'thieu', act: 'again' }),
  // account, links, audit log
  'GET /api/account': line(all),
  'POST /api/account/password': line('vvv vv v vv v x', { current: 'sai', password: 'mot-mat-khau-dai' }),
  'POST /api/account/factor': line('vvv vv v vv v x', { current: 'sai' }),
  'POST /api/account/factor/confirm': line('vvv vv v vv v x', { code: '000000' }),
  'POST /api/account/factor/codes': line('vvv vv v vv v x', { current: 'sai' }),
  'POST /api/account/factor/remove': line('vvv vv v vv v x', { current: 'sai' }),
  'DELETE /api/sessions/:id': line(missing, undefined, on('thieu')),
  'POST /api/links/ask': line(open, { username: 'khongco' }),
  'POST /api/links/open': line('ggg gg g gg g g', { token: 'a'.repeat(43) }),
  'POST /api/links/use': line('ggg gg g gg g g', { token: 'a'.repeat(43) }),
  'GET /api/audit': line(admin),
  'GET /api/audit.xlsx': line(admin),
  'GET /api/audit.csv': line(admin),
  'POST /api/people/:id/invite': line('--- -- v -- - x', {}, on('per_other')),
  'POST /api/people/:id/link': line(admin, {}, on('per_other')),
  // Permitted, but the person has none.
  'POST /api/people/:id/factor/remove': line(admin, { reason: 'Mất điện thoại' }, on('per_other')),
  // session: the last ones, since they end it
  'GET /api/setup': line(open),
  'POST /api/setup': line(open, {
    province: 'Thử',
    name: 'Ai đó',
    username: 'aido',
    password: 'mot-mat-khau-dai',
  }),
  'POST /api/session': line('xxx xx x xx x x', ({ who }) => ({ username: `khong-${who}`, password: 'sai' })),
  'POST /api/session/unlock': line('xxx xx x xx x x', { password: 'sai' }),
  'GET /api/session': line(all),
  'DELETE /api/session': line(all),
  'POST /api/session/lock': line('xxx xx x xx x x'),
  'DELETE /api/sessions': line('xxx xx x xx x x'),
};

let routes: string[];
let api: Awaited<ReturnType<typeof testApi>>;
let facts: Omit<Facts, 'who'>;

beforeAll(async () => {
  api = await testApi(inject('endpoint'));
  const { app, ask } = api;
  routes = routesOf(app);
  const { document, assignments } = await entered(ask, { ...newDocument, number: '1/UBND-TH' });
  facts = { document: document.id, assignment: assignments[0]!.id };
});

function pathOf(pattern: string, one: Line, who: Who): string {
  const names = one.path?.({ ...facts, who }) ?? {};
  return pattern.replace(/:(\w+)/g, (_, name: string) => names[name] ?? 'thieu');
}

function bodyOf({ body }: Line, who: Who): object {
  return typeof body === 'function' ? body({ ...facts, who }) : (body ?? {});
}

/** Every door of the app, as `METHOD /path`; what only stands before doors is none. */
function routesOf(app: ReturnType<typeof createApp>): string[] {
  const doors = app.routes.filter(({ method }) => method !== 'ALL');
  return [...new Set(doors.map(({ method, path }) => `${method} ${path}`))];
}

function sign(status: number): string {
  if (status < 400 || status === 409 || status === 412) return '+';
  return { 401: 'x', 403: '-', 404: '0', 410: 'g', 422: 'v' }[status] ?? String(status);
}

test('every route has a line in the matrix, and every line a route', () => {
  const lacking = routes.filter((route) => !(route in matrix));
  expect(
    lacking,
    `add a line for each of these to \`matrix\` in functions/src/routes/matrix.test.ts, e.g. '${lacking[0]}': line(admin, {...a right body}), and say who may`,
  ).toEqual([]);
  expect(Object.keys(matrix).filter((route) => !routes.includes(route))).toEqual([]);
});

test('every route lets in whom the matrix says, and nobody else', async () => {
  const wrong: string[] = [];
  for (const [route, one] of Object.entries(matrix)) {
    if (!routes.includes(route)) continue;
    const [method = '', pattern = ''] = route.split(' ');
    const as = async (who: Who) => {
      const path = pathOf(pattern, one, who);
      const body = bodyOf(one, who);
      const { status } = await api.ask(
        who,
        method,
        path + (one.query ?? ''),
        method === 'GET' ? undefined : body,
      );
      return sign(status);
    };
    let signs = '';
    // What changes nothing is asked by everybody at once.
    if (method === 'GET' || !one.may.includes('+')) signs = (await Promise.all(columns.map(as))).join('');
    else for (const who of columns) signs += await as(who);
    const said = one.may.replaceAll(' ', '');
    if (signs !== said) wrong.push(`${route}: the matrix says ${said}, it answers ${signs}`);
  }
  expect(wrong.join('\n'), `columns: ${columns.join(' ')}`).toBe('');
}, 120_000);

/** What an attacker would like to set along: none of it is in any schema of the doors named below. */
const smuggled = {
  id: 'asg_x',
  revision: 9,
  passwordHash: 'x',
  status: 'done',
  actor: 'per_admin',
  isAdmin: true,
};
/** Writes that take no body, or read it raw for its signature. */
const bodiless = [
  'POST /api/files/:id/examine',
  'POST /api/integrations/national/events',
  'DELETE /api/sessions',
  'DELETE /api/sessions/:id',
  'DELETE /api/session',
];

/** Bodies with one thing smuggled into each object in them, and the path at which it is to be refused. */
function* tampered(body: unknown, path: string[] = []): Generator<{ path: string; at: string[] }> {
  if (body === null || typeof body !== 'object') return;
  if (!Array.isArray(body)) yield { path: path.join('.'), at: path };
  for (const [name, value] of Object.entries(body)) yield* tampered(value, [...path, name]);
}
const within = (body: unknown, [first, ...rest]: string[]): object =>
  first === undefined ? (body as object) : within((body as Record<string, unknown>)[first], rest);

test('attack: mass assignment: no write of any route takes a field that is not in its schema, however deep', async () => {
  const session = await openSession(api.db, 'per_admin', new Date('2023-06-15T02:00:00Z'));
  const wrong: string[] = [];
  let tried = 0;
  for (const [route, one] of Object.entries(matrix)) {
    const [method = '', pattern = ''] = route.split(' ');
    if (method === 'GET' || bodiless.includes(route)) continue;
    const right = bodyOf(one, 'admin');
    for (const { path, at } of tampered(right)) {
      if (route.endsWith('/dry-run') && path) continue; // Maps from their words to ours: any name may stand there.
      const name = Object.keys(smuggled)[tried++ % Object.keys(smuggled).length]!;
      const body = structuredClone(right);
      const place = within(body, at);
      if (name in place) continue;
      Object.assign(place, { [name]: smuggled[name as keyof typeof smuggled] });
      const answer = await api.ask('nobody', method, pathOf(pattern, one, 'admin'), body, {
        cookie: `tddh=${session}`,
      });
      const paths = (answer.json?.errors ?? []).map((fault: { path: string }) => fault.path);
      const refused = answer.status === 422 && paths.includes(path ? `${path}.${name}` : name);
      if (!refused) wrong.push(`${route} takes ${path}.${name}: ${answer.status} ${paths}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(80);
}, 60_000);

/** Something real behind every `:id`, all of it another agency's or the Office's own. */
async function realThings({ ask, stored, db, password }: typeof api): Promise<Record<string, string>> {
  const made = async (who: Who, path: string, body: object) => {
    const answer = await ask(who, 'POST', `/api/${path}`, body);
    if (answer.status > 201) throw new Error(`${path}: ${JSON.stringify(answer.json)}`);
    return answer.json;
  };
  const content = { content: 'Việc của Sở Nội vụ', leads: ['snv'], supports: [], dueOn: '2023-06-30' };
  const { document, assignments } = await entered(ask, {
    ...{ ...newDocument, number: '4/UBND-TH', tasks: [content] },
  });
  const { file } = await made('agency', 'files', { name: 'bao-cao.pdf', size: pdf.length, type: '' });
  stored.set(file.id, pdf);
  await made('agency', `assignments/${assignments[0]!.id}/report`, { result: 'Xong', files: [file.id] });
  const { round } = await made('admin', 'rosters', { name: 'Đợt', dueOn: '2023-07-01', units: ['snv'] });
  const goal = { name: 'Đợt thật', goalOn: '2023-07-01', filter: {} };
  const { campaign } = await made('officer', 'campaigns', goal);
  const { questions } = bodyOf(matrix['POST /api/evaluations']!, 'admin') as { questions: object };
  const survey = { name: 'Đánh giá', dueOn: '2023-07-01', units: ['snv'], questions };
  const evaluation = (await made('admin', 'evaluations', survey)).round;
  const { feedback } = await made('agency', 'feedback', { kind: 'praise', text: 'Dễ dùng' });
  const held = { subject: 'Nhập văn bản', on: '2023-06-14', place: 'Hội trường', trainer: 'HC-QT' };
  const { lesson } = await made('admin', 'lessons', held);
  const { job } = (await ask('agency', 'GET', '/api/assignments.xlsx')).json;
  const { snapshot } = await made('chief', 'snapshots', { name: 'Chốt thật' });
  const { succession } = await made('admin', 'successions', { ...rename, name: 'Sở Tài chính khác' });
  const { json } = await ask('agencyHead', 'POST', '/api/session', {
    ...{ username: 'agencyhead', password },
  });
  const cookie = {
    cookie: `tddh=${await openSession(db, json.person.id, new Date('2023-06-15T02:00:00Z'))}`,
  };
  const { sessions } = (await ask('nobody', 'GET', '/api/account', undefined, cookie)).json;
  return {
    ...{ assignments: assignments[0]!.id, documents: document.id, files: file.id, rosters: round.id },
    ...{ campaigns: campaign.id, snapshots: snapshot.id, successions: succession.id },
    ...{ evaluations: evaluation.id, feedback: feedback.id, 'files-out': job.id, lessons: lesson.id },
    ...{ people: 'per_agency', units: 'snv', fields: 'noichinh', sessions: sessions[0].id },
  };
}

test('an agency that guesses an id learns nothing from any route: another’s answers as what is not there', async () => {
  // An answer holds next to nothing, so that a list is a job with an id of its own.
  const own = await testApi(inject('endpoint'), { answer: { bytes: 1, milliseconds: 60_000 } });
  const real = await realThings(own);
  const session = await openSession(own.db, 'per_stranger', new Date('2023-06-15T02:00:00Z'));
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const [route, one] of Object.entries(matrix)) {
    const [method = '', pattern = ''] = route.split(' ');
    if (!pattern.includes(':id')) continue;
    const kind = pattern.split('/')[2]!;
    const body = method === 'GET' ? undefined : bodyOf(one, 'stranger');
    const answers = await Promise.all(
      [real[kind] ?? 'line_that', 'thieu'].map(async (id) => {
        const path = pattern.replace(':id', id).replace(':ending', 'xlsx') + (one.query ?? '');
        const { status, json } = await own.ask('nobody', method, path, body, { cookie: `tddh=${session}` });
        const { requestId: _, ...told } = json ?? {};
        return [status, JSON.stringify(told)] as const;
      }),
    );
    const [[status, told], [, untold]] = answers as [readonly [number, string], readonly [number, string]];
    if (told !== untold) wrong.push(`${route} tells them apart: ${told} ${untold}`);
    if (status !== 404 && status !== 403) wrong.push(`${route} answers ${status}`);
    // What an agency may do with its own is not there where it is another's.
    const theirs = [
      'assignments',
      'documents',
      'files',
      'files-out',
      'rosters',
      'evaluations',
      'sessions',
    ].includes(kind);
    if (theirs && one.may.replaceAll(' ', '')[6] !== '-' && status !== 404) wrong.push(`${route}: ${status}`);
    seen.add(kind);
  }
  expect(wrong).toEqual([]);
  expect([...seen].sort()).toEqual([...Object.keys(real), 'register'].sort());
}, 60_000);
