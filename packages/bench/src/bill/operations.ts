import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { change } from '@tddh/core/change';
import { plannedOf } from '@tddh/core/complete';
import { Db } from '@tddh/core/db';
import { type Desk, openDesk } from '@tddh/core/desk';
import { readAssignment } from '@tddh/core/detail';
import { digest } from '@tddh/core/digest';
import { enterDocument } from '@tddh/core/enter';
import { workFileOuts } from '@tddh/core/fileoutwork';
import { announceFile, examineFile } from '@tddh/core/files';
import { listAssignments } from '@tddh/core/lists';
import { deliver } from '@tddh/core/national/deliver';
import { linkOf } from '@tddh/core/national/links';
import { wake } from '@tddh/core/national/queue';
import { receive } from '@tddh/core/national/receive';
import { workInbound } from '@tddh/core/national/work';
import { type AssignmentTold, notify } from '@tddh/core/notices';
import { personNamed } from '@tddh/core/people';
import { sendLetters } from '@tddh/core/post';
import { relay, type Told } from '@tddh/core/relay';
import { actorOf, openSession, personOfSession } from '@tddh/core/session';
import { statistics } from '@tddh/core/statistics';
import { sweep } from '@tddh/core/sweep';
import { tableDefinition } from '@tddh/core/table';
import { pdf } from '@tddh/domain/filesamples';
import { system } from '@tddh/domain/person';
import { memoryStore } from '@tddh/functions/testing';
import { startEngine } from '@tddh/local/engine';
import { fill } from '@tddh/local/fill';
import { bytesOf, type Cost, metered } from './meter.ts';

const today = '2023-11-30';
/** Assignments of the table on which is measured. */
export const filled = 1_000;
const plain = { clock: 'report', basis: 'assigned', scope: 'new' } as const;
const about = {
  issuedOn: today,
  issuer: 'UBND tỉnh',
  type: 'cv',
  subject: 'Về việc rà soát, đôn đốc thực hiện',
};
const content = 'Rà soát, tổng hợp, báo cáo Chủ tịch UBND tỉnh kết quả';
const task = { content, leads: ['snv'], supports: [], dueOn: '2023-12-20' };

export interface Measured {
  /** What each operation costs, by its name. */
  operations: Record<string, Cost>;
  /** Bytes of table and indexes per assignment, with its document, history, notices and told events. */
  bytesPerAssignment: number;
}

/** Every operation once, on a table of 1,000 assignments. */
export async function measure(): Promise<Measured> {
  const engine = await startEngine({ memory: true });
  try {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'ap-southeast-1', credentials });
    await client.send(new CreateTableCommand(tableDefinition('bill')));
    const db = new Db(client, 'bill');
    await fill(db, { assignments: filled, days: 365, units: 27, seed: 1, today });
    const bytesPerAssignment = (await bytesOf(client, 'bill')) / filled;
    const bench = { db, take: taker(metered(client)) };
    const told = await byPeople(bench);
    await byEvents(bench, told);
    await bySchedules(bench);
    return { operations: bench.take.found, bytesPerAssignment };
  } finally {
    await engine.stop();
  }
}

interface Bench {
  db: Db;
  take: ReturnType<typeof taker>;
}

/** Takes what a piece of work costs, per time that it is done or per thing that it did. */
function taker(meter: Cost) {
  const found: Record<string, Cost> = {};
  const take = async <T>(name: string, work: () => Promise<T>, per: number | ((made: T) => number) = 1) => {
    Object.assign(meter, { requests: 0, reads: 0, writes: 0 });
    const begun = performance.now();
    let made = await work();
    for (let i = 1; typeof per === 'number' && i < per; i++) made = await work();
    const ms = performance.now() - begun;
    const count = Math.max(1, typeof per === 'number' ? per : per(made));
    const bytes = JSON.stringify(made ?? null).length * count;
    const whole = { requests: meter.requests, reads: meter.reads, writes: meter.writes, ms, bytes };
    found[name] = Object.fromEntries(
      Object.entries(whole).map(([key, value]) => [key, value / count]),
    ) as unknown as Cost;
    return made;
  };
  return Object.assign(take, { found });
}

const deskOf = async (db: Db, username: string): Promise<Desk> =>
  openDesk(db, actorOf((await personNamed(db, username))!), today);
const robot = async (db: Db): Promise<Desk> => ({ ...(await deskOf(db, 'tonghop')), actor: system });

