import { createServer, type Server } from 'node:http';
import { catalogRow } from '@tddh/core/catalog';
import { change } from '@tddh/core/change';
import { assignmentsOf, loadDocument } from '@tddh/core/complete';
import { changeDocument, readDocument } from '@tddh/core/documents';
import { fileLink } from '@tddh/core/filelinks';
import { quarantined, replay } from '@tddh/core/national/admin';
import { deliver } from '@tddh/core/national/deliver';
import { changeLink, linkOf } from '@tddh/core/national/links';
import { packageLink } from '@tddh/core/national/packages';
import { wake } from '@tddh/core/national/queue';
import { listDocuments } from '@tddh/core/registry';
import { actors, testDb, testDesk } from '@tddh/core/testing';
import { pdf } from '@tddh/domain/filesamples';
import { writeStatus } from '@tddh/forms/edxml/answer';
import { pull, tell } from '@tddh/functions/axis';
import { memoryStore } from '@tddh/functions/testing';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { documentAxis, documentIdOf, packageOf } from './axis.ts';

const secret = `whsec_${Buffer.from('khoa-cua-truc-lien-thong').toString('base64')}`;
const number = '9416/VPCP-NN';
const issuedOn = '2023-06-10';
const id = documentIdOf(number, issuedOn);
let db: Awaited<ReturnType<typeof testDb>>;
let axis: ReturnType<typeof documentAxis>;
let server: Server;
let fails: number;
const stored = new Map<string, Uint8Array>();
const desk = (who: keyof typeof actors = 'officer') => ({
  ...testDesk(db, actors[who], '2023-06-15'),
  store: memoryStore(stored),
});

