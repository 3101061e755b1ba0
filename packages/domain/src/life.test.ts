import { expect, test } from 'vitest';
import { eventId } from './events.ts';
import { Refusal } from './refusal.ts';
import { begin, codeOf, filed, paper, type Story, storyOf, type Who } from './testing.ts';

const due = '2023-06-30';
const pause = { reason: 'Chờ trung ương', reference: '15/TTg' };
const ask = { dueOn: '2023-07-10', reason: 'Chờ số liệu' };
const code = (s: Story, ...told: Parameters<Story['tries']>) => codeOf(s.tries(...told));
const pathOf = (outcome: unknown) => (outcome instanceof Refusal ? outcome.faults[0]?.path : undefined);
const reported = () => begin(due).does('2023-06-20', 'focal1', 'report', filed);
const done = () => reported().does('2023-06-21', 'officer1', 'confirm');

test('a history row says who, when, from, to and why, and has an identity of its own', () => {
  const s = reported().does('2023-06-22', 'officer1', 'return', { reason: 'Thiếu', cureOn: '2023-06-25' });
  expect(s.events[2]).toMatchObject({
    ...{ type: 'returned', on: '2023-06-22', from: 'reported', to: 'in-progress', reason: 'Thiếu' },
    ...{ by: { id: 'officer1', role: 'officer' }, data: { cureOn: '2023-06-25' } },
  });
  expect(s.events.map(eventId)).toEqual(['asg_1.1', 'asg_1.2', 'asg_1.3']);
});

test('a refusal changes nothing', () => {
  const s = reported();
  const before = JSON.stringify(s.a);
  expect(code(s, '2023-06-21', 'focal1', 'confirm')).toBe('forbidden');
  expect(code(s, '2023-06-21', 'chief', 'reopen', { reason: 'x', cureOn: '2023-07-01' })).toBe(
    'state_forbids',
  );
  expect(JSON.stringify(s.a)).toBe(before);
});

test('a report needs a document number with its date, or a file', () => {
  for (const body of [{ result: 'x' }, { result: 'x', documentNumber: '1/BC' }, { result: 'x', files: [] }]) {
    expect(pathOf(begin(due).tries('2023-06-20', 'focal1', 'report', body))).toBe('documentNumber');
  }
  const numbered = { result: 'x', documentNumber: '1/BC', documentDate: '2023-06-19' };
  expect(code(begin(due), '2023-06-20', 'focal1', 'report', numbered)).toBe('ok');
  expect(code(begin(due), '2023-06-20', 'focal1', 'report', filed)).toBe('ok');
});

test('a report is filed from assigned and in progress, and not twice', () => {
  const s = begin(due).does('2023-06-02', 'focal1', 'accept').does('2023-06-20', 'boss1', 'report', filed);
  expect(s.a.status).toBe('reported');
  expect(code(s, '2023-06-21', 'focal1', 'report', filed)).toBe('state_forbids');
});

test('only an officer dates a report back: issue day <= document date <= day counted <= today', () => {
  const back = (who: Who, body: object) => begin(due).tries('2023-06-20', who, 'report', body);
  expect(codeOf(back('officer1', paper('2023-06-10')))).toBe('ok');
  expect(codeOf(back('officer1', paper('2023-06-01')))).toBe('ok');
  expect(codeOf(back('officer1', paper('2023-06-20')))).toBe('ok');
  expect(pathOf(back('focal1', paper('2023-06-10')))).toBe('reportedOn');
  expect(pathOf(back('officer1', paper('2023-05-31')))).toBe('documentDate');
  expect(pathOf(back('officer1', paper('2023-06-10', { reportedOn: '2023-06-09' })))).toBe('reportedOn');
  expect(pathOf(back('officer1', paper('2023-06-10', { reportedOn: '2023-06-21' })))).toBe('reportedOn');
  expect(pathOf(back('officer1', paper('2023-06-21')))).toBe('documentDate');
  const { documentNumber: _, ...unnumbered } = paper('2023-06-10', { files: ['fil_1'] }) as {
    documentNumber: string;
  };
  expect(pathOf(back('officer1', unnumbered))).toBe('documentNumber');
  const { documentDate: __, ...undated } = paper('2023-06-10', { files: ['fil_1'] }) as {
    documentDate: string;
  };
  expect(pathOf(back('officer1', undated))).toBe('documentNumber');
});

