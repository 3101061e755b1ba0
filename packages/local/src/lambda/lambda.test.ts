import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mail } from '@tddh/core/mail';
import { noticesOf } from '@tddh/core/notices';
import { commitPerson } from '@tddh/core/people';
import { actors, aDocument, testDesk } from '@tddh/core/testing';
import { pdf } from '@tddh/domain/filesamples';
import { system } from '@tddh/domain/person';
import { testApi } from '@tddh/functions/testing';
import { tell } from '@tddh/functions/used';
import { usesOf } from '@tddh/functions/uses';
import { type FunctionName, grantsOf, wiring } from '@tddh/functions/wiring';
import type { APIGatewayProxyStructuredResultV2, SQSEvent } from 'aws-lambda';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Bus, startBus } from '../bus.ts';
import type { BusEvent, Target } from '../event.ts';
import { type Store, startStore } from '../files/store.ts';
import { startTrap, type Trap, trapped } from '../trap.ts';
import { type Asked, busEvent, queueEvent, requestEvent, scheduleEvent } from './events.ts';
import { type Lambda, type LambdaOptions, startLambda } from './lambda.ts';
import { lambdasNode } from './node24.ts';
import { type Parameters, startParameters } from './parameters.ts';
import { startWatch, type Watch } from './watch.ts';

const nationalSecret = `whsec_${Buffer.from('khoa-cua-he-thong-quoc-gia').toString('base64')}`;
const outboundSecret = `whsec_${Buffer.from('khoa-cua-tinh-de-gui-di').toString('base64')}`;
const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The nodes that must run the bundles: this one, and Lambda's own. */
const nodes: [string, string][] = [['this node', process.execPath], ...lambdasNode()];

beforeAll(() => {
  const build = join(root, 'packages/local/bin/build.mjs');
  execFileSync(process.execPath, [build, 'functions'], { stdio: 'pipe' });
}, 60_000);

