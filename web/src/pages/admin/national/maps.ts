import { isDay } from '@tddh/domain/day';
import { type AgencyCode, type StatusName, statusNames } from '@tddh/domain/link';
import { type NationalType, nationalTypes } from '@tddh/domain/national';

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

/** Codes of agencies: `code = unit [from] [to]`. */
export function readCodes(text: string): Read<AgencyCode[]> {
  return read(text, (code, right) => {
    const [unitId = '', from, to, ...more] = right.split(/\s+/);
    const days = [from, to].filter((day) => day !== undefined && day !== '-');
    if (!code || !unitId || more.length > 0 || !days.every((day) => isDay(day!))) return undefined;
    return { code, unitId, ...(from && from !== '-' ? { from } : {}), ...(to ? { to } : {}) };
  });
}

export function showCodes(codes: readonly AgencyCode[]): string {
  return codes
    .map(({ code, unitId, from, to }) =>
      [`${code} = ${unitId}`, from ?? (to ? '-' : undefined), to].filter(Boolean).join(' '),
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