test('an officer who records a paper report may confirm it in the same step, and it is marked', () => {
  const s = begin(due).does('2023-06-20', 'officer1', 'report', paper('2023-06-10', { confirm: true }));
  expect(s.a.status).toBe('done');
  expect(s.events.slice(1).map((e) => [e.type, e.from, e.to])).toEqual([
    ['reported', 'assigned', 'reported'],
    ['confirmed', 'reported', 'done'],
  ]);
  expect(s.a.reports[0]).toMatchObject({ byOffice: true, sameHand: true, countedOn: '2023-06-10' });
  expect(pathOf(begin(due).tries('2023-06-20', 'focal1', 'report', { ...filed, confirm: true }))).toBe(
    'confirm',
  );
});

test('the same hand in two steps is marked as well, another hand is not', () => {
  const s = () => begin(due).does('2023-06-20', 'officer1', 'report', paper('2023-06-10'));
  expect(s().does('2023-06-20', 'officer1', 'confirm').a.reports[0]!.sameHand).toBe(true);
  expect(s().does('2023-06-20', 'head1', 'confirm').a.reports[0]!.sameHand).toBeUndefined();
  expect(done().a.reports[0]!.sameHand).toBeUndefined();
});

test('a setting demands a second person', () => {
  const two = { secondPerson: true };
  const body = paper('2023-06-10', { confirm: true });
  expect(code(begin(due), '2023-06-20', 'officer1', 'report', body, two)).toBe('forbidden');
  const s = begin(due).does('2023-06-20', 'officer1', 'report', paper('2023-06-10'), two);
  expect(code(s, '2023-06-20', 'officer1', 'confirm', {}, two)).toBe('forbidden');
  expect(code(s, '2023-06-20', 'head1', 'confirm', {}, two)).toBe('ok');
});

test('two confirmations of one report: the second is refused by the state', () => {
  expect(code(done(), '2023-06-21', 'head1', 'confirm')).toBe('state_forbids');
});

test('a return asks for a cure date from today on, or for none', () => {
  const back = (cureOn?: string) =>
    reported().tries('2023-06-22', 'officer1', 'return', { reason: 'x', ...(cureOn ? { cureOn } : {}) });
  expect(codeOf(back())).toBe('ok');
  expect(codeOf(back('2023-06-22'))).toBe('ok');
  expect(pathOf(back('2023-06-21'))).toBe('cureOn');
});

test('the agency withdraws before a decision only', () => {
  expect(reported().does('2023-06-21', 'focal1', 'withdraw').a.status).toBe('in-progress');
  expect(code(done(), '2023-06-22', 'focal1', 'withdraw')).toBe('state_forbids');
});

test('an office-leader reopens what is done', () => {
  const s = done().does('2023-07-01', 'chief', 'reopen', { reason: 'Sai', cureOn: '2023-07-10' });
  expect(s.a.status).toBe('in-progress');
  expect(code(reported(), '2023-06-22', 'chief', 'reopen', { reason: 'x', cureOn: '2023-07-01' })).toBe(
    'state_forbids',
  );
});

test('an extension is asked before it is due: on the due day yes, on the next no', () => {
  expect(code(begin(due), due, 'boss1', 'extend', ask)).toBe('ok');
  expect(code(begin(due), '2023-07-01', 'boss1', 'extend', ask)).toBe('state_forbids');
  expect(code(begin(null), due, 'boss1', 'extend', ask)).toBe('state_forbids');
  expect(code(reported(), '2023-06-22', 'boss1', 'extend', ask)).toBe('state_forbids');
});

test('the focal person asks with the number of the signed request, the head without', () => {
  expect(pathOf(begin(due).tries('2023-06-20', 'focal1', 'extend', ask))).toBe('requestNumber');
  expect(code(begin(due), '2023-06-20', 'focal1', 'extend', { ...ask, requestNumber: '5/S1' })).toBe('ok');
  expect(code(begin(due), '2023-06-20', 'boss1', 'extend', ask)).toBe('ok');
});

