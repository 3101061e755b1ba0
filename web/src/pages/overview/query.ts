import { addDays, type Day, isDay } from '@tddh/domain/day';
import { search } from '../../api.ts';
import type {
  Basis,
  BesideName,
  By,
  Clock,
  Scope,
  StatisticsQuery,
  StatisticsTerms,
} from '../../statistics.ts';

type Params = Record<string, string | string[] | undefined>;

/** The statistics that an address asks for. What it does not say, or says wrongly, the server decides. */
export function readQuery(params: Params): StatisticsQuery {
  const day = (name: string): Day | undefined => {
    const value = params[name];
    return typeof value === 'string' && isDay(value) ? value : undefined;
  };
  const one = <T extends string>(name: string, values: readonly T[]): T | undefined =>
    values.find((value) => value === params[name]);
  const query: StatisticsQuery = {
    from: day('from'),
    to: day('to'),
    asOf: day('asOf'),
    clock: one<Clock>('clock', ['report', 'confirmation']),
    basis: one<Basis>('basis', ['assigned', 'issued']),
    scope: one<Scope>('scope', ['new', 'carried']),
    by: one<By>('by', ['agency', 'department', 'field', 'signer']),
    units: one<'now'>('units', ['now']),
  };
  if (query.from && query.to && query.from > query.to) [query.from, query.to] = [query.to, query.from];
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

/**
 * The address of the assignments behind a number: the same period, day, clock, basis and scope as the answer, so
 * that the list holds exactly what the number counts.
 */
export function behind(
  of: StatisticsTerms,
  what: { leaf?: number; unit?: string; beside?: BesideName },
): string {
  const query = search({
    leaf: what.leaf,
    beside: what.beside,
    ...(what.unit ? { [of.by]: what.unit } : {}),
    from: of.period.from,
    to: of.period.to,
    asOf: of.asOf,
    clock: of.clock,
    basis: of.basis,
    scope: of.scope,
    units: of.units,
    snapshot: of.snapshot,
  });
  // A row of assignments that name no signer asks for exactly these.
  return `/nhiem-vu${query}${what.unit === '' ? `&${of.by}=` : ''}`;
}

export const presetNames = ['all', 'month', 'lastMonth', 'quarter', 'half', 'year', 'mid'] as const;
export type Preset = (typeof presetNames)[number];

/**
 * A period by name; `mid` is a report period from the 15th to the 14th. Months, quarters and years hold what was carried over, or November's table would lose
 * everything open since April; the whole period counts what is new in it.
 */
export function preset(name: Preset, today: Day): Pick<StatisticsQuery, 'from' | 'to' | 'scope'> {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  if (name === 'all') return {};
  if (name === 'lastMonth') {
    const to = addDays(`${today.slice(0, 8)}01`, -1);
    return { from: `${to.slice(0, 8)}01`, to, scope: 'carried' };
  }
  if (name === 'mid') {
    const fifteenth = `${today.slice(0, 8)}15`;
    const from = today < fifteenth ? `${addDays(`${today.slice(0, 8)}01`, -1).slice(0, 8)}15` : fifteenth;
    return { from, to: today, scope: 'carried' };
  }
  const months = { month: 1, quarter: 3, half: 6, year: 12 }[name];
  const first = month - ((month - 1) % months);
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: today, scope: 'carried' };
}

/** The name of the period that a query asks for, where it has one. */
export function presetOf(query: StatisticsQuery, today: Day): Preset | undefined {
  if (query.asOf) return undefined;
  return presetNames.find((name) => {
    const one = preset(name, today);
    return one.from === query.from && one.to === query.to && one.scope === query.scope;
  });
}
