/**
 * `npm test`: every test of the house. Finds Chromium or installs it where it may, builds what is stale, runs vitest.
 * The last line is `N passed, N failed`; the exit code is not 0 where anything failed. Arguments go to vitest.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { root } from './stale.mjs';

/** Installs Debian's Chromium where this process may. */
function installChromium() {
  if (process.env.CHROMIUM || process.platform !== 'linux' || process.getuid?.() !== 0) return;
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  console.error('Chromium is not here: installing it with apt-get.');
  if (!apt('install', '-y', '--no-install-recommends', 'chromium')) {
    if (apt('update')) apt('install', '-y', '--no-install-recommends', 'chromium');
  }
}

function finish(passed, failed) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

/** Failures of the run: tests, files that could not be loaded, and errors beside any test. */
function count(results, status) {
  const broken = results.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = results.numFailedTests + broken.length;
  return { passed: results.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
}

if (!findChromium()) installChromium();
const chromium = findChromium();
if (!chromium) {
  console.error(
    'Không tìm thấy Chromium để kiểm thử giao diện. Hãy cài (Debian, Ubuntu: sudo apt-get install chromium), ' +
      'hoặc đặt CHROMIUM tới tệp chạy của trình duyệt.',
  );
  finish(0, 1);
}
const env = { ...process.env, CHROMIUM: chromium };
// Of the whole run it is asked that these functions did something, all of it within what they are granted.
if (process.argv.length === 2) env.USED_BY = 'api sweep relay notify mail digest fileout receive deliver';
const build = spawnSync(process.execPath, [join(import.meta.dirname, 'build.mjs')], {
  stdio: 'inherit',
  env,
});
if (build.status !== 0) finish(0, 1);

const report = join(root, '.tmp', `tests-${process.pid}.json`);
mkdirSync(join(root, '.tmp'), { recursive: true });
const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '../vitest.mjs');
const args = [
  'run',
  ...process.argv.slice(2),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];
const { status } = spawnSync(process.execPath, [vitest, ...args], { stdio: 'inherit', env, cwd: root });
if (!existsSync(report)) finish(0, 1);
const { passed, failed } = count(JSON.parse(readFileSync(report, 'utf8')), status);
rmSync(report);
finish(passed, failed);
