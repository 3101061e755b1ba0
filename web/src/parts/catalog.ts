import { emptyCalendar } from '@tddh/domain/calendar';
import { createMemo } from 'solid-js';
import { catalogQuery } from '../queries.ts';
import { useQuery } from '../query.ts';
import type { Catalog } from '../shapes.ts';

const papers = { place: '', onBehalf: '', title: '', name: '', recipients: '' };
const empty: Catalog = { units: [], fields: [], types: [], calendar: emptyCalendar, papers };

/** Units, fields, types of documents and the calendar. Empty until they have come; never suspends. */
export function useCatalog(): () => Catalog {
  const query = useQuery(catalogQuery);
  return () => (query.isSuccess ? query.data : empty);
}

export function useCalendar(): () => Catalog['calendar'] {
  const catalog = useCatalog();
  return () => catalog().calendar;
}

/** A unit's short name (or its name, or its id) by id. */
export function useShortNames(): () => Map<string, string> {
  const catalog = useCatalog();
  return createMemo(() => new Map(catalog().units.map((unit) => [unit.id, unit.short || unit.name])));
}
