import type { Assignment } from '@tddh/domain/assignment';
import { addWorkingDays, type Calendar, workingDayBefore } from '@tddh/domain/calendar';
import { addDays, type Day, daysBetween } from '@tddh/domain/day';
import type { Actor } from '@tddh/domain/person';
import type { Command } from '@tddh/domain/verbs';
import { markOf } from './catalog.ts';
import type { Act } from './live.ts';
import type { Dice } from './random.ts';
import { blockers, mendedText, progress, resultText, returnReasons } from './wording.ts';

/** Who acts for whom. */
export interface Cast {
  focal: (agencyId: string) => Actor;
  head: (agencyId: string) => Actor;
  officer: (departmentId: string) => Actor;
  departmentHead: (departmentId: string) => Actor;
  chief: Actor;
  deputy: Actor;
  chairman: Actor;
}

/** Where a script is written. */
export interface Stage {
  calendar: Calendar;
  /** The last day on which anybody acts. */
  until: Day;
  cast: Cast;
  dice: Dice;
}

/** What people will do to one assignment, in words of the office; each call adds an act on a working day. */
export class Script {
  readonly acts: Act[] = [];
  private readonly a: Assignment;
  private readonly order: string;
  private readonly stage: Stage;
  private told = false;

  constructor(a: Assignment, order: string, stage: Stage) {
    this.a = a;
    this.order = order;
    this.stage = stage;
  }

  /** A working day from `from` to `to`, neither before the assignment nor after the end; the nearest where none is. */
  between(from: Day, to: Day): Day {
    const { calendar, until, dice } = this.stage;
    const low = from > this.a.recordedOn ? from : this.a.recordedOn;
    const high = to < until ? to : until;
    const span = daysBetween(low, high);
    if (span >= 0) {
      const drawn = addDays(low, dice.int(0, span));
      const before = workingDayBefore(calendar, drawn);
      if (before >= low) return before;
      const after = addWorkingDays(calendar, drawn, 1);
      if (after <= high) return after;
    }
    return workingDayBefore(calendar, high > this.a.recordedOn ? high : this.a.recordedOn);
  }

  /** `n` working days after `on`, or the end. */
  after(on: Day, n: number): Day {
    const day = addWorkingDays(this.stage.calendar, on, n);
    return day < this.stage.until ? day : this.stage.until;
  }

  add(on: Day, by: Actor, command: Command): this {
    this.acts.push({ on, by, command });
    return this;
  }

  get focal(): Actor {
    return this.stage.cast.focal(this.a.agencyId);
  }
  get head(): Actor {
    return this.stage.cast.head(this.a.agencyId);
  }
  get officer(): Actor {
    return this.stage.cast.officer(this.a.departmentId);
  }
  /** The office-leader who follows: the deputy for what the Office as a unit does, else the chief or the deputy. */
  get officeLeader(): Actor {
    return this.a.departmentId === 'ptonghop' ? this.stage.cast.chief : this.stage.cast.deputy;
  }
  /** Who decides on an extension. */
  get granter(): Actor {
    return this.a.agencyKind === 'office' ? this.stage.cast.chairman : this.officeLeader;
  }
  /** Who decides on a report. */
  get decider(): Actor {
    const { cast, dice } = this.stage;
    if (this.a.agencyKind === 'office') return cast.deputy;
    return dice.chance(0.85) ? this.officer : cast.departmentHead(this.a.departmentId);
  }

  accept(): this {
    return this.add(this.after(this.a.recordedOn, 1), this.focal, { verb: 'accept', body: {} });
  }

  note(on: Day, blocked = false): this {
    const { dice } = this.stage;
    const text = dice.pick(progress);
    const body = blocked ? { text, blocker: dice.pick(blockers) } : { text };
    return this.add(on, this.focal, { verb: 'note', body });
  }

  report(on: Day): this {
    return this.add(on, this.focal, { verb: 'report', body: this.filed(on) });
  }

  /** The report came on paper: an officer records it on `on`, and it counts from `counted`. */
  paper(on: Day, counted: Day, confirm = false): this {
    const body = { ...this.filed(counted), reportedOn: counted, ...(confirm ? { confirm } : {}) };
    return this.add(on, this.officer, { verb: 'report', body });
  }

  confirm(on: Day): this {
    return this.add(on, this.decider, { verb: 'confirm', body: {} });
  }

  giveBack(on: Day, cureOn?: Day): this {
    const body = { reason: this.stage.dice.pick(returnReasons), ...(cureOn ? { cureOn } : {}) };
    return this.add(on, this.decider, { verb: 'return', body });
  }

  private filed(on: Day) {
    const { dice } = this.stage;
    const text = this.told ? mendedText(this.order, dice) : resultText(this.order, dice);
    this.told = true;
    const documentNumber = `${dice.int(60, 1400)}/BC-${markOf(this.a.agencyId)}`;
    return { result: text, documentNumber, documentDate: on };
  }
}
