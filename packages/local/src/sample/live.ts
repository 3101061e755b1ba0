import type { Unit } from '@tddh/domain/agency';
import { apply } from '@tddh/domain/apply';
import type { Assignment } from '@tddh/domain/assignment';
import type { Context, Outcome } from '@tddh/domain/context';
import { addDays, type Day, later } from '@tddh/domain/day';
import { decide } from '@tddh/domain/decide';
import type { AssignmentEvent } from '@tddh/domain/events';
import { type Actor, system } from '@tddh/domain/person';
import { Refusal } from '@tddh/domain/refusal';
import type { Settings } from '@tddh/domain/settings';
import { sweepOn } from '@tddh/domain/sweep';
import type { Command } from '@tddh/domain/verbs';

/** What a person does on a day. */
export interface Act {
  on: Day;
  by: Actor;
  command: Command;
  /** The unit that a transfer or a mistaken entry names. */
  target?: Unit;
}

/** One assignment's whole life: its history, how it stands, and the first event of its successor. */
export interface History {
  assignment: Assignment;
  events: AssignmentEvent[];
  successor?: AssignmentEvent;
}

/** The time in which a life is played. */
export interface Times {
  settings: Settings;
  /** The last day: the sweep runs to its morning. */
  until: Day;
  newId: () => string;
}

/**
 * Plays a life by the rules: the acts in the order of their days, and the sweep on the mornings on which it is due.
 * @throws Error where a rule refuses an act: then the script is wrong
 */
export function live(begin: AssignmentEvent, acts: readonly Act[], times: Times): History {
  const history: History = { assignment: apply(undefined, begin), events: [begin] };
  let office = Date.parse(begin.at);
  for (const act of [...acts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    sweepTo(history, act.on, times);
    office = Math.max(office + 11 * 60_000, morning(act.on, history.assignment.revision));
    step(history, act, { at: office, ...times });
  }
  sweepTo(history, times.until, times);
  return history;
}

/** Office hours begin at 08:00 in the province, 01:00 in UTC; acts of a day spread over it. */
function morning(on: Day, revision: number): number {
  const spread = (Number(on.slice(8)) * 37 + revision * 53) % 420;
  return Date.parse(`${on}T01:00:00.000Z`) + spread * 60_000;
}

function sweepTo(history: History, day: Day, times: Times): void {
  for (;;) {
    const { assignment } = history;
    const on = sweepOn(assignment, times.settings);
    if (!on || on > day) return;
    const today = later(on, assignment.lastOn);
    const act: Act = { on: today, by: system, command: { verb: 'sweep', body: {} } };
    const early = Math.max(Date.parse(`${addDays(today, -1)}T23:00:00.000Z`), Date.parse(assignment.lastAt));
    if (step(history, act, { at: early, ...times }) === 0) return;
  }
}

function step(history: History, act: Act, times: Times & { at: number }): number {
  const context: Context = {
    ...{ actor: act.by, today: act.on, now: new Date(times.at).toISOString() },
    ...{ settings: times.settings, newId: times.newId },
    ...(act.target ? { target: act.target } : {}),
  };
  const outcome: Outcome | Refusal = decide(history.assignment, act.command, context);
  if (outcome instanceof Refusal) {
    const { id, status, lastOn } = history.assignment;
    throw new Error(
      `${id} (${status}, ${lastOn}) refuses ${act.command.verb} on ${act.on}: ${outcome.message}`,
    );
  }
  history.assignment = outcome.events.reduce<Assignment>(apply, history.assignment);
  history.events.push(...outcome.events);
  if (outcome.successor) history.successor = outcome.successor;
  return outcome.events.length;
}