test('an extension leads to a later day', () => {
  expect(pathOf(begin(due).tries('2023-06-20', 'boss1', 'extend', { ...ask, dueOn: due }))).toBe('dueOn');
  const s = begin(due).does('2023-06-20', 'boss1', 'extend', ask);
  expect(pathOf(s.tries('2023-06-21', 'chief', 'grant', { agreedBy: 'x', dueOn: due }))).toBe('dueOn');
});

test('the agency is granted at most N extensions, and the first due date is kept', () => {
  const s = begin(due)
    .does('2023-06-20', 'boss1', 'extend', ask)
    .does('2023-06-21', 'chief', 'grant', { agreedBy: 'Chủ tịch', reference: '7/VP', dueOn: '2023-07-05' });
  expect(s.a.dues.map((d) => d.dueOn)).toEqual([due, '2023-07-05']);
  expect(s.a.dues[1]).toMatchObject({
    kind: 'extension',
    askedOn: '2023-06-20',
    agreedBy: 'Chủ tịch',
    reference: '7/VP',
  });
  const again = { ...ask, dueOn: '2023-08-01' };
  expect(code(s, '2023-06-22', 'boss1', 'extend', again)).toBe('state_forbids');
  expect(code(s, '2023-06-22', 'boss1', 'extend', again, { extensions: 2 })).toBe('ok');
  expect(code(s, '2023-06-23', 'boss1', 'extend', again, { extensions: 9 })).toBe('state_forbids');
});

test('a due date moved by the Office is not counted in N', () => {
  const s = begin(due).does('2023-06-05', 'officer1', 'redue', { dueOn: '2023-07-05', reference: '9/UBND' });
  expect(code(s, '2023-06-20', 'boss1', 'extend', ask)).toBe('ok');
});

test('there is nothing to grant or refuse without a request, nor twice', () => {
  expect(code(begin(due), '2023-06-20', 'chief', 'grant', { agreedBy: 'x' })).toBe('state_forbids');
  expect(code(begin(due), '2023-06-20', 'chief', 'refuse', { reason: 'x' })).toBe('state_forbids');
  const s = begin(due)
    .does('2023-06-20', 'boss1', 'extend', ask)
    .does('2023-06-21', 'chief', 'grant', { agreedBy: 'x' });
  expect(code(s, '2023-06-21', 'chief', 'grant', { agreedBy: 'x' })).toBe('state_forbids');
});

test('an extension of the Office as a unit is decided by a leader', () => {
  const s = () =>
    begin(due, '2023-06-01', { agencyId: 'vp', agencyKind: 'office' }).does(
      '2023-06-20',
      'bossOffice',
      'extend',
      ask,
    );
  expect(code(s(), '2023-06-21', 'chief', 'grant', { agreedBy: 'x' })).toBe('forbidden');
  expect(code(s(), '2023-06-21', 'chair', 'grant', { agreedBy: 'x' })).toBe('ok');
});

test('nobody decides on their own request, whatever roles they have had', () => {
  const s = begin(due).does('2023-06-20', 'boss1', 'extend', ask);
  const own = { ...s.a, extensions: s.a.extensions.map((x) => ({ ...x, by: 'chief' })) };
  const asked = storyOf({ ...s.events[0]!, data: { initial: own } } as (typeof s.events)[0]);
  expect(code(asked, '2023-06-21', 'chief', 'grant', { agreedBy: 'x' })).toBe('forbidden');
  expect(code(asked, '2023-06-21', 'chief', 'refuse', { reason: 'x' })).toBe('forbidden');
});

test('a due date is not moved before the issue day', () => {
  expect(
    pathOf(begin(due).tries('2023-06-20', 'officer1', 'redue', { dueOn: '2023-05-31', reference: 'x' })),
  ).toBe('dueOn');
  const early = { fields: { dueOn: '2023-05-31' }, reason: 'x' };
  expect(pathOf(begin(due).tries('2023-06-20', 'officer1', 'correct', early))).toBe('fields.dueOn');
});

