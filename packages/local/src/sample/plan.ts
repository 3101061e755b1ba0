import { culture } from './culture.ts';
import { general } from './general.ts';
import { land } from './land.ts';
import { society } from './society.ts';

/** What is wanted of a task's due day: none, one that is past at the end of the sample, or one still to come. */
export type DueKind = 'none' | 'past' | 'future';

/** A task as invented: who leads, who supports, and the bare order (verb first, lower case, no full stop). */
export interface TaskPlan {
  leads: readonly string[];
  supports: readonly string[];
  due: DueKind;
  order: string;
  /** A unit that was entered as a further lead by mistake, and cancelled. */
  mistaken?: string;
  /** The unit to which it was entered by mistake: cancelled, and entered again for the lead. */
  instead?: string;
  /** The unit that asked to hand it over to the lead. */
  handedBy?: string;
  /** Recalled later: counted nowhere. */
  recalled?: true;
}

/** A document as invented. `issued` is a month and a day of 2023, `0417`. */
export interface DocumentPlan {
  issued: string;
  field: string;
  type: string;
  subject: string;
  tasks: readonly TaskPlan[];
}

const opening = /^(\d{4}) ([a-z]+) ([a-z]+): (.+)$/;
const line = /^- ([a-z, ]+?)((?: [+!=<][a-z,]+| [~>#])*): (.+)$/;

/**
 * Reads the notation of the plans. A document is a line `MMDD field type: subject`; a task is a line
 * `- leads [+supports] [~ no due date | > still to come] [!mistaken] [=instead] [<handed over by] [# recalled]: order`.
 * @throws Error for a line that is none of them
 */
export function readPlans(text: string): DocumentPlan[] {
  const plans: (DocumentPlan & { tasks: TaskPlan[] })[] = [];
  for (const row of text.split('\n').filter((r) => r !== '')) {
    const head = opening.exec(row);
    const task = line.exec(row);
    if (head) {
      plans.push({ issued: head[1]!, field: head[2]!, type: head[3]!, subject: head[4]!, tasks: [] });
    } else if (task && plans.length > 0) {
      plans.at(-1)!.tasks.push(taskOf(task[1]!, task[2]!, task[3]!));
    } else {
      throw new Error(`not a plan: ${row}`);
    }
  }
  return plans;
}

function taskOf(leads: string, marks: string, order: string): TaskPlan {
  const marked = (sign: string) => new RegExp(`\\${sign}([a-z,]+)`).exec(marks)?.[1];
  const [mistaken, instead, handedBy] = [marked('!'), marked('='), marked('<')];
  return {
    leads: leads.split(',').map((unit) => unit.trim()),
    supports: marked('+')?.split(',') ?? [],
    due: marks.includes('~') ? 'none' : marks.includes('>') ? 'future' : 'past',
    order,
    ...(mistaken ? { mistaken } : {}),
    ...(instead ? { instead } : {}),
    ...(handedBy ? { handedBy } : {}),
    ...(marks.includes('#') ? { recalled: true } : {}),
  };
}

/** The 148 documents of the sample, in the order of their issue. */
export function samplePlans(): DocumentPlan[] {
  return readPlans(general + culture + society + land).sort((a, b) =>
    a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : 0,
  );
}