beforeEach(async () => {
  db = await testDb(inject('endpoint'));
  stored.clear();
  fails = 0;
  axis = documentAxis(secret, 0.5, () => (fails > 0 ? 0 : 1));
  server = createServer((request, response) => void axis.handle(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  const places = { list: 'getReceivedEdocList', get: 'getEdoc', done: 'updateStatus', send: 'sendEdoc' };
  const organ = { organId: '000.00.00.H16', organName: 'UBND tỉnh', partnerId: '000.00.00.G22' };
  await changeLink(desk('admin'), 'national', {
    ...{ fieldId: 'noichinh', allowPrivate: true },
    axis: { url: `http://127.0.0.1:${port}/axis`, ...organ, ...places },
  });
  await db.kept
    .put({ shelf: 'link-secrets', name: 'national', data: { inbound: [], outbound: secret } })
    .go();
});
afterEach(() => server.close());

const pulled = async () => pull(desk('admin'), await linkOf(db));
async function ours() {
  const { items } = await listDocuments(desk(), { number, limit: 50 } as never);
  expect(items).toHaveLength(1);
  return (await loadDocument(db, items[0]!.id))!;
}

test('a package is pulled, kept whole, lands as a draft without tasks, and only then acknowledged', async () => {
  axis.lay(packageOf(number, issuedOn));
  expect(await pulled()).toEqual({ taken: 1 });
  expect(axis.counts).toEqual({ pulled: 1, acknowledged: 1, refused: 0 });
  const document = await ours();
  expect(document).toMatchObject({ status: 'draft', tasks: [], national: { taskId: id } });
  expect(document.noTask).toBeUndefined();
  const [file, attached] = stored.keys();
  expect(document.files).toEqual([attached]);
  expect(await packageLink(desk(), document.id)).toBe(`/get/${file}/goi.edxml`);
  expect(new TextDecoder().decode(stored.get(file!))).toBe(packageOf(number, issuedOn));
  expect(await pulled()).toEqual({ taken: 0 });
});

test('attachments become files of the document: hostile ones are told of, and the rest kept', async () => {
  const page = '<!doctype html><script>alert(1)</script>';
  axis.lay(
    packageOf(number, issuedOn, 0, 'Về gói', {
      'phu-luc.pdf': pdf,
      'trang.pdf': new TextEncoder().encode(page),
      '../x.docx': pdf,
    }),
  );
  await pulled();
  const { document, files, history } = await readDocument(desk(), (await ours()).id);
  const origin = { way: 'axis', name: number, sender: 'Văn phòng Chính phủ' };
  expect(files).toMatchObject([
    { name: '9416.txt', kind: 'txt', origin },
    { name: 'phu-luc.pdf', kind: 'pdf', size: pdf.length, origin },
  ]);
  expect(document.refusedFiles).toMatchObject([
    { name: 'trang.pdf', why: expect.stringContaining('không phải PDF') },
    { name: '../x.docx', why: expect.stringContaining('đường dẫn') },
  ]);
  expect(history.at(-1)?.reason).toBe('Tệp kèm gói 9416/VPCP-NN: 9416.txt, phu-luc.pdf');
  expect(await fileLink(desk(), files[1]!.id)).toBe(`/get/${files[1]!.id}/phu-luc.pdf`);
  expect(stored.get(files[1]!.id)).toEqual(pdf);
  await expect(fileLink(desk('agency'), files[1]!.id)).rejects.toMatchObject({ code: 'not_found' });
  const tasks = [{ content: 'Báo cáo', leads: ['snv'], supports: [], dueOn: '2023-07-31' }];
  await changeDocument(desk(), document.id, { tasks });
  expect(await fileLink(desk('agency'), files[1]!.id)).toContain('phu-luc.pdf');
  await expect(fileLink(desk('stranger'), files[1]!.id)).rejects.toMatchObject({ code: 'not_found' });
});

test('attachments wait for a document that is not understood yet, and an update brings only what is new', async () => {
  const strange = (xml: string) => xml.replace('Công văn', 'Thư mời');
  axis.lay(strange(packageOf(number, issuedOn, 0, 'Về gói', { 'a.pdf': pdf })));
  await pulled();
  const [one] = (await quarantined(desk('admin'))).items;
  expect(one).toMatchObject({ fault: 'bad_document' });
  await catalogRow(db, 'type', 'tm', { id: 'tm', name: 'Thư mời' }).go();
  await replay(desk('admin'), one!.id);
  await pulled();
  const names = async () => (await readDocument(desk(), (await ours()).id)).files.map(({ name }) => name);
  expect(await names()).toEqual(['9416.txt', 'a.pdf']);
  axis.lay(strange(packageOf(number, issuedOn, 2, 'Về gói', { 'a.pdf': pdf, 'b.pdf': pdf })));
  await pulled();
  await pulled();
  expect(await names()).toEqual(['9416.txt', 'a.pdf', 'b.pdf']);
});

test('what was stored and not acknowledged comes again and has one effect', async () => {
  axis.lay(packageOf(number, issuedOn));
  const xml = axis.waiting.get('edoc-1')!;
  await pulled();
  const before = await ours();
  axis.waiting.set('edoc-1', xml);
  expect(await pulled()).toEqual({ taken: 0 });
  expect(axis.waiting.size).toBe(0);
  expect(await ours()).toEqual(before);
});

test('an axis that fails is asked again later, and a package that cannot be read goes to the quarantine', async () => {
  axis.lay(packageOf(number, issuedOn));
  fails = 1;
  expect(await pulled()).toEqual({ taken: 0, error: 'Trục trả lời 500.' });
  fails = 0;
  axis.lay('<!DOCTYPE x [<!ENTITY a "b">]><edXML>&a;</edXML>');
  expect(await pulled()).toEqual({ taken: 2 });
  expect((await quarantined(desk('admin'))).items).toMatchObject([{ fault: 'unknown_type' }]);
  expect(stored.size).toBe(3);
  expect(axis.waiting.size).toBe(0);
});

test('an update is followed while it is a draft, and a recall ends it', async () => {
  axis.lay(packageOf(number, issuedOn));
  await pulled();
  axis.lay(packageOf(number, issuedOn, 2, 'Về việc đã sửa'));
  await pulled();
  expect((await ours()).subject).toBe('Về việc đã sửa');
  const tasks = [{ content: 'Báo cáo', leads: ['snv'], supports: [], dueOn: '2023-07-31' }];
  await changeDocument(desk(), (await ours()).id, { tasks });
  axis.lay(packageOf(number, issuedOn, 1));
  await pulled();
  expect(await assignmentsOf(db, await ours())).toMatchObject([{ status: 'recalled' }]);
});

test('its sender is answered: by status messages, and by a reply where the unit reports by a document', async () => {
  axis.lay(packageOf(number, issuedOn));
  await pulled();
  const tasks = [{ content: 'Báo cáo', leads: ['snv'], supports: [], dueOn: '2023-07-31' }];
  await changeDocument(desk(), (await ours()).id, { tasks });
  const [a] = await assignmentsOf(db, await ours());
  const report = { result: 'Xong', documentNumber: '12/BC-SNV', documentDate: '2023-06-15' };
  await change(desk('agency'), a!.id, { verb: 'report', body: report });
  await change(desk(), a!.id, { verb: 'confirm', body: {} });
  await wake(db, `national|${id}`, new Date());
  const send = (link: Parameters<typeof tell>[0], message: Parameters<typeof tell>[2]) =>
    tell(link, [secret], message);
  expect(await deliver(desk('admin'), send, Date.now() + 3000)).toMatchObject({ sent: 3, failed: 0 });
  expect(axis.heard).toEqual([
    { documentId: id, statusCode: '04' },
    { documentId: id, number: '12/BC-SNV' },
    { documentId: id, statusCode: '06' },
  ]);
});

test('a status message that asks for a recall recalls, and another one goes to the quarantine', async () => {
  axis.lay(packageOf(number, issuedOn));
  await pulled();
  const tasks = [{ content: 'Báo cáo', leads: ['snv'], supports: [], dueOn: '2023-07-31' }];
  await changeDocument(desk(), (await ours()).id, { tasks });
  const status = {
    responseFor: { organId: '000.00.00.G22', number, issuedOn, documentId: id },
    ...{ from: { id: '000.00.00.G22', name: 'VPCP' }, description: 'Đề nghị lấy lại', at: new Date() },
  };
  axis.lay(writeStatus({ ...status, statusCode: '13' }));
  axis.lay(writeStatus({ ...status, statusCode: '03' }));
  await pulled();
  expect(await assignmentsOf(db, await ours())).toMatchObject([{ status: 'recalled' }]);
  expect((await quarantined(desk('admin'))).items).toMatchObject([{ fault: 'unknown_type' }]);
});

test('a recall that comes when all is done is refused, once', async () => {
  axis.lay(packageOf(number, issuedOn));
  await pulled();
  const tasks = [{ content: 'Báo cáo', leads: ['snv'], supports: [], dueOn: '2023-07-31' }];
  await changeDocument(desk(), (await ours()).id, { tasks });
  const [a] = await assignmentsOf(db, await ours());
  await change(desk('agency'), a!.id, {
    verb: 'report',
    body: { result: 'Xong', documentNumber: '12/BC-SNV', documentDate: '2023-06-15' },
  });
  await change(desk(), a!.id, { verb: 'confirm', body: {} });
  const asked = writeStatus({
    responseFor: { organId: '000.00.00.G22', number, issuedOn, documentId: id },
    ...{ from: { id: '000.00.00.G22', name: 'VPCP' }, description: 'Đề nghị lấy lại', at: new Date() },
    statusCode: '13',
  });
  axis.lay(asked);
  await pulled();
  const send = (link: Parameters<typeof tell>[0], message: Parameters<typeof tell>[2]) =>
    tell(link, [secret], message);
  await deliver(desk('admin'), send, Date.now() + 3000);
  expect(axis.heard.slice(-2)).toEqual([
    { documentId: id, statusCode: '06' },
    { documentId: id, statusCode: '16' },
  ]);
  expect(await assignmentsOf(db, await ours())).toMatchObject([{ status: 'done' }]);
});

test('a task that the nation named is answered with its code', async () => {
  const { edxmlOf } = await import('@tddh/functions/axis');
  const data = {
    taskId: 'NV-7',
    status: '03',
    agency: { name: 'Sở Nội vụ' },
    document: { number, issuedOn },
  };
  const link = await linkOf(db);
  const xml = await edxmlOf(
    link.axis!,
    JSON.stringify({ type: 'task.accepted', time: '2023-06-15T02:00:00Z', data }),
  );
  expect(xml).toContain('<edXML:TaskCode>NV-7</edXML:TaskCode>');
  expect(xml).toContain(`<edXML:DocumentId>${id}</edXML:DocumentId>`);
});
