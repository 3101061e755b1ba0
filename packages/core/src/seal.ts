import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Refusal } from '@tddh/domain/refusal';
import type { Db } from './db.ts';

const secrets = new WeakMap<Db, Map<string, Promise<string>>>();

/** A secret of the product's own (of cursors, of links in mails): made once, kept in the table. */
export function ownSecret(db: Db, name: string): Promise<string> {
  const known = secrets.get(db) ?? new Map<string, Promise<string>>();
  secrets.set(db, known);
  const secret = known.get(name) ?? loadOrMake(db, name);
  known.set(name, secret);
  secret.catch(() => known.delete(name));
  return secret;
}

async function loadOrMake(db: Db, name: string): Promise<string> {
  const row = { shelf: 'secret', name };
  const found = await db.kept.get(row).go({ consistent: true });
  if (found.data) return found.data.data as string;
  const made = randomBytes(32).toString('base64url');
  try {
    await db.kept.create({ ...row, data: made }).go();
    return made;
  } catch {
    const other = await db.kept.get(row).go({ consistent: true });
    if (!other.data) throw new Error(`the secret ${name} can be neither read nor made`);
    return other.data.data as string;
  }
}

/** A cursor that only this product can have made, for this purpose (person and query) alone. */
export async function seal(db: Db, purpose: string, place: object): Promise<string> {
  const body = Buffer.from(JSON.stringify(place)).toString('base64url');
  return `${body}.${sign(await ownSecret(db, 'cursor'), purpose, body)}`;
}

/** The place that a cursor holds. @throws Refusal `bad_cursor` where it was tampered with or is of another query */
export async function unseal<T>(db: Db, purpose: string, cursor: string): Promise<T> {
  const [body = '', signature = ''] = cursor.split('.');
  const expected = Buffer.from(sign(await ownSecret(db, 'cursor'), purpose, body));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Refusal(
      'bad_cursor',
      'Vị trí trang (cursor) không đúng hoặc thuộc một truy vấn khác. Hãy tải danh sách lại từ đầu.',
      [{ path: 'cursor', message: 'Hãy bỏ cursor và tải lại từ trang đầu.' }],
    );
  }
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as T;
}

function sign(secret: string, purpose: string, body: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${body}`).digest('base64url').slice(0, 22);
}
