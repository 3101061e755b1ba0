import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mostFileBytes } from '@tddh/domain/file';
import { pdf } from '@tddh/domain/filesamples';
import { openStore } from '@tddh/functions/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Store, startStore, storeLink } from './store.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'tddh-store-'));
const type = 'application/pdf';
let clock = 0;
let store: Store;
let front: string;
let ids = 0;
const newId = () => {
  ids += 1;
  return `fil_${ids}`;
};
// The same client, with links as this machine reaches the store, and as a browser reaches it behind the product.
let direct: ReturnType<typeof openStore>;
let behind: ReturnType<typeof openStore>;
const server = createServer((request, response) => store.serve(request, response));

beforeAll(async () => {
  Object.assign(process.env, {
    ...{ AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'yard', AWS_SECRET_ACCESS_KEY: 'its-own-secret' },
  });
  store = await startStore(dataDir, { now: () => new Date(Date.now() + clock) });
  process.env.AWS_ENDPOINT_URL_S3 = store.endpoint;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  front = `http://localhost:${(server.address() as { port: number }).port}`;
  direct = openStore(process.env);
  behind = openStore(process.env, storeLink);
});
afterAll(async () => {
  delete process.env.AWS_ENDPOINT_URL_S3;
  server.close();
  await store.stop();
});

const send = (link: { url: string; headers: Record<string, string> }, body: Uint8Array, over = {}) =>
  fetch(new URL(link.url, front), {
    method: 'PUT',
    headers: { ...link.headers, ...over },
    body: body as Uint8Array<ArrayBuffer>,
  });
const codeOf = async (answer: Response) => /<Code>(\w+)/.exec(await answer.text())?.[1];
async function kept(content: Uint8Array = pdf): Promise<string> {
  const id = newId();
  const answer = await send(await direct.upload(id, { size: content.length, type }), content);
  expect(answer.status).toBe(200);
  return id;
}

describe('a file sent by its link', () => {
  test('is kept, read again, and removed, by the calls of the real client', async () => {
    const id = await kept();
    expect(Buffer.from((await direct.read(id, 1000))!)).toEqual(Buffer.from(pdf));
    await expect(direct.read(id, 5)).rejects.toThrow('longer');
    await direct.remove(id);
    await direct.remove(id);
    expect(await direct.read(id, 1000)).toBeUndefined();
  });

  test('arrives under the origin of the page, whatever name that has', async () => {
    const id = newId();
    const link = await behind.upload(id, { size: pdf.length, type });
    expect(link.url).toMatch(/^\/store\/tddh\/files\/fil_\d+\?/);
    expect((await send(link, pdf)).status).toBe(200);
    expect((await direct.read(id, 1000))?.length).toBe(pdf.length);
  });

  test('must have the size and the type that were signed', async () => {
    const link = await direct.upload(newId(), { size: pdf.length, type });
    const longer = new Uint8Array(pdf.length + 1);
    expect(await codeOf(await send(link, longer))).toBe('SignatureDoesNotMatch');
    expect(await codeOf(await send(link, pdf, { 'content-type': 'text/html' }))).toBe(
      'SignatureDoesNotMatch',
    );
    expect((await send(link, pdf)).status).toBe(200);
  });

  test('is never written over: what was examined stays as it was', async () => {
    const link = await direct.upload(newId(), { size: pdf.length, type });
    expect((await send(link, pdf)).status).toBe(200);
    expect((await send(link, pdf.toReversed())).status).toBe(412);
    expect(await codeOf(await send(link, pdf, { 'if-none-match': 'x' }))).toBe('SignatureDoesNotMatch');
  });

  test('is kept once where two come at the same moment', async () => {
    const link = await direct.upload(newId(), { size: pdf.length, type });
    const answers = await Promise.all([send(link, pdf), send(link, pdf), send(link, pdf)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  test('may be larger than 20 MB where the product itself writes it', async () => {
    const id = newId();
    await direct.write(id, { bytes: new Uint8Array(mostFileBytes + 1), type });
    expect(await direct.read(id, 2 * mostFileBytes)).toHaveLength(mostFileBytes + 1);
  });

  test('may not be larger than 20 MB by a link, whatever was signed', async () => {
    const big = new Uint8Array(mostFileBytes + 1);
    const link = await direct.upload(newId(), { size: big.length, type });
    const answer = await send(link, big).catch(() => undefined);
    expect(answer?.status ?? 413).toBe(413);
  });

  test('that is cut off leaves nothing', async () => {
    const id = newId();
    const { url, headers } = await direct.upload(id, { size: 1000, type });
    await new Promise<void>((done) => {
      const request = httpRequest(url, { method: 'PUT', headers: { ...headers, 'content-length': 1000 } });
      request.on('error', () => done());
      request.write(new Uint8Array(500));
      setTimeout(() => request.destroy(), 50);
    });
    await expect
      .poll(() => readdirSync(join(dataDir, 'files')).filter((name) => name.includes(id)))
      .toEqual([]);
  });
});

describe('a link', () => {
  test('ends with its time, and holds only for its own file, method and words', async () => {
    const id = await kept();
    const url = await direct.download(id, { name: 'Báo cáo.pdf', type });
    const sent = await direct.upload(newId(), { size: pdf.length, type });
    expect((await fetch(url)).status).toBe(200);
    for (const changed of [
      url.replace(id, await kept()),
      url.replace('application%2Fpdf', 'text%2Fhtml'),
      url.replace('attachment', 'inline'),
      url.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000'),
      url.replace(/Signature=../, 'Signature=00'),
    ]) {
      expect(changed).not.toBe(url);
      expect((await fetch(changed)).status).toBe(403);
    }
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
    clock = 61_000;
    expect((await fetch(url)).status).toBe(403);
    clock = 901_000;
    expect(await codeOf(await send(sent, pdf))).toBe('AccessDenied');
    clock = 0;
  });

  test('is needed: nobody reads, writes or removes without one, and no path leads out of the folder', async () => {
    const id = await kept();
    writeFileSync(join(dataDir, 'state.json'), '{}');
    const paths = [`files/${id}`, 'files/../state.json', 'files/%2e%2e%2fstate.json', '', '../state.json'];
    for (const path of paths) {
      for (const method of ['GET', 'PUT', 'DELETE', 'HEAD', 'POST']) {
        expect((await fetch(`${store.endpoint}/tddh/${path}`, { method })).status).toBe(403);
      }
    }
    expect(statSync(join(dataDir, 'files', id)).size).toBe(pdf.length);
  });

  test('downloads under the name with its accents, and no browser shows the file as a page', async () => {
    const id = await kept();
    const answer = await fetch(
      new URL(await behind.download(id, { name: 'Báo cáo "quý".pdf', type }), front),
    );
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="Bao cao _quy_.pdf"; filename*=UTF-8\'\'B%C3%A1o%20c%C3%A1o%20%22qu%C3%BD%22.pdf',
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(pdf));
  });

  test('gives a part where one is asked, and says how long the whole is', async () => {
    const url = await direct.download(await kept(), { name: 'a.pdf', type });
    const part = (range: string) => fetch(url, { headers: { range } });
    const first = await part('bytes=0-3');
    expect([first.status, first.headers.get('content-range')]).toEqual([206, `bytes 0-3/${pdf.length}`]);
    expect(await first.text()).toBe('%PDF');
    expect(await (await part('bytes=-6')).text()).toBe('%%EOF\n');
    expect((await part(`bytes=${pdf.length}-`)).status).toBe(416);
  });
});
