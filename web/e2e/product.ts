import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { findChromium, flags } from '../../packages/local/bin/chromium.mjs';
import { type RunningProduct, startProduct } from '../../packages/local/bin/product.mjs';
import { words } from './words.ts';

/** Password of every sample account. */
export const password = 'theo-doi-dieu-hanh';
/** How long a page may take, in milliseconds: the machines that test are small and busy. */
export const patience = 30_000;

/** What a page asks of the API, signed in as the person of its context. */
export interface Api {
  get<T>(path: string): Promise<T>;
  /** @throws where the answer is not 2xx */
  post<T>(path: string, body: object): Promise<T>;
}

/** The product of one test file, and the pages that its tests open. */
export interface Product {
  readonly origin: string;
  readonly dataDir: string;
  /** Stops the product and starts it again on the same folder. */
  restart(env?: Record<string, string>): Promise<void>;
  /** A page of a browser that knows nothing yet. What it complains of fails the test. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A page signed in through the sign-in page, at `path`. */
  signIn(username: string, path?: string, options?: BrowserContextOptions): Promise<Page>;
  /** The API as a person of the sample, to lay out what a test is not about. */
  as(username: string): Promise<Api>;
}

/** Starts the built product once for a test file; every page of a test is closed after it. */
export function useProduct(options: { args?: string[] } = {}): Product {
  const dataDir = mkdtempSync(join(tmpdir(), 'tddh-browser-'));
  const complaints: string[] = [];
  let running: RunningProduct | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('no Chromium: set CHROMIUM, or install it');
    [running, browser] = await Promise.all([
      startProduct({ dataDir, args: options.args }),
      chromium.launch({ executablePath, args: [...flags] }),
    ]);
  }, 180_000);
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
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
      running = await startProduct({ dataDir, args: options.args, env });
    },
    async open(path, more) {
      const context = await browser!.newContext({
        ...{ baseURL: product.origin, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' },
        ...{ viewport: { width: 1440, height: 900 }, ...more },
      });
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      listen(page, complaints);
      await page.goto(path);
      return page;
    },
    async signIn(username, path = '/', more) {
      const page = await product.open(path, more);
      await page.getByLabel(words.signIn.username).fill(username);
      await page.getByLabel(words.signIn.password, { exact: true }).fill(password);
      await page.keyboard.press('Enter');
      await page.locator('main#main').waitFor();
      return page;
    },
    async as(username) {
      const request = (path: string, init: RequestInit) => fetch(product.origin + path, init);
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ username, password });
      const answer = await request('/api/session', { method: 'POST', headers, body });
      const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
      const read = async <T>(response: Response): Promise<T> => {
        if (!response.ok) throw new Error(`${response.status} ${response.url}: ${await response.text()}`);
        return (await response.json()) as T;
      };
      return {
        get: async (path) => read(await request(path, { headers: { cookie } })),
        post: async (path, sent) => {
          const init = { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(sent) };
          return read(await request(path, init));
        },
      };
    },
  };
  return product;
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
