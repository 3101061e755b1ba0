import { isDay, showDay } from '@tddh/domain/day';
import { type AgencyCode, type StatusName, statusNames } from '@tddh/domain/link';
import { type NationalType, nationalTypes } from '@tddh/domain/national';
import { fold } from '@tddh/domain/text';

/** What a text of maps means, or the line that is not in form. */
export type Read<T> = { value: T } | { line: string; at: number };

/** Reads lines of `left = right`; empty lines are passed over. */
function read<T>(text: string, take: (left: string, right: string) => T | undefined): Read<T[]> {
  const value: T[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (!line.trim()) continue;
    const cut = line.indexOf('=');
    const one = cut < 0 ? undefined : take(line.slice(0, cut).trim(), line.slice(cut + 1).trim());
    if (one === undefined) return { line: line.trim(), at: i + 1 };
    value.push(one);
  }
  return { value };
}

/** A unit as the maps name it. */
interface Named {
  id: string;
  name: string;
  short: string;
}

/** Codes of agencies: `code = unit [from] [to]`; the unit by its name, its short name or its id. */
export function readCodes(text: string, units: readonly Named[]): Read<AgencyCode[]> {
  return read(text, (code, right) => {
    const words = right.split(/\s+/);
    const days: string[] = [];
    while (words.length > 1 && days.length < 2 && dayOf(words.at(-1)!)) days.unshift(dayOf(words.pop()!)!);
    const [from = '-', to] = days;
    const unitId = unitOf(words.join(' '), units);
    if (!code || !unitId || to === '-') return undefined;
    return { code, unitId, ...(from === '-' ? {} : { from }), ...(to ? { to } : {}) };
  });
}

/** A day as people or the table write it; `-` stands for none. */
function dayOf(word: string): string | undefined {
  const [, d = '', m = '', y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(word) ?? [];
  const day = y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : word;
  return word === '-' || isDay(day) ? day : undefined;
}

function unitOf(written: string, units: readonly Named[]): string | undefined {
  const wanted = fold(written);
  const found = units.filter(({ name, short }) => wanted && [fold(name), fold(short)].includes(wanted));
  return (units.find(({ id }) => id === written) ?? (found.length === 1 ? found[0] : undefined))?.id;
}

/** Codes as they are read: units by their names, where a name is one unit's alone. */
export function showCodes(codes: readonly AgencyCode[], units: readonly Named[]): string {
  const named = (id: string) => {
    const name = units.find((unit) => unit.id === id)?.name;
    return name && unitOf(name, units) === id ? name : id;
  };
  return codes
    .map(({ code, unitId, from, to }) =>
      [`${code} = ${named(unitId)}`, from ? showDay(from) : to && '-', to && showDay(to)]
        .filter(Boolean)
        .join(' '),
    )
    .join('\n');
}

/** Names of messages: `theirs = ours`. */
export function readTypes(text: string): Read<Record<string, NationalType>> {
  const pairs = read(text, (theirs, ours) =>
    theirs && nationalTypes.includes(ours as NationalType)
      ? ([theirs, ours as NationalType] as const)
      : undefined,
  );
  return 'line' in pairs ? pairs : { value: Object.fromEntries(pairs.value) };
}

/** Status codes: `what = code`. */
export function readStatuses(text: string): Read<Partial<Record<StatusName, string>>> {
  const pairs = read(text, (what, code) =>
    code && statusNames.includes(what as StatusName) ? ([what as StatusName, code] as const) : undefined,
  );
  return 'line' in pairs ? pairs : { value: Object.fromEntries(pairs.value) };
}

/** Places of fields: `ours = their.path`. */
export function readFields(text: string): Read<Record<string, string>> {
  const pairs = read(text, (ours, theirs) => (ours && theirs ? ([ours, theirs] as const) : undefined));
  return 'line' in pairs ? pairs : { value: Object.fromEntries(pairs.value) };
}

export function showPairs(pairs: Readonly<Record<string, string>>): string {
  return Object.entries(pairs)
    .map(([left, right]) => `${left} = ${right}`)
    .join('\n');
}