/** What people do through the API. @returns what the relay then told */
async function byPeople({ db, take }: Bench): Promise<Told[]> {
  const officer = await deskOf(db, 'tonghop');
  const stored = new Map<string, Uint8Array>();
  const agency = { ...(await deskOf(db, 'donvi05')), store: memoryStore(stored) };
  const leader = await deskOf(db, 'chutich');
  const token = await openSession(db, officer.actor.id, new Date());
  await take('session', () => personOfSession(db, token, new Date()), 5);
  const enter = (number: string) => enterDocument(officer, { ...about, number, tasks: [task] });
  const [one] = await plannedOf(db, await take('enter', () => enter('99001/UBND-TH')));
  const [other] = await plannedOf(db, await enter('99002/UBND-TH'));
  const report = { result: 'Đã hoàn thành, có báo cáo', documentNumber: '1/BC-SNV', documentDate: today };
  await take('report', () => change(agency, one!.id, { verb: 'report', body: report }));
  const file = await take('file', async () => {
    const { file } = await announceFile(agency, { name: 'bao-cao.pdf', size: pdf.length });
    stored.set(file.id, pdf);
    return examineFile(agency, file.id);
  });
  const withFile = { verb: 'report' as const, body: { ...report, files: [file.id] } };
  await take('reportWithFile', () => change(agency, other!.id, withFile));
  await take('confirm', () => change(officer, one!.id, { verb: 'confirm', body: {} }));
  await take('open', () => readAssignment(officer, one!.id), 5);
  await take('ownList', () => listAssignments(agency, { ...plain, limit: 50 }), 5);
  await take('list', () => listAssignments(leader, { ...plain, limit: 50 }), 5);
  const year = { from: '2022-12-01', to: today, asOf: today };
  await take('statistics', () => statistics(leader, { ...plain, ...year }, 'agency'), 3);
  const told: Told[] = [];
  const tell = async (batch: Told[]) => {
    told.push(...batch);
    return [];
  };
  await take(
    'relay',
    async () => relay(await robot(db), tell),
    () => told.length,
  );
  return told;
}

/** What events of the bus start. */
async function byEvents({ db, take }: Bench, events: Told[]): Promise<void> {
  const desk = await robot(db);
  const told = events.find(({ type }) => type === 'assignment.reported')!;
  await take('notify', () => notify(desk, told.type, told.detail as unknown as AssignmentTold));
  const link = { target: 'https://quocgia.test', land: 'at-once' };
  await db.kept.put({ shelf: 'links', name: 'national', data: link }).go();
  const head = { version: 1, number: '77/VPCP-TH', issuedOn: '2023-11-20', issuer: 'Văn phòng Chính phủ' };
  const tasks = [{ taskId: 'nv-1', content, leads: ['snv'], dueOn: '2023-12-31' }];
  const data = { ...head, type: 'Công văn', subject: about.subject, tasks };
  const raw = JSON.stringify({ id: 'e1', source: 'vpcp', type: 'document.issued', data });
  await take('inbound', async () => {
    await receive(desk, await linkOf(db), 'm1', raw);
    return workInbound(desk);
  });
  const near = () => ({ ...desk, now: new Date() });
  await relay(near(), async () => []);
  await wake(db, 'national|nv-1', new Date());
  const sent = await take('outbound', () => deliver(near(), async () => ({ ok: true }), Date.now() + 5_000));
  if (sent.sent !== 1) throw new Error('nothing was delivered: the bill would be too low');
}

/** What schedules start: with something to do, and with nothing. */
async function bySchedules({ db, take }: Bench): Promise<void> {
  const desk = { ...(await robot(db)), store: memoryStore(new Map()) };
  const near = () => ({ ...desk, now: new Date() });
  await take(
    'digest',
    () => digest(near()),
    ({ queued, none }) => queued + none,
  );
  const post = () =>
    sendLetters(near(), async () => ({ ok: true }), { origin: 'https://theodoi.test', days: 3 });
  const { sent } = await take('letter', post, (done) => done.sent);
  if (sent === 0) throw new Error('no letter was sent: the bill would be too low');
  await take('idleMail', post, 3);
  await take('idleRelay', () => relay(near(), async () => []), 3);
  await take('idleReceive', () => workInbound(near()), 3);
  await take('idleDeliver', () => deliver(near(), async () => ({ ok: true }), Date.now() + 5_000), 3);
  const bounds = () => ({ until: Date.now() + 5_000, onError: () => undefined });
  await take('idleFileout', () => workFileOuts(near(), async () => new Uint8Array(), bounds()), 3);
  const night = { ...desk, today: '2023-12-01' };
  await take(
    'sweep',
    () => sweep(night, () => undefined),
    ({ marked }) => marked,
  );
  await take('idleSweep', () => sweep(night, () => undefined));
}