test('a pause is taken from every open status and resuming leads back to it', () => {
  for (const [s, status] of [
    [begin(due), 'assigned'],
    [begin(due).does('2023-06-02', 'focal1', 'accept'), 'in-progress'],
    [reported(), 'reported'],
  ] as const) {
    s.does('2023-06-25', 'chief', 'pause', pause);
    expect(s.a.status).toBe('paused');
    expect(code(s, '2023-06-26', 'chief', 'pause', pause)).toBe('state_forbids');
    expect(code(s, '2023-06-26', 'officer1', 'confirm')).toBe('state_forbids');
    expect(s.does('2023-06-27', 'chief', 'resume').a.status).toBe(status);
    expect(s.a.dues.at(-1)).toMatchObject({ dueOn: '2023-07-02', kind: 'resumed' });
  }
  expect(code(done(), '2023-06-25', 'chief', 'pause', pause)).toBe('state_forbids');
  expect(code(begin(due), '2023-06-25', 'chief', 'resume')).toBe('state_forbids');
});

test('resuming takes another due date, yet gives none to what was overdue when paused', () => {
  const s = (on: string) => begin(due).does(on, 'chief', 'pause', pause);
  expect(code(s('2023-06-20'), '2023-07-20', 'chief', 'resume', { dueOn: '2023-09-01' })).toBe('ok');
  expect(pathOf(s('2023-07-02').tries('2023-07-20', 'chief', 'resume', { dueOn: '2023-09-01' }))).toBe(
    'dueOn',
  );
  const without = begin(null)
    .does('2023-06-20', 'chief', 'pause', pause)
    .does('2023-06-22', 'chief', 'resume');
  expect(without.a.dues).toHaveLength(1);
});

test('a recall needs no more than an open assignment, a cancellation ends even a done one', () => {
  const reference = { reason: 'Thu hồi', reference: '9/UBND' };
  for (const s of [begin(due), reported(), begin(due).does('2023-06-20', 'chief', 'pause', pause)]) {
    expect(s.does('2023-06-25', 'national', 'recall', reference).a.status).toBe('recalled');
    expect(s.a.closed).toEqual({ on: '2023-06-25', reason: 'Thu hồi', reference: '9/UBND' });
  }
  expect(code(done(), '2023-06-25', 'chief', 'recall', reference)).toBe('state_forbids');
  expect(done().does('2023-06-25', 'chief', 'cancel', { reason: 'Nhập nhầm' }).a.status).toBe('cancelled');
  expect(code(begin(due), '2023-06-25', 'officer1', 'cancel', { reason: 'Nhập nhầm' })).toBe('ok');
  expect(code(reported(), '2023-06-25', 'officer1', 'cancel', { reason: 'Nhập nhầm' })).toBe('forbidden');
});

test('a wrong lead is cancelled and entered again for the right one in one step', () => {
  const outcome = begin(due).tries('2023-06-05', 'officer1', 'cancel', {
    reason: 'Nhầm đơn vị',
    lead: 'so2',
  });
  if (outcome instanceof Refusal || !outcome.successor) throw new Error('no successor');
  const right = storyOf(outcome.successor).a;
  expect(right).toMatchObject({
    agencyId: 'so2',
    status: 'assigned',
    assignedOn: '2023-06-05',
    predecessorId: 'asg_1',
  });
  expect(right.dues).toEqual([{ dueOn: due, on: '2023-06-05', kind: 'assigned' }]);
  expect(pathOf(begin(due).tries('2023-06-05', 'officer1', 'cancel', { reason: 'x', lead: 'so1' }))).toBe(
    'lead',
  );
  expect(pathOf(begin(due).tries('2023-06-05', 'officer1', 'cancel', { reason: 'x', lead: 'so9' }))).toBe(
    'lead',
  );
});

test('a correction keeps the values before, and needs something to correct', () => {
  const s = begin(due).does('2023-06-05', 'officer1', 'correct', {
    fields: { content: 'Mới', field: 'f2' },
    reason: 'x',
  });
  expect(s.a).toMatchObject({ content: 'Mới', fieldId: 'f2', departmentId: 'p2', departmentName: 'p2' });
  expect(s.a.corrections).toEqual([
    {
      on: '2023-06-05',
      before: { content: 'Báo cáo kết quả', fieldId: 'f1', departmentId: 'p1' },
      own: true,
    },
  ]);
  const { document } = s.a;
  const said = {
    document: { ...document, subject: 'Mới' },
    fieldId: 'f1',
    departmentId: 'p1',
    departmentName: 'p1',
  };
  s.does('2023-06-06', 'officer1', 'follow', { ...said, signer: 'Ông B' });
  expect(s.a).toMatchObject({
    fieldId: 'f2',
    departmentId: 'p2',
    signer: 'Ông B',
    document: { subject: 'Mới' },
  });
  expect(
    pathOf(begin(due).tries('2023-06-05', 'officer1', 'correct', { fields: { dueOn: due }, reason: 'x' })),
  ).toBe('fields');
});

