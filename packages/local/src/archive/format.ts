import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Day } from '@tddh/domain/day';
import type { Mode } from '../state.ts';
import { Trouble } from '../trouble.ts';
import { Files, isPiece, type Piece } from './pieces.ts';

/** An item as DynamoDB holds it: exact numbers, nothing lost. */
export type Item = Record<string, AttributeValue>;

/** The first line of an archive. */
export interface Head {
  format: 'tddh-archive';
  /** Of the file's own form. */
  version: number;
  /** Of the rows in it: see migrations.ts. */
  schema: number;
  mode: Mode;
  /** The last business day on which something may have been recorded. */
  lastOn: Day;
  /** UTC, when it was written. */
  at: string;
}

/** The last line: what must have been read until here. */
export interface Foot {
  items: number;
  /** Items by kind. */
  kinds: Record<string, number>;
  /** Files, and bytes in them. */
  files?: { count: number; bytes: number };
  /** Sum of the items, whatever their order. */
  content: string;
  /** SHA-256 of all bytes before this line. */
  bytes: string;
}

/** The version of the file's form that this program writes; it reads older ones too. Files came with 2. */
export const version = 2;

/** Counts and sums of items: two tables with the same tally hold the same items. */
export class Tally {
  readonly kinds: Record<string, number> = {};
  items = 0;
  private readonly sum = Buffer.alloc(32);

  add(item: Item): void {
    const kind = item.__edb_e__?.S ?? '?';
    this.items += 1;
    this.kinds[kind] = (this.kinds[kind] ?? 0) + 1;
    const own = createHash('sha256').update(canonical(item)).digest();
    for (let i = 0; i < 32; i++) this.sum[i] = (this.sum[i] ?? 0) ^ (own[i] ?? 0);
  }

  content(): string {
    return this.sum.toString('hex');
  }
}

/** JSON with the keys in order. @throws Error for binary values, of which the product has none */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (inner instanceof Uint8Array) throw new Error('an archive holds no binary values');
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * Reads an archive line by line and checks it while it goes; the items are all true only when it has ended.
 * @throws Trouble `bad-archive` where it was cut, changed, is of a newer version or no archive at all
 */
export async function* readArchive(path: string): AsyncGenerator<Head | Item | Piece, Foot> {
  const bytes = createHash('sha256');
  const tally = new Tally();
  const files = new Files();
  let head: Head | undefined;
  let foot: Foot | undefined;
  for await (const line of linesOf(path)) {
    if (foot) throw damaged(path, 'có dữ liệu sau dòng cuối');
    const value = parse(line, path);
    if (!head) {
      head = headOf(value, path);
      yield head;
    } else if (isFoot(value)) {
      foot = value;
      continue;
    } else if (isPiece(value)) {
      checked(path, () => files.add(value));
      yield value;
    } else {
      tally.add(value as Item);
      files.expect(value as Item);
      yield value as Item;
    }
    digest(bytes, line);
  }
  if (!head || !foot) throw damaged(path, 'thiếu phần cuối');
  checked(path, () => files.end());
  const told = foot.files ?? { count: 0, bytes: 0 };
  const same =
    foot.bytes === bytes.digest('hex') &&
    foot.items === tally.items &&
    foot.content === tally.content() &&
    canonical(foot.kinds) === canonical(tally.kinds) &&
    files.missing === 0 &&
    told.count === files.count &&
    told.bytes === files.bytes;
  if (!same) throw damaged(path, 'số liệu kiểm tra không khớp');
  return foot;
}

/** Adds a line to the sum of bytes. */
export function digest(hash: Hash, line: string): void {
  hash.update(line).update('\n');
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const source = createReadStream(path);
  const text = createGunzip();
  source.once('error', (error) => text.destroy(error));
  source.pipe(text);
  let rest = '';
  try {
    for await (const part of text.setEncoding('utf8')) {
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Trouble('bad-archive', `Không có tệp ${path}.`);
    if (error instanceof Trouble) throw error;
    throw damaged(path, code ?? String(error));
  } finally {
    source.destroy();
  }
  if (rest !== '') throw damaged(path, 'dòng cuối dở dang');
}

function parse(line: string, path: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged(path, 'có dòng không đọc được');
  }
}

function headOf(value: unknown, path: string): Head {
  const head = value as Head;
  if (head?.format !== 'tddh-archive') throw damaged(path, 'không phải tệp lưu trữ của hệ thống này');
  if (head.version > version) {
    throw new Trouble(
      'bad-archive',
      `Tệp ${path} do một phiên bản mới hơn ghi. Hãy nâng cấp rồi nhập lại; chưa ghi gì.`,
    );
  }
  return head;
}

function checked(path: string, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    throw damaged(path, (error as Error).message);
  }
}

function isFoot(value: unknown): value is Foot {
  const foot = value as Foot;
  return typeof foot?.bytes === 'string' && typeof foot.content === 'string';
}

function damaged(path: string, why: string): Trouble {
  return new Trouble(
    'bad-archive',
    `Tệp ${path} bị cắt hoặc bị hỏng (${why}). Hãy dùng bản lưu trữ khác; chưa ghi gì.`,
  );
}