describe.each(nodes)('the built bundles behind the Runtime API on %s', (_, node) => {
  const watches = {} as Record<FunctionName, Watch>;
  const stores = {} as Record<FunctionName, Store>;
  const lambdas = {} as Record<FunctionName, Lambda>;
  const batches: SQSEvent[] = [];
  const rung: number[] = [];
  let api: Awaited<ReturnType<typeof testApi>>;
  let bus: Bus;
  let parameters: Parameters;
  let trap: Trap;
  let letters: string;

  function optionsOf(name: FunctionName, more: Record<string, string> = {}): LambdaOptions {
    const { timeout, memory, file } = wiring.functions[name];
    const environment = {
      TABLE_NAME: api.db.table,
      AWS_ENDPOINT_URL_DYNAMODB: watches[name].endpoint,
      AWS_ENDPOINT_URL_EVENTBRIDGE: watches[name].endpoint,
      AWS_ENDPOINT_URL_SSM: watches[name].endpoint,
      AWS_ENDPOINT_URL_S3: stores[name].endpoint,
      SMTP_URL_PARAMETER: '/test-tddh/SMTP_URL',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      TODAY: '2023-06-15',
      ORIGIN_KEY: 'k1',
      NATIONAL_SECRET_PARAMETER: '/test-tddh/NATIONAL_SECRET',
      NATIONAL_OUTBOUND_SECRET_PARAMETER: '/test-tddh/NATIONAL_OUTBOUND_SECRET',
      POWERTOOLS_METRICS_NAMESPACE: 'test-tddh',
      ...more,
    };
    return { folder: join(root, 'functions/dist', file), name, environment, timeout, memory, node };
  }

  beforeAll(async () => {
    api = await testApi(inject('endpoint'));
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' });
    const folder = mkdtempSync(join(tmpdir(), 'tddh-lambda-'));
    letters = join(folder, 'mail');
    trap = await startTrap(letters);
    parameters = await startParameters({
      '/test-tddh/SMTP_URL': trap.url,
      '/test-tddh/NATIONAL_SECRET': nationalSecret,
      '/test-tddh/NATIONAL_OUTBOUND_SECRET': outboundSecret,
    });
    // As the queue does: it hands a batch to the built function, and hears what failed.
    const notify: Target = async (event) => {
      batches.push(event as SQSEvent);
      const outcome = await lambdas.notify.invoke(event);
      if (outcome.kind !== 'answer') throw new Error(JSON.stringify(outcome));
      return outcome.value;
    };
    const relay = async () => void rung.push(1);
    const targets = { notify, relay, receive: async () => undefined };
    bus = await startBus({ name: wiring.bus, rules: wiring.rules, targets, pause: 1 });
    const services = { dynamodb: inject('endpoint'), events: bus.endpoint, ssm: parameters.endpoint };
    for (const name of Object.keys(wiring.functions) as FunctionName[]) {
      const watch = await startWatch(services);
      watches[name] = watch;
      const seen = (operation: string) => watch.uses.push(...usesOf('s3', operation, {}));
      stores[name] = await startStore(folder, { seen });
      lambdas[name] = await startLambda(optionsOf(name));
    }
  });
  afterAll(async () => {
    // Beside what the yard and the tests of the routes noted, held against the grants when all is over.
    for (const [name, { uses }] of Object.entries(watches)) tell(process.env.USED_FOLDER!, name, uses);
    for (const group of [lambdas, watches, stores, { bus, parameters, trap }]) {
      for (const one of Object.values(group)) await one.stop();
    }
  });

  let cookies: string[] = [];
  async function ask(method: string, path: string, asked: Asked = {}) {
    const outcome = await lambdas.api.invoke(requestEvent(method, path, { cookies, ...asked }));
    if (outcome.kind !== 'answer') throw new Error(JSON.stringify(outcome));
    const answer = outcome.value as APIGatewayProxyStructuredResultV2;
    // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
    const json = answer.body && !answer.isBase64Encoded ? (JSON.parse(answer.body) as any) : undefined;
    return { ...answer, json, cold: outcome.cold, pid: outcome.pid };
  }

  test('the API starts cold, answers, and is used again', async () => {
    const first = await ask('GET', '/api/health');
    expect(first).toMatchObject({ statusCode: 200, json: { ok: true }, cold: true });
    const second = await ask('GET', '/api/health');
    expect(second).toMatchObject({ statusCode: 200, cold: false, pid: first.pid });
  });

  test('a person signs in by a cookie of payload 2.0, which is secure', async () => {
    expect(await ask('GET', '/api/session')).toMatchObject({
      statusCode: 401,
      json: { code: 'unauthenticated' },
    });
    const answer = await ask('POST', '/api/session', {
      body: { username: 'officer', password: api.password },
      headers: { 'x-origin-key': 'k1', 'x-viewer-address': '203.0.113.7' },
    });
    expect(answer.statusCode).toBe(200);
    const [cookie = ''] = answer.cookies ?? [];
    expect(cookie).toMatch(/^tddh=.*HttpOnly.*Secure.*SameSite=Lax/);
    cookies = [cookie.split(';')[0]!, 'other=1'];
    const session = await ask('GET', '/api/session');
    expect(session.json.person.username).toBe('officer');
  });

  test('errors stay errors of the API: 404, 400, 403, and a body in base64 is read', async () => {
    const missing = await ask('GET', '/api/nowhere');
    expect(missing.headers?.['content-type']).toContain('application/problem+json');
    expect(missing).toMatchObject({ statusCode: 404, json: { code: 'not_found' } });
    expect(await ask('POST', '/api/documents', { body: '{' })).toMatchObject({ statusCode: 400 });
    const foreign = { body: aDocument(), headers: { origin: 'https://evil.test' } };
    expect(await ask('POST', '/api/documents', foreign)).toMatchObject({ statusCode: 403 });
    const own = { origin: 'https://theodoi.test', 'x-forwarded-host': 'theodoi.test' };
    const entered = await ask('POST', '/api/documents', { body: aDocument(), headers: own, base64: true });
    expect(entered.statusCode).toBe(201);
  });

  test('the main job runs through it: enter, report, confirm, count, correct', async () => {
    const entered = await ask('POST', '/api/documents', { body: aDocument({ number: '901/UBND-TH' }) });
    const [{ id }] = entered.json.assignments;
    // The answer is out only when the relay was rung: Lambda stops between requests.
    await bus.idle();
    expect(rung.length).toBeGreaterThan(0);
    const report = {
      result: 'Đã xong',
      documentNumber: '1/BC-SNV',
      documentDate: '2023-06-14',
      confirm: true,
    };
    expect(await ask('POST', `/api/assignments/${id}/report`, { body: report })).toMatchObject({
      statusCode: 200,
    });
    const statistics = await ask('GET', '/api/statistics?from=2023-06-01&to=2023-06-30');
    expect(statistics.json.total.columns[0]).toBeGreaterThan(0);
    for (const path of [
      '/api/assignments',
      `/api/assignments/${id}`,
      '/api/documents',
      '/api/notifications',
    ]) {
      expect(await ask('GET', path)).toMatchObject({ statusCode: 200 });
    }
    const renumbered = { body: { number: '902/UBND-TH', reason: 'Ghi nhầm số' } };
    const corrected = await ask('PATCH', `/api/documents/${entered.json.document.id}`, renumbered);
    expect(corrected).toMatchObject({ statusCode: 200 });
    expect((await ask('GET', '/api/openapi.json')).json.openapi).toMatch(/^3\.1/);
  });

  test('a file goes past it: a link to send it, a look at what came, a link to download it', async () => {
    const announced = await ask('POST', '/api/files', { body: { name: 'bao-cao.pdf', size: pdf.length } });
    const { file, upload } = announced.json;
    const sent = await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: Buffer.from(pdf) });
    expect(sent.status).toBe(200);
    const examined = await ask('POST', `/api/files/${file.id}/examine`, { body: {} });
    expect(examined.json.file).toMatchObject({ kind: 'pdf' });
    const entered = await ask('POST', '/api/documents', { body: aDocument({ number: '903/UBND-TH' }) });
    const report = { result: 'Xong', files: [file.id] };
    const path = `/api/assignments/${entered.json.assignments[0].id}/report`;
    expect(await ask('POST', path, { body: report })).toMatchObject({ statusCode: 200 });
    const answer = await ask('GET', `/api/files/${file.id}`);
    expect(answer.statusCode).toBe(302);
    const got = await fetch(answer.headers?.location as string);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(Buffer.from(pdf));
    expect(got.headers.get('content-disposition')).toContain('attachment');
  });

  test('an answer of bytes comes in base64, whole', async () => {
    const answer = await ask('GET', '/api/statistics.csv?from=2023-06-01&to=2023-06-30');
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect(Buffer.from(answer.body ?? '', 'base64').subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  test('an answer that nobody waits for harms nobody', async () => {
    const gone = ask('GET', '/api/statistics?from=2023-01-01&to=2023-12-31');
    const next = await ask('GET', '/api/health');
    expect(next.statusCode).toBe(200);
    await gone;
  });

  test('the relay tells the bus, measures the wait, and notify tells people once', async () => {
    const outcome = await lambdas.relay.invoke(scheduleEvent());
    expect(outcome).toMatchObject({ kind: 'answer', value: { left: 0, held: false }, cold: true });
    await bus.idle();
    const told = batches.flatMap(({ Records }) => Records.map(({ body }) => JSON.parse(body) as BusEvent));
    expect(told.map((event) => event['detail-type'])).toContain('assignment.assigned');
    expect(bus.dead()).toEqual([]);
    const figures = lambdas.relay
      .log()
      .split('\n')
      .find((line) => line.includes('"outboxAge"'));
    // What the alarm in the stacks looks for.
    expect(JSON.parse(figures!)).toMatchObject({
      service: 'tddh',
      outboxAge: expect.any(Number),
      _aws: { CloudWatchMetrics: [{ Namespace: 'test-tddh', Dimensions: [['service']] }] },
    });
    const notices = async () => (await noticesOf(testDesk(api.db, actors.agency))).items;
    const before = await notices();
    expect(before.length).toBeGreaterThan(0);
    // At least once: the same batch again tells nobody twice.
    const again = await lambdas.notify.invoke(batches[0]);
    expect(again).toMatchObject({ kind: 'answer', value: { batchItemFailures: [] }, cold: false });
    expect(await notices()).toEqual(before);
  });

  test('of a batch with one bad event only that one fails, is logged without its content, and the others are told', async () => {
    const told = batches.flatMap(({ Records }) => Records.map(({ body }) => JSON.parse(body) as BusEvent));
    const assigned = told.find((event) => event['detail-type'] === 'assignment.assigned')!;
    const fresh = (eventId: string) =>
      JSON.stringify({ ...assigned, detail: { ...(assigned.detail as object), eventId } });
    const outcome = await lambdas.notify.invoke(
      queueEvent(fresh('e1.1'), '{"detail": secret', fresh('e2.1')),
    );
    expect(outcome).toMatchObject({
      kind: 'answer',
      value: { batchItemFailures: [{ itemIdentifier: 'm2' }] },
    });
    const { items } = await noticesOf(testDesk(api.db, actors.agency));
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['e1.1', 'e2.1']));
    const line = lambdas.notify
      .log()
      .split('\n')
      .find((one) => one.includes('"m2"'));
    expect(JSON.parse(line!)).toMatchObject({
      level: 'ERROR',
      messageId: 'm2',
    });
    expect(line).not.toContain('secret');
  });

  test('the digest, who sends mail, who writes long files, and both ways of the national link answer their schedules', async () => {
    const digested = await lambdas.digest.invoke(scheduleEvent());
    expect(digested).toMatchObject({ kind: 'answer', value: { queued: 0 }, cold: true });
    const person = {
      id: 'per_mailed',
      name: 'Lê Thị Thư',
      username: 'thu',
      email: 'thu@snv.test',
      passwordHash: '',
    };
    await commitPerson(api.db, { ...person, role: 'agency-leader', unitId: 'snv', fields: [] }, []);
    const letter = { key: 'one', personId: person.id, kind: 'test', subject: 'Một thư', text: 'Đã đến.' };
    await mail(testDesk(api.db, system), letter);
    // The server's address stands in a parameter, by name.
    const mailed = await lambdas.mail.invoke(scheduleEvent());
    expect(mailed).toMatchObject({ kind: 'answer', value: { held: false, sent: 1, dead: 0 }, cold: true });
    expect(trapped(letters)).toMatchObject([{ to: [person.email], subject: letter.subject }]);
    for (const name of ['receive', 'fileout'] as const) {
      expect(await lambdas[name].invoke(scheduleEvent())).toMatchObject({ kind: 'answer' });
    }
    for (const event of [busEvent('assignment.reported', { lane: 'national#1' }), scheduleEvent()]) {
      expect(await lambdas.deliver.invoke(event)).toMatchObject({ kind: 'answer', value: { sent: 0 } });
    }
  });

  test('a national message is taken by its signature, worked, and answered by one that verifies', async () => {
    const heard: string[] = [];
    const there = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        new Webhook(outboundSecret).verify(body, request.headers as Record<string, string>);
        heard.push(JSON.parse(body).type);
        response.end();
      });
    });
    await new Promise<void>((done) => there.listen(0, '127.0.0.1', done));
    const target = `http://127.0.0.1:${(there.address() as { port: number }).port}/hook`;
    const link = { target, allowPrivate: true, land: 'at-once' };
    await api.db.kept.put({ shelf: 'links', name: 'national', data: link }).go();
    const task = { taskId: 'nv-1', content: 'Báo cáo', leads: ['snv'], dueOn: '2023-07-31' };
    const head = { number: '77/VPCP-TH', issuedOn: '2023-06-10', issuer: 'Văn phòng Chính phủ' };
    const data = { version: 1, ...head, type: 'Công văn', subject: 'Về việc một', tasks: [task] };
    const body = JSON.stringify({ id: 'e1', source: 'vpcp', type: 'document.issued', data });
    const signed = (by: string) => ({
      'webhook-id': 'm1',
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
      'webhook-signature': new Webhook(by).sign('m1', new Date(), body),
    });
    const path = '/api/integrations/national/events';
    const other = `whsec_${Buffer.from('mot-khoa-khac').toString('base64')}`;
    expect(await ask('POST', path, { body, headers: signed(other) })).toMatchObject({ statusCode: 401 });
    expect(await ask('POST', path, { body, headers: signed(nationalSecret) })).toMatchObject({
      statusCode: 202,
    });
    const worked = await lambdas.receive.invoke(scheduleEvent());
    expect(worked).toMatchObject({ kind: 'answer', value: { worked: 1, quarantined: 0 } });
    const told = busEvent('assignment.assigned', { lane: 'national|nv-1' });
    expect(await lambdas.deliver.invoke(told)).toMatchObject({ value: { sent: 1, failed: 0 } });
    expect(heard).toEqual(['task.assigned']);
    there.close();
  });

  test('the sweep marks what is overdue, and a second run marks nothing', async () => {
    const sweep = await startLambda(optionsOf('sweep', { TODAY: '2023-07-01' }));
    const first = await sweep.invoke(scheduleEvent());
    expect(first).toMatchObject({ kind: 'answer', value: { day: '2023-07-01', failed: 0 } });
    expect((first as { value: { marked: number } }).value.marked).toBeGreaterThan(0);
    expect(await sweep.invoke(scheduleEvent())).toMatchObject({ value: { marked: 0 } });
    expect(sweep.log()).toContain('"sweepMarked"');
    // What was uploaded and never attached goes after a week.
    const { json } = await ask('POST', '/api/files', { body: { name: 'quen.pdf', size: pdf.length } });
    const { data: row } = await api.db.files.get({ fileId: json.file.id }).go();
    await api.db.files.put({ ...row!, at: '2023-01-01T00:00:00.000Z' }).go();
    expect(await sweep.invoke(scheduleEvent())).toMatchObject({ kind: 'answer' });
    expect((await api.db.files.get({ fileId: json.file.id }).go()).data).toBeNull();
    await sweep.stop();
  });

  test('signing out ends the session', async () => {
    expect(await ask('DELETE', '/api/session')).toMatchObject({ statusCode: 200 });
    expect(await ask('GET', '/api/session')).toMatchObject({ statusCode: 401 });
  });

  test('an error is told to Lambda, which retries; the process lives on', async () => {
    const relay = await startLambda(optionsOf('relay', { TABLE_NAME: 'no-such-table' }));
    expect(await relay.invoke(scheduleEvent())).toMatchObject({
      kind: 'error',
      type: 'ResourceNotFoundException',
      cold: true,
    });
    expect(await relay.invoke(scheduleEvent())).toMatchObject({ kind: 'error', cold: false });
    await relay.stop();
  });

  test('an API without its table answers 500 as a problem with a number to tell, and logs the cause once', async () => {
    const lost = await startLambda(optionsOf('api', { TABLE_NAME: 'no-such-table' }));
    const outcome = await lost.invoke(requestEvent('GET', '/api/setup'));
    const { statusCode, headers, body } = (outcome as { value: APIGatewayProxyStructuredResultV2 }).value;
    expect(statusCode).toBe(500);
    expect(headers?.['content-type']).toContain('application/problem+json');
    const { code, requestId } = JSON.parse(body ?? '');
    expect(code).toBe('internal');
    expect(lost.log().split(requestId)).toHaveLength(2);
    await lost.stop();
  });

  test('a setting that makes no sense ends the start with a clear error', async () => {
    const sweep = await startLambda(optionsOf('sweep', { TODAY: '2023-02-31' }));
    const outcome = await sweep.invoke(scheduleEvent());
    expect(outcome).toMatchObject({ kind: 'error', message: expect.stringContaining('2023-02-31') });
    await sweep.stop();
  });

  test('a run that takes too long is ended, and the next one starts anew', async () => {
    const deaf = createServer(() => {});
    await new Promise<void>((done) => deaf.listen(0, '127.0.0.1', done));
    const { port } = deaf.address() as { port: number };
    const endpoint = { AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}` };
    const stuck = await startLambda({ ...optionsOf('api', endpoint), timeout: 2 });
    const asked = requestEvent('GET', '/api/setup');
    expect(await stuck.invoke(asked)).toEqual({ kind: 'timeout', cold: true });
    const health = await stuck.invoke(requestEvent('GET', '/api/health'));
    expect(health).toMatchObject({ kind: 'answer', cold: true });
    await stuck.stop();
    deaf.closeAllConnections();
    deaf.close();
  });

  test('each function used only what it is granted, and harmed no history', () => {
    for (const name of Object.keys(wiring.functions) as FunctionName[]) {
      const { uses } = watches[name];
      const used = [...new Set(uses.map(({ action }) => action))];
      expect(used.length, name).toBeGreaterThan(0);
      expect(grantsOf(name), name).toEqual(expect.arrayContaining(used));
      expect(uses.filter(({ harms }) => harms)).toEqual([]);
      const { deletes } = wiring.functions[name];
      const deleted = uses.flatMap((use) => use.deleted ?? []);
      expect(deleted.filter((pk) => !deletes.some((key) => pk.startsWith(key)))).toEqual([]);
    }
    const used = (name: FunctionName) => watches[name].uses.map(({ action }) => action);
    for (const name of ['mail', 'api', 'deliver'] as const) expect(used(name)).toContain('ssm:GetParameter');
    expect(used('api')).toEqual(expect.arrayContaining(['s3:PutObject', 's3:GetObject', 'events:PutEvents']));
    expect(used('sweep')).toContain('s3:DeleteObject');
    const deleted = watches.api.uses.flatMap((use) => use.deleted ?? []);
    for (const key of wiring.functions.api.deletes) {
      expect(
        deleted.some((one) => one.startsWith(key)),
        key,
      ).toBe(true);
    }
  });
});