test('a correction brings no state secret in by the back door', () => {
  const secret = { fields: { content: 'Tài liệu (Tuyệt mật)' }, reason: 'x' };
  expect(code(begin(due), '2023-06-05', 'officer1', 'correct', secret)).toBe('secret_document');
});

test('a transfer: the agency asks, the officer decides, the successor keeps days, due dates and reports', () => {
  const s = begin(due)
    .does('2023-06-05', 'focal1', 'report', filed)
    .does('2023-06-06', 'officer1', 'return', { reason: 'x', cureOn: '2023-06-20' })
    .does('2023-06-07', 'focal1', 'transfer', { to: 'so2', reason: 'Không đúng chức năng' });
  expect(s.a.status).toBe('in-progress');
  expect(code(s, '2023-06-08', 'focal1', 'transfer', { to: 'so2', reason: 'x' })).toBe('state_forbids');
  expect(code(s, '2023-06-08', 'focal1', 'transfer-decide', { accept: true })).toBe('forbidden');
  const outcome = s.tries('2023-06-08', 'officer1', 'transfer-decide', { accept: true });
  if (outcome instanceof Refusal || !outcome.successor) throw new Error('no successor');
  expect(s.a).toMatchObject({ status: 'transferred', successorId: outcome.successor.assignmentId });
  const next = storyOf(outcome.successor);
  expect(next.a).toMatchObject({
    ...{ agencyId: 'so2', status: 'in-progress', assignedOn: '2023-06-01', recordedOn: '2023-06-08' },
    ...{ predecessorId: 'asg_1', dues: s.a.dues, reports: s.a.reports, document: s.a.document, revision: 1 },
  });
  expect(next.a.transfer).toBeUndefined();
  expect(next.a.closed).toBeUndefined();
});

test('facts of a successor have ids of their own', () => {
  const s = begin(due)
    .does('2023-06-05', 'focal1', 'report', filed)
    .does('2023-06-06', 'officer1', 'return', { reason: 'x', cureOn: '2023-06-20' })
    .does('2023-06-07', 'focal1', 'ask', { text: 'Mẫu nào?' })
    .does('2023-06-07', 'officer1', 'answer', { text: 'Mẫu 1' });
  const outcome = s.tries('2023-06-08', 'officer1', 'transfer', { to: 'so2', reason: 'x' });
  if (outcome instanceof Refusal || !outcome.successor) throw new Error('no successor');
  const next = storyOf(outcome.successor)
    .does('2023-06-09', 'focal2', 'report', filed)
    .does('2023-06-09', 'focal2', 'ask', { text: 'Gửi đâu?' });
  expect(new Set(next.a.reports.map((r) => r.id)).size).toBe(2);
  expect(new Set(next.a.questions.map((q) => q.id)).size).toBe(2);
});

test('an officer refuses a transfer with a reason; an officer of the Office transfers at once', () => {
  const s = begin(due).does('2023-06-07', 'focal1', 'transfer', { to: 'so2', reason: 'x' });
  expect(pathOf(s.tries('2023-06-08', 'officer1', 'transfer-decide', { accept: false }))).toBe('reason');
  expect(
    s.does('2023-06-08', 'officer1', 'transfer-decide', { accept: false, reason: 'Đúng việc' }).a.transfer,
  ).toBe(undefined);
  expect(code(s, '2023-06-09', 'officer1', 'transfer-decide', { accept: true })).toBe('state_forbids');
  expect(s.does('2023-06-09', 'officer1', 'transfer', { to: 'so2', reason: 'x' }).a.status).toBe(
    'transferred',
  );
});

