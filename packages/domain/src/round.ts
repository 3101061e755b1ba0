import * as v from 'valibot';
import type { Unit } from './agency.ts';
import { type Day, daysBetween, type Instant } from './day.ts';
import { day } from './dayrule.ts';
import { type Actor, isAgencyRole } from './person.ts';
import { id, text } from './text.ts';

/** What an administrator sends to open a round; without units, of all that it is usual to expect. */
export const newRound = v.strictObject({
  name: text('Tên đợt', 200),
  dueOn: day,
  units: v.optional(v.pipe(v.array(id), v.minLength(1, 'Chọn ít nhất một đơn vị.'), v.maxLength(500))),
});
export type NewRound = v.InferOutput<typeof newRound>;

/** A round: something that every unit sends by a due day (focal persons, an evaluation). */
export interface Round {
  id: string;
  name: string;
  dueOn: Day;
  openedOn: Day;
  openedBy: string;
  /** The units of which it is expected, in the order of the official list. */
  units: readonly string[];
  revision?: number;
}

/** That a unit has sent what a round asks for; the latest counts. */
export interface Sent {
  unitId: string;
  sentOn: Day;
  sentAt: Instant;
  sentBy: string;
  revision?: number;
}

/** The units of which a round may expect something: agencies and departments valid on the day. */
export function expectedUnits(units: readonly Unit[], isValid: (unit: Unit) => boolean): string[] {
  return units.filter((unit) => unit.kind !== 'leadership' && isValid(unit)).map((unit) => unit.id);
}

/** Whether this person may send for a unit: its own people, or the administrator. */
export function maySend(actor: Actor, unitId: string): boolean {
  if (actor.role === 'admin') return true;
  const own = isAgencyRole(actor.role) || actor.role === 'officer' || actor.role === 'department-head';
  return own && actor.unitId === unitId;
}

/** The units that have not sent, in the order of the round. */
export function missing(round: Pick<Round, 'units'>, entries: readonly Pick<Sent, 'unitId'>[]): string[] {
  const sent = new Set(entries.map((entry) => entry.unitId));
  return round.units.filter((unit) => !sent.has(unit));
}

/** True on a day on which units that have not sent are reminded by themselves: so many days before, and the day after. */
export function remindsOn(round: Pick<Round, 'dueOn'>, before: readonly number[], today: Day): boolean {
  const left = daysBetween(today, round.dueOn);
  return before.includes(left) || left === -1;
}
