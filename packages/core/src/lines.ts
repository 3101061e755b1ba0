import type { Document } from '@tddh/domain/document';
import { lineId, type RegisterLine } from '@tddh/domain/register';
import { fold } from '@tddh/domain/text';
import type { Write } from './commit.ts';
import type { Db } from './db.ts';

/** True for a document that this Office or its committee issued: only those stand in the outgoing register. */
export function isOwn(issuer: string, province: string): boolean {
  const words = fold(issuer).replace(/\buy ban nhan dan\b/g, 'ubnd');
  if (!/^(?:chu tich )?(?:van phong )?ubnd\b/.test(words)) return false;
  const bare = fold(province).replace(/^(?:tinh|thanh pho) /, '');
  const rest = words.replace(/^(?:chu tich )?(?:van phong )?ubnd ?/, '').replace(/^(?:tinh|thanh pho) ?/, '');
  return rest === '' || rest === bare;
}

/** What the register's line of a document's number must know after the document was written over `before`. */
export function lineWrites(
  db: Db,
  document: Document,
  before: Document | undefined,
  province: string,
): Write[] {
  const place = (one: Document | undefined) =>
    one?.status === 'issued' && one.number && one.issuedOn && isOwn(one.issuer, province)
      ? { id: lineId(one.number, one.issuedOn), issuedOn: one.issuedOn }
      : undefined;
  const [now, then] = [place(document), place(before)];
  const writes: Write[] = [];
  if (then?.id && then.id !== now?.id) writes.push(mark(db, then.id, then.issuedOn, null));
  if (now?.id && (now.id !== then?.id || document.noTask !== before?.noTask)) {
    const { id, noTask = false } = document;
    writes.push(mark(db, now.id, now.issuedOn, { id, on: document.enteredOn, noTask }));
  }
  return writes;
}

function mark(db: Db, id: string, issuedOn: string, document: RegisterLine['document'] | null): Write {
  const row = { lineId: id, month: issuedOn.slice(0, 7), issuedOn, document };
  return { Update: db.lines.upsert(row).params() as NonNullable<Write['Update']> };
}
