import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

const skipped = new Set(['node_modules', 'dist', 'e2e', 'budget']);

/** Every file under the given paths (relative to the root), in order, without tests and what is built. */
function filesOf(paths) {
  const found = [];
  const walk = (path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) {
      if (!/\.test\.tsx?$/.test(path)) found.push(path);
      return;
    }
    for (const name of readdirSync(path).sort()) if (!skipped.has(name)) walk(join(path, name));
  };
  for (const path of paths) walk(join(root, path));
  return found;
}

/** What all builds depend on: the lockfile and the scripts that build. */
const always = ['package-lock.json', 'packages/local/bin/build.mjs', 'packages/local/bin/stale.mjs'];

/** A hash of the contents that a build depends on. */
export function hashOf(sources) {
  const hash = createHash('sha256');
  for (const file of filesOf([...always, ...sources])) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** True where `dist` (relative to the root) was not built from exactly these contents. */
export function isStale(dist, hash) {
  const stamp = join(root, dist, '.stamp');
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash;
}

/** Notes what `dist` was built from. Write it last: a build that was killed stays stale. */
export function stamp(dist, hash) {
  writeFileSync(join(root, dist, '.stamp'), hash);
}
