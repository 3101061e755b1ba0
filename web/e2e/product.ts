import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { findChromium, flags } from '../../packages/local/bin/chromium.mjs';
import { type RunningProduct, startProduct } from '../../packages/local/bin/product.mjs';
import { watch } from './quiet.ts';
import { words } from './words.ts';

/** Password of every sample account. */
export const password = 'theo-doi-dieu-hanh';
/** How long a page may take, in milliseconds: the machines that test are small and busy. */
export const patience = 30_000;

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** The API as one person. */
export interface Api {
  /** Both reject where the answer is not 2xx. */
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
}

/** The product of one test file, and the pages that its tests open. */
export interface Product {
  readonly origin: string;
  readonly dataDir: string;
  /** Stops the product and starts it again on the same folder and port. */
  restart(env?: Record<string, string>): Promise<void>;
  /** A page of a browser that knows nothing yet. What it complains of fails the test. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A page signed in, at `path` or at the person's home; the first time through the sign-in page. */
  signIn(username: string, path?: string, options?: BrowserContextOptions): Promise<Page>;
  /** The API as a person of the sample, to lay out what a test is not about. */
  as(username: string): Promise<Api>;
}

/** Starts the built product once for a test file, with the sample or empty; every page of a test is closed after it. */
export function useProduct(options: { empty?: true } = {}): Product {
  const args = options.empty ? ['--empty'] : [];
  const dataDir = mkdtempSync(join(tmpdir(), 'tddh-browser-'));
  const complaints: string[] = [];
  const kept = new Map<string, StorageState>();
  const apis = new Map<string, Promise<Api>>();
  let running: RunningProduct | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('no Chromium: set CHROMIUM, or install it');
    if (!options.empty) cpSync(inject('sample'), dataDir, { recursive: true });
    [running, browser] = await Promise.all([
      startProduct({ dataDir, args }),
      chromium.launch({ executablePath, args: [...flags] }),
    ]);
  }, 180_000);
  afterEach(async ({ task }) => {
    const contexts = browser?.contexts() ?? [];
    if (task.result?.state === 'fail') {
      await photograph(
        contexts.flatMap((context) => context.pages()),
        task.name,
      );
    }
    for (const context of contexts) await context.close();
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const product: Product = {
    get origin() {
      return running?.origin ?? '';
    },
    dataDir,
    async restart(env) {
      await running?.stop();
      const { port } = new URL(product.origin);
      running = await startProduct({ dataDir, args, env: { ...env, PORT: port } });
    },
    async open(path, more) {
      const context = await browser!.newContext({
        ...{ baseURL: product.origin, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' },
        ...{ viewport: { width: 1440, height: 900 }, ...more },
      });
      context.setDefaultTimeout(patience);
      watch(context);
      const page = await context.newPage();
      listen(page, complaints);
      await page.goto(path);
      return page;
    },
    async signIn(username, path, more) {
      const known = kept.get(username);
      if (known) {
        const page = await product.open('about:blank', { ...more, storageState: known });
        await page.goto(path ?? '/');
        await page.locator('main#main').waitFor();
        return page;
      }
      const page = await product.open(path ?? '/', more);
      await page.getByLabel(words.signIn.username).fill(username);
      await page.getByLabel(words.signIn.password, { exact: true }).fill(password);
      await page.keyboard.press('Enter');
      await page.locator('main#main').waitFor();
      kept.set(username, { ...(await page.context().storageState()), origins: [] });
      if (path && !page.url().endsWith(path)) await page.goto(path);
      return page;
    },
    as(username) {
      const api = apis.get(username) ?? signedIn(product.origin, username);
      apis.set(username, api);
      return api;
    },
  };
  return product;
}

/** The API with the cookie of a person who has just signed in. */
async function signedIn(origin: string, username: string): Promise<Api> {
  const headers = { 'content-type': 'application/json' };
  const ask = async (path: string, init: RequestInit) => {
    const response = await fetch(origin + path, init);
    if (!response.ok) throw new Error(`${response.status} ${path}: ${await response.text()}`);
    return response;
  };
  const send = (path: string, body: object, more?: object) =>
    ask(path, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });
  const answer = await send('/api/session', { username, password });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    get: async <T>(path: string) => (await ask(path, { headers: { cookie } })).json() as Promise<T>,
    post: async <T>(path: string, body: object) => (await send(path, body, { cookie })).json() as Promise<T>,
  };
}

/** What a failed test saw last: an image for each page in `.tmp/browser`. */
async function photograph(pages: Page[], test: string): Promise<void> {
  const name = test.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 60);
  for (const [at, page] of pages.entries()) {
    const path = fileURLToPath(new URL(`../../.tmp/browser/${name}-${at + 1}.png`, import.meta.url));
    await page.screenshot({ path, fullPage: true }).catch(() => undefined);
  }
}

/** Collects what goes wrong on a page. A refusal of the API is an answer, not a fault of the page. */
function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const refusal = /Failed to load resource: .* 4\d\d/.test(message.text());
    if (refusal && new URL(message.location().url).pathname.startsWith('/api/')) return;
    complaints.push(`${page.url()}: ${message.text()}`);
  });
}
