import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Why a file was not kept, by the name that S3 gives it. */
export type Refused = 'PreconditionFailed' | 'EntityTooLarge' | 'IncompleteBody' | 'BadDigest';

/** Milliseconds after which a half-written file is nobody's. */
const forgotten = 3_600_000;

/** Files of a folder by their ids: each stands whole or not at all, whatever ends the process. */
export class Box {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes the folder, and takes away what an earlier process left half-written. */
  async open(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.folder)) {
      if (!name.endsWith('.part')) continue;
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs > forgotten) await rm(path, { force: true });
    }
  }

  /** Where a file lies. @throws Error for what is no id: a path never comes of a name */
  path(id: string): string {
    if (!/^fil_[0-9a-z]{1,40}$/.test(id)) throw new Error(`${id} is no id of a file`);
    return join(this.folder, id);
  }

  /** Bytes and age of a file; undefined where there is none. */
  async find(id: string): Promise<{ size: number; at: Date } | undefined> {
    const found = await stat(this.path(id)).catch(() => undefined);
    return found?.isFile() ? { size: found.size, at: found.mtime } : undefined;
  }

  /**
   * Keeps a stream of `size` bytes; on disk when it returns.
   * @param only refuses where a file lies there already
   * @param sha256 the sum that the sender bound, in hex
   */
  async put(
    id: string,
    stream: AsyncIterable<Uint8Array>,
    { size, only, sha256 }: { size: number; only: boolean; sha256?: string },
  ): Promise<Refused | undefined> {
    const path = this.path(id);
    if (only && (await this.find(id))) return 'PreconditionFailed';
    const part = join(this.folder, `${id}.${randomBytes(6).toString('hex')}.part`);
    const file = await open(part, 'wx', 0o600);
    try {
      const sum = createHash('sha256');
      let written = 0;
      for await (const chunk of stream) {
        written += chunk.length;
        if (written > size) return 'EntityTooLarge';
        sum.update(chunk);
        await file.write(chunk);
      }
      if (written !== size) return 'IncompleteBody';
      if (sha256 !== undefined && sum.digest('hex') !== sha256) return 'BadDigest';
      await file.sync();
      if (!only) await rename(part, path);
      else if (!(await linked(part, path))) return 'PreconditionFailed';
      await syncFolder(this.folder);
      return undefined;
    } finally {
      await file.close();
      await rm(part, { force: true });
    }
  }

  /** Takes a file away; nothing where there is none. */
  async remove(id: string): Promise<void> {
    await unlink(this.path(id)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there a rename is on disk by itself.
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
