import { parseNumber, sameWriting } from '@tddh/domain/number';
import { fold } from '@tddh/domain/text';
import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import { api } from '../../api.ts';
import type { DocumentItem } from '../../shapes.ts';
import type { EntryForm } from './form.ts';

/** A document of the same number, symbol and year; `same` where the issuer is the same too. */
export interface Known {
  id: string;
  number: string;
  issuer: string;
  same: boolean;
}

const who = (issuer: string, province: string) =>
  fold(issuer)
    .replace(/\buy ban nhan dan\b/g, 'ubnd')
    .replace(fold(province), 'tinh')
    .trim();

/** The one of some documents that a form would enter again. Without a number, the draft of the same subject. */
export function knownOf(
  form: Pick<EntryForm, 'number' | 'issuedOn' | 'issuer' | 'subject'>,
  items: readonly DocumentItem[],
  province: string,
): Known | undefined {
  const parsed = parseNumber(form.number);
  if (!parsed) return undefined;
  const found = items.filter(({ number, issuedOn, subject }) => {
    const other = number ? parseNumber(number) : undefined;
    if (!other || other.number !== parsed.number) return false;
    if (sameWriting(other.symbol) !== sameWriting(parsed.symbol)) return false;
    if (!parsed.number) return fold(subject) === fold(form.subject);
    return !form.issuedOn || !issuedOn || form.issuedOn.slice(0, 4) === issuedOn.slice(0, 4);
  });
  const same = found.find(({ issuer }) => who(issuer, province) === who(form.issuer, province));
  const one = same ?? found[0];
  return one && { id: one.id, number: one.number ?? '', issuer: one.issuer, same: one === same };
}

/** Looks a form's number up while it is filled, so that nobody checks a document that stands already. */
export function useKnown(form: EntryForm, province: string) {
  const [known, setKnown] = createSignal<Known>();
  let asked = '';
  createEffect(
    on(
      () => [form.number, form.issuedOn, form.issuer, form.subject] as const,
      ([number, issuedOn, issuer, subject]) => {
        const key = `${number}\n${issuedOn}\n${issuer}\n${subject}`;
        asked = key;
        if (!parseNumber(number)) {
          setKnown(undefined);
          return;
        }
        const timer = setTimeout(async () => {
          const { items } = await api
            .documents({ number: number.trim(), limit: 20 })
            .catch(() => ({ items: [] }));
          if (asked === key) setKnown(knownOf({ number, issuedOn, issuer, subject }, items, province));
        }, 250);
        onCleanup(() => clearTimeout(timer));
      },
    ),
  );
  return known;
}
