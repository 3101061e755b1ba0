import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const readme = readFileSync(join(root, 'packages/local/README.md'), 'utf8');
/** The service unit as the page for one's own server gives it. */
const unit = /```ini\n(\[Unit\][\s\S]*?)```/.exec(readme)?.[1] ?? '';
const line = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? '';

test('the service unit starts what there is, as a user of its own, and gives it time to stop', () => {
  const [node = '', program = '', ...words] = line('ExecStart').split(' ');
  expect([node, existsSync(join(root, program)), words]).toEqual(['/usr/bin/node', true, ['--empty']]);
  expect(line('User')).toBe('tddh');
  expect([line('KillSignal'), Number(line('TimeoutStopSec')) > 5]).toEqual(['SIGTERM', true]);
  const named = line('Environment').match(/\b[A-Z_]+(?==)/g) ?? [];
  expect(named).toEqual(['PORT', 'DATA_DIR', 'PUBLIC_ORIGIN', 'ORIGIN_KEY']);
  // The proxy of the same page tells the key that the service expects.
  const key = /ORIGIN_KEY=(\S+)/.exec(line('Environment'))?.[1];
  expect(readme).toContain(`proxy_set_header X-Origin-Key ${key};`);
});

const systemd = spawnSync('systemd-analyze', ['--version']).status === 0;
test.skipIf(!systemd)('systemd finds no fault in the service unit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tddh-unit-'));
  try {
    const file = join(folder, 'tddh.service');
    writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    writeFileSync(file, unit.replace('KillSignal=SIGTERM', 'KillSignal=SIGNONE'));
    const wrong = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    expect(wrong.stderr).toContain('SIGNONE');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
