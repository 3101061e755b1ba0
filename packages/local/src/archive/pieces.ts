import { createHash } from 'node:crypto';
import { type FileKind, fileKinds } from '@tddh/domain/file';
import type { Item } from './format.ts';

/** A piece of a file's content; the pieces of one file stand together, in their order, after all items. */
export interface Piece {
  file: string;
  /** Base64. */
  bytes: string;
}

/** What an item says of a file that must come with it. */
export interface Expected {
  id: string;
  /** Media type. */
  type: string;
  /** In hex; the item of a package does not know it. */
  sha256?: string;
}

/** The file that an item tells of: one that was attached, or the package in which a national message came. */
export function expectedOf(item: Item): Expected | undefined {
  const entity = item.__edb_e__?.S;
  if (entity === 'message' || entity === 'inbound') return packageOf(item);
  const row = entity === 'upload' ? item.data?.M : undefined;
  if (row?.state?.S !== 'attached') return undefined;
  const { id, kind, sha256 } = row;
  return { id: id?.S ?? '', type: fileKinds[kind?.S as FileKind].type, sha256: sha256?.S ?? '' };
}

/** The product opens a package by what its message says; one that is not worked yet has only its body. */
function packageOf({ data, body }: Item): Expected | undefined {
  const said = /"file":"(fil_[0-9a-f]{40})"/.exec(body?.S ?? '')?.[1];
  const id = data?.M?.data?.M?.edoc?.M?.file?.S ?? said;
  return id ? { id, type: 'application/xml' } : undefined;
}

/** Puts pieces together, and checks each file against what its item said of it. */
export class Files {
  private readonly wanted = new Map<string, Expected>();
  private open: { id: string; parts: Buffer[] } | undefined;
  count = 0;
  bytes = 0;

  expect(item: Item): void {
    const file = expectedOf(item);
    if (file) this.wanted.set(file.id, file);
  }

  /** Takes a piece; answers with the file before it, where that one is whole now. */
  add({ file, bytes }: Piece): [Expected, Buffer] | undefined {
    const before = this.open?.id === file ? undefined : this.end();
    this.open ??= { id: file, parts: [] };
    this.open.parts.push(Buffer.from(bytes, 'base64'));
    return before;
  }

  /** The last file. @throws Error where its content is not what its item said */
  end(): [Expected, Buffer] | undefined {
    const { open } = this;
    this.open = undefined;
    if (!open) return undefined;
    const file = this.wanted.get(open.id);
    this.wanted.delete(open.id);
    const content = Buffer.concat(open.parts);
    const sum = createHash('sha256').update(content).digest('hex');
    if (!file || (file.sha256 ?? sum) !== sum) {
      throw new Error(`tệp ${open.id} không khớp`);
    }
    this.count += 1;
    this.bytes += content.length;
    return [file, content];
  }

  /** Files of which an item told and no content came. */
  get missing(): number {
    return this.wanted.size;
  }
}

/** True for a piece of a file: an item has no plain text in it. */
export function isPiece(value: unknown): value is Piece {
  const piece = value as Piece;
  return typeof piece?.file === 'string' && typeof piece.bytes === 'string';
}
