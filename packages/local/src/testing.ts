import type { TestProject } from 'vitest/node';
import { type Engine, startEngine } from './engine.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Endpoint of the run's embedded table engine; a test makes its own table, so that tests share nothing. */
    endpoint: string;
  }
}

let engine: Engine | undefined;

/** Vitest's global setup: one engine in memory for the whole run. Tests read `inject('endpoint')`. */
export async function setup(project: TestProject): Promise<void> {
  engine = await startEngine({ memory: true });
  project.provide('endpoint', engine.endpoint);
}

/** Vitest's global teardown. */
export async function teardown(): Promise<void> {
  await engine?.stop();
}
