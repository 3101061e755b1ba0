import type { DocumentDetail } from '../../shapes.ts';
import type { EntryForm } from '../entry/form.ts';

type Head = Omit<EntryForm, 'tasks' | 'noTask' | 'brought'>;

/** A document as its form shows it. */
export function headOf(document: DocumentDetail['document']): Head {
  return {
    number: document.number ?? '',
    issuedOn: document.issuedOn,
    issuer: document.issuer,
    type: document.type,
    subject: document.subject,
    field: document.fieldId,
    signer: document.signer ?? '',
  };
}

/** What differs, as a correction sends it: an empty number is `null`, an empty signer is left as it was. */
export function changed(before: Head, after: Head): { [K in keyof Head]?: string } {
  const change: Record<string, string | null> = {};
  for (const name of Object.keys(before) as (keyof Head)[]) {
    const value = after[name];
    if (value === before[name]) continue;
    if (name === 'number') change.number = value?.trim() ? value : null;
    else if (name !== 'signer' || value) change[name] = value;
  }
  return change as { [K in keyof Head]?: string };
}
