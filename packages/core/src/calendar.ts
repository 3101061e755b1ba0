import { type Calendar, type CalendarYear, withYear } from '@tddh/domain/calendar';
import { settingsOf } from './catalog.ts';
import type { Desk } from './desk.ts';
import { refuseUnlessAdmin } from './people.ts';
import { storeSettings } from './settings.ts';

/**
 * Replaces the days off and the make-up working days of one year. Ages and reminders follow from the next request on.
 * @param seen the revision of the settings that the page has read; another one refuses
 * @throws Refusal `forbidden`, `revision_changed`
 */
export async function changeCalendar(
  desk: Desk,
  year: CalendarYear,
  seen?: number,
): Promise<{ calendar: Calendar; revision: number }> {
  refuseUnlessAdmin(desk);
  const { calendar, revision } = await settingsOf(desk.db);
  const after = withYear(calendar, year);
  const days = [...year.off, ...year.working].map(({ on }) => on.slice(5));
  const detail = `calendar ${year.year}: ${days.join(' ')}`;
  const stored = await storeSettings(desk, { calendar: after }, seen ?? revision ?? 0, detail);
  return { calendar: after, revision: stored.revision ?? 0 };
}
