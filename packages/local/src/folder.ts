import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Identity, identify, isAlive } from './process.ts';
import { explain, freeBytes, Trouble } from './trouble.ts';

/** Bytes below which the product does not start: a write-ahead log needs room to grow. */
const leastFree = 8 * 1024 * 1024;

/** The folder of the data: `DATA_DIR`, or `.data`. */
export function dataFolder(): string {
  return resolve(process.env.DATA_DIR || '.data');
}

/** Makes the folder and proves that it can be written. Throws Trouble `not-writable` or `disk-full`. */
export function prepare(dataDir: string): void {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(probe, 'x', { flush: true });
    rmSync(probe);
  } catch (error) {
    throw explain(String(error), dataDir) ?? error;
  }
  if (freeBytes(dataDir) < leastFree) throw explain('ENOSPC', dataDir);
}

/**
 * Claims the folder for this process, so that one program at a time writes it, and returns what gives it back.
 * A claim of a process that is gone is taken over. Throws Trouble `in-use`.
 */
export function claim(dataDir: string): () => void {
  const path = join(dataDir, 'lock.json');
  const own = join(dataDir, `lock.${process.pid}.json`);
  writeFileSync(own, JSON.stringify(identify(process.pid)));
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        linkSync(own, path);
        return () => rmSync(path, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
          throw explain(String(error), dataDir) ?? error;
      }
      const living = holder(dataDir);
      if (living) throw inUse(dataDir, living.pid);
      takeAway(path);
    }
    throw inUse(dataDir);
  } finally {
    rmSync(own, { force: true });
  }
}

/** The process that holds the folder now, or undefined. */
export function holder(dataDir: string): Identity | undefined {
  const found = readIdentity(join(dataDir, 'lock.json'));
  return found && isAlive(found) ? found : undefined;
}

/** Removes a dead claim; puts it back if another start was faster and the claim is a living one. */
function takeAway(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    const found = readIdentity(aside);
    if (found && isAlive(found)) linkSync(aside, path);
  } catch {
    // Another start took it away first; the next attempt sees who holds it now.
  } finally {
    rmSync(aside, { force: true });
  }
}

function readIdentity(path: string): Identity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Identity;
  } catch {
    return undefined;
  }
}

function inUse(dataDir: string, pid?: number): Trouble {
  const who = pid === undefined ? 'một chương trình khác' : `chương trình đang chạy (tiến trình ${pid})`;
  return new Trouble(
    'in-use',
    `Thư mục dữ liệu ${dataDir} đang được ${who} sử dụng. Hãy dừng chương trình đó, hoặc đặt DATA_DIR tới thư mục khác.`,
  );
}
