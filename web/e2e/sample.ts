import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startProduct } from '../../packages/local/bin/product.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data folder with the sample as the product itself has written it; a test file takes a copy. */
    sample: string;
  }
}

const sample = mkdtempSync(join(tmpdir(), 'tddh-sample-'));

/** Vitest's global setup of the browser's tests: the sample is written once for the whole run. */
export async function setup(project: TestProject): Promise<void> {
  const product = await startProduct({ dataDir: sample });
  await product.stop();
  project.provide('sample', sample);
}

/** Vitest's global teardown. */
export function teardown(): void {
  rmSync(sample, { recursive: true, force: true });
}
