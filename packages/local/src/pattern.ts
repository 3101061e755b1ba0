import type { Pattern, PatternValue } from '@tddh/functions/wiring';

/**
 * True where an event matches an EventBridge pattern: every field of the pattern has an alternative that fits.
 * Throws on an operator that the yard does not know, so that no rule works here and fails in the cloud.
 * Source: Amazon EventBridge User Guide, "Event patterns".
 */
export function matches(pattern: Pattern, event: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    const value = event[field];
    if (isAlternatives(wanted)) return wanted.map((one) => fitsAny(one, value)).includes(true);
    return typeof value === 'object' && value !== null && matches(wanted, value as Record<string, unknown>);
  });
}

function isAlternatives(wanted: readonly PatternValue[] | Pattern): wanted is readonly PatternValue[] {
  return Array.isArray(wanted);
}

function fitsAny(wanted: PatternValue, value: unknown): boolean {
  if (isOperator(wanted) && 'exists' in wanted) return (value !== undefined) === wanted.exists;
  const values = Array.isArray(value) ? value : [value];
  // Every alternative is tried, so that an unknown operator is found whatever the event holds.
  return values.map((one) => fits(wanted, one)).includes(true);
}

function fits(wanted: PatternValue, value: unknown): boolean {
  if (!isOperator(wanted)) return value === wanted;
  if ('prefix' in wanted) return typeof value === 'string' && value.startsWith(wanted.prefix);
  if ('anything-but' in wanted) {
    const unwanted = [wanted['anything-but']].flat();
    return value !== undefined && !unwanted.some((one) => one === value);
  }
  throw new Error(`The yard does not know the pattern ${JSON.stringify(wanted)}`);
}

function isOperator(wanted: PatternValue): wanted is Exclude<PatternValue, string | number | boolean | null> {
  return typeof wanted === 'object' && wanted !== null;
}
