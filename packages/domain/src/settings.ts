import { type Calendar, emptyCalendar } from './calendar.ts';

/** Figures that an administrator may change, with the defaults of domain.md. */
export interface Settings {
  calendar: Calendar;
  /** Working days after which an assignment that nobody accepted counts as in progress. */
  startAfter: number;
  /** How often an agency may ask for an extension of one assignment. */
  extensions: number;
  /** Working days in which a question is owed an answer. */
  answerWithin: number;
  /** True where a paper report must be confirmed by another person than the one who recorded it. */
  secondPerson?: boolean;
}

export const defaultSettings: Settings = {
  calendar: emptyCalendar,
  startAfter: 2,
  extensions: 1,
  answerWithin: 3,
};
