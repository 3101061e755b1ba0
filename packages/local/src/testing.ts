import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultsOfUse } from '@tddh/functions/used';
import type { TestProject } from 'vitest/node';
import { type Engine, startEngine } from './engine.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Endpoint of the run's embedded table engine; a test makes its own table, so that tests share nothing. */
    endpoint: string;
  }
}

let engine: Engine | undefined;
let folder = '';

/**
 * Vitest's global setup: one engine in memory for the whole run. Tests read `inject('endpoint')`. What functions do
 * on AWS while tests run is noted in a folder.
 */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'tddh-used-'));
  process.env.USED_FOLDER = folder;
  engine = await startEngine({ memory: true });
  project.provide('endpoint', engine.endpoint);
}

/**
 * Vitest's global teardown. Fails the run where a function used what it is not granted, or history was deleted; and
 * where functions of `USED_BY` (names, as the whole run sets them) did nothing that was noted.
 */
export async function teardown(): Promise<void> {
  await engine?.stop();
  const { faults, used } = faultsOfUse(folder);
  rmSync(folder, { recursive: true, force: true });
  const wanted = process.env.USED_BY?.split(' ') ?? [];
  const silent = wanted.filter((name) => !used.has(name)).map((name) => `nothing was noted of ${name}`);
  if (wanted.length > 0) {
    const counts = [...used].map(([name, actions]) => `${name} ${[...actions].sort().join(' ')}`);
    console.log(`used on AWS:\n${counts.sort().join('\n')}`);
  }
  if (faults.length + silent.length === 0) return;
  // What a teardown throws is told, yet fails no run.
  process.exitCode = 1;
  throw new Error([...faults, ...silent].join('\n'));
}
