import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Starts sst's own command line with this node, in the repository. */
export function startSst(root: string, args: string[], options: SpawnOptions): ChildProcess {
  const found = createRequire(join(root, 'stacks/package.json')).resolve('sst/package.json');
  return spawn(process.execPath, [join(found, '../cli/sst.js'), ...args], { cwd: root, ...options });
}

/** The exit code of a child; null where a signal ended it. */
export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
}
