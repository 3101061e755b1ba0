import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readDirective } from './read.ts';

/** The labelled real texts stand beside the project, not in it. */
const shared = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const dev = join(shared, 'directives/dev');

test.skipIf(!existsSync(dev))('the labelled directives are read as well as they were', () => {
  const folder = mkdtempSync(join(tmpdir(), 'intake-'));
  try {
    for (const name of ['score.mjs', 'norm.mjs'])
      cpSync(join(shared, 'directives', name), join(folder, name));
    cpSync(join(shared, 'aliases.json'), join(folder, 'aliases.json'));
    const names = readdirSync(dev).filter((name) => name.endsWith('.txt'));
    const read = names.map((name) => ({
      id: name.slice(0, -4),
      ...readDirective(readFileSync(join(dev, name), 'utf8')),
    }));
    writeFileSync(join(folder, 'read.json'), JSON.stringify(read));
    const { stdout } = spawnSync(
      process.execPath,
      [join(folder, 'score.mjs'), dev, join(folder, 'read.json'), '--json'],
      {
        encoding: 'utf8',
      },
    );
    const { S, task, neg, meta } = JSON.parse(stdout);
    expect(task.f).toBeGreaterThan(0.99);
    expect(S.usable / (S.tp + S.fn)).toBeGreaterThan(0.97);
    expect(S.lead / S.tp).toBeGreaterThan(0.98);
    expect(S.dl / S.tp).toBeGreaterThan(0.99);
    expect(S.dlSpur / S.dlNone).toBeLessThanOrEqual(0.01);
    expect(neg.tasks).toBeLessThanOrEqual(1);
    for (const [field, [right, all]] of Object.entries<[number, number]>(meta))
      expect(right / all, field).toBeGreaterThan(0.97);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
