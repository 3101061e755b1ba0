import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FunctionName, wiring } from '@tddh/functions/wiring';
import { beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The most bytes of each bundle's start, minified, the SDK inside. */
const budgets: Record<FunctionName, number> = {
  api: 900_000,
  sweep: 700_000,
  relay: 700_000,
  notify: 700_000,
  receive: 750_000,
  mail: 900_000,
  digest: 700_000,
  fileout: 700_000,
  deliver: 700_000,
};

/** What a start must not load. */
const heavy = new Set(['docx', 'hucre', 'nodemailer']);

interface Size {
  bytes: number;
  gzipped: number;
  parts: Record<string, number>;
  /** What is loaded when it is asked for. */
  later: Omit<Size, 'later'>;
}

let sizes: Record<string, Size>;

beforeAll(() => {
  const build = join(root, 'packages/local/bin/build.mjs');
  execFileSync(process.execPath, [build, 'functions'], { stdio: 'pipe' });
  sizes = JSON.parse(readFileSync(join(root, 'functions/dist/sizes.json'), 'utf8'));
}, 60_000);

describe.each(Object.entries(budgets))('the bundle of %s', (name, budget) => {
  test('keeps its budget', () => {
    expect(sizes[name]!.bytes).toBeLessThan(budget);
  });

  test('holds nothing of the yard, and no package that it does not use', () => {
    const parts = Object.keys(sizes[name]!.parts);
    expect(parts).toEqual(expect.arrayContaining(['@aws-sdk/client-dynamodb', 'electrodb', 'packages/core']));
    const unwanted =
      /local|bench|stacks|vitest|zod|effect|arktype|croner|node-server|dynoxide|testing|sso|ini$/;
    const whole = [...parts, ...Object.keys(sizes[name]!.later.parts)];
    expect(whole.filter((part) => unwanted.test(part))).toEqual([]);
    expect(parts.filter((part) => heavy.has(part))).toEqual([]);
    const bus = wiring.functions[name as FunctionName].bus === 'put';
    expect(whole.includes('@aws-sdk/client-eventbridge')).toBe(bus);
    expect(parts.includes('hono')).toBe(name === 'api');
  });

  test('has its source map beside it and does not name it', () => {
    const file = join(root, 'functions/dist', name, 'index.mjs');
    expect(existsSync(`${file}.map`)).toBe(true);
    expect(readFileSync(file, 'utf8')).not.toContain('sourceMappingURL');
  });
});