test('nobody decides on a transfer that they asked for, also where a department leads what it follows', () => {
  const s = begin(due, '2023-06-01', { agencyId: 'p1', agencyKind: 'department' }).does(
    ...(['2023-06-07', 'officer1', 'transfer', { to: 'so2', reason: 'x' }] as const),
  );
  expect(code(s, '2023-06-08', 'officer1', 'transfer-decide', { accept: true })).toBe('forbidden');
  expect(code(s, '2023-06-08', 'head1', 'transfer-decide', { accept: true })).toBe('ok');
});

test('only a reorganisation moves what is reported or paused, and the status is kept', () => {
  const paused = () => begin(due).does('2023-06-05', 'chief', 'pause', pause);
  for (const [make, status] of [
    [reported, 'reported'],
    [paused, 'paused'],
  ] as const) {
    expect(code(make(), '2023-06-25', 'officer1', 'transfer', { to: 'so2', reason: 'x' })).toBe(
      'state_forbids',
    );
    const outcome = make().tries('2023-06-25', 'admin', 'transfer', { to: 'so2', reason: 'Sáp nhập' });
    if (outcome instanceof Refusal || !outcome.successor) throw new Error('no successor');
    const next = storyOf(outcome.successor);
    expect(next.a.status).toBe(status);
    if (status === 'paused') expect(next.does('2023-06-26', 'chief', 'resume').a.status).toBe('assigned');
    else expect(next.does('2023-06-26', 'officer1', 'confirm').a.status).toBe('done');
  }
  expect(code(done(), '2023-06-25', 'admin', 'transfer', { to: 'so2', reason: 'x' })).toBe('state_forbids');
});

test('a transfer goes to another unit that exists, and its kind is told anew', () => {
  const to = (id: string) => begin(due).tries('2023-06-05', 'officer1', 'transfer', { to: id, reason: 'x' });
  for (const id of ['so1', 'so9', 'ld']) expect(pathOf(to(id))).toBe('to');
  const kind = (id: string) => {
    const outcome = to(id);
    if (outcome instanceof Refusal || !outcome.successor) throw new Error('no successor');
    return storyOf(outcome.successor).a.agencyKind;
  };
  expect([kind('so2'), kind('vp'), kind('p2')]).toEqual(['agency', 'office', 'department']);
});

test('a question is owed an answer in three working days, from the other side', () => {
  const s = begin(due).does('2023-06-01', 'focal1', 'ask', { text: 'Hạn nào?' });
  expect(s.a.questions[0]!.answerBy).toBe('2023-06-06');
  expect(code(s, '2023-06-02', 'boss1', 'answer', { text: 'x' })).toBe('state_forbids');
  s.does('2023-06-05', 'officer1', 'answer', { text: '30/6' });
  expect(s.a.questions[0]).toMatchObject({ answeredOn: '2023-06-05', answer: '30/6' });
  expect(code(s, '2023-06-05', 'officer1', 'answer', { text: 'x' })).toBe('state_forbids');
});

test('notes, questions, reminders and opinions change no status', () => {
  const s = begin(due)
    .does('2023-06-02', 'focal1', 'note', { text: 'Đang làm', blocker: 'Thiếu số liệu' })
    .does('2023-06-02', 'chair', 'direct', { text: 'Làm sớm' })
    .does('2023-06-02', 'officer1', 'remind', { message: 'Sắp đến hạn' })
    .does('2023-06-02', 'chief', 'ask', { text: 'Bao giờ xong?' });
  expect(s.a).toMatchObject({
    status: 'assigned',
    notedOn: '2023-06-02',
    blocker: 'Thiếu số liệu',
    revision: 5,
  });
  expect(s.does('2023-06-03', 'focal1', 'note', { text: 'Đã gỡ' }).a.blocker).toBeUndefined();
});

test('a support unit notes and asks on its own assignment and reports nothing', () => {
  const s = begin(due, '2023-06-01', { role: 'support' });
  expect(code(s, '2023-06-02', 'focal1', 'note', { text: 'Đã góp ý' })).toBe('ok');
  expect(code(s, '2023-06-02', 'focal1', 'ask', { text: 'x' })).toBe('ok');
  expect(code(s, '2023-06-02', 'focal1', 'report', filed)).toBe('forbidden');
});
