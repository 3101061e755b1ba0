import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * One run for the whole house: rules and table, pages in a simulated browser, pages in a real one.
 * A file at a time for each core: what a file waits for (a page, a table) leaves room for the other.
 */
export default defineConfig({
  test: {
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: [
            'packages/**/*.test.ts',
            'functions/**/*.test.ts',
            'stacks/**/*.test.ts',
            'web/budget/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: './packages/local/src/testing.ts',
          setupFiles: './functions/src/noting.ts',
          // Every test makes its own table, and what is kept of one is kept by its table: files may share what they load.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: './web/vite.config.ts',
        root: './web',
        test: { name: 'face', include: ['src/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['web/e2e/**/*.test.ts'],
          globalSetup: './web/e2e/sample.ts',
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // What a test waits for may take as long as a page: the machines that test are small and busy.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
