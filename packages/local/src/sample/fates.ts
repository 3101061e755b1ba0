import { type Assignment, currentDue } from '@tddh/domain/assignment';
import { addWorkingDays, workingDayBefore } from '@tddh/domain/calendar';
import { addDays, type Day, showDay } from '@tddh/domain/day';
import type { Act } from './live.ts';
import { Script, type Stage } from './script.ts';
import { extensionReasons, opinions, questions, reminders } from './wording.ts';

/** What may become of an assignment, seen from the last day of the play. */
export type Fate = keyof typeof plots;

/** Days that a fate needs between the due day and the last day, at least. */
export function slackOf(fate: Fate): number {
  return slack[fate] ?? 4;
}
const slack: Partial<Record<Fate, number>> = {
  'waiting-late': 13,
  'confirmed-late': 13,
  late: 13,
  returned: 26,
  reopened: 26,
  curing: 7,
  'done-extended': 26,
  'silent-extended': 18,
  moved: 18,
  extended: 12,
};

/** What people do to an assignment of which this becomes. `order` is the bare order, for the texts. */
export function actsOf(a: Assignment, order: string, fate: Fate, stage: Stage): Act[] {
  const script = new Script(a, order, stage);
  const { dice } = stage;
  if (dice.chance(0.7) && a.status === 'assigned') script.accept();
  plots[fate](script, {
    due: currentDue(a) ?? '',
    start: addWorkingDays(stage.calendar, a.recordedOn, 3),
    begin: a.recordedOn,
    ...{ stage, office: a.agencyKind === 'office' },
  });
  if (dice.chance(0.05)) ask(script, a, stage);
  return script.acts;
}

interface Frame {
  due: Day;
  /** The third working day: the first on which a result is likely. */
  start: Day;
  begin: Day;
  stage: Stage;
  office: boolean;
}
type Plot = (s: Script, f: Frame) => void;

const later = (a: Day, b: Day) => (a > b ? a : b);
const working = (f: Frame, on: Day) => workingDayBefore(f.stage.calendar, on);
/** A day just before the due day on which a report comes in time. */
const inTime = (s: Script, { start, due }: Frame, within = 6) =>
  s.between(later(start, addDays(due, -within)), due);

const plots = {
  /** Reported in time, and waiting for the Office. */
  waiting: (s, f) => {
    notes(s, f, addDays(f.due, -6));
    const on = inTime(s, f);
    if (f.office || !f.stage.dice.chance(0.08)) return void s.report(on);
    s.paper(s.between(addDays(f.due, 1), addDays(f.due, 12)), on);
  },
  'waiting-asked': (s, f) => {
    askMore(s, s.between(later(f.start, addDays(f.due, -5)), addDays(f.due, -2)), addDays(f.due, 14), f);
    s.report(working(f, f.due));
  },
  /** Sent back with a day to cure, filed again in time, and waiting. */
  'waiting-cured': (s, f) => {
    const filed = s.between(later(f.start, addDays(f.due, -9)), addDays(f.due, -4));
    cured(s, filed);
  },
  'waiting-late': (s, f) => {
    notes(s, f, f.due);
    const on = s.between(addDays(f.due, 1), addDays(f.due, 40));
    if (f.office || !f.stage.dice.chance(0.2)) return void s.report(on);
    s.paper(s.after(on, 2), on);
  },
  /** Sent back, and nothing came in the time given. */
  returned: (s, f) => {
    const back = s.after(inTimeFiled(s, f), f.stage.dice.int(2, 4));
    if (f.stage.dice.chance(0.4)) return void s.giveBack(back);
    s.giveBack(back, working(f, addDays(back, 8)));
    if (f.stage.dice.chance(0.5)) s.note(s.after(back, 4), true);
  },
  /** Sent back with a day to cure that is still to come. */
  curing: (s, f) => {
    s.report(working(f, f.due));
    s.giveBack(s.between(addDays(f.stage.until, -3), f.stage.until), working(f, addDays(f.stage.until, 8)));
  },
  paused: (s, f) => {
    notes(s, f, addDays(f.due, -8));
    s.add(s.between(later(f.start, addDays(f.due, -7)), addDays(f.due, -2)), s.officeLeader, {
      verb: 'pause',
      body: {
        reason: 'Chờ Trung ương ban hành hướng dẫn mới trước khi tiếp tục thực hiện.',
        reference: 'Ý kiến của lãnh đạo UBND tỉnh tại phiên họp thường kỳ',
      },
    });
  },
  /** Nothing reported, and overdue. */
  silent: (s, f) => {
    notes(s, f, f.due);
    chase(s, f, f.due);
  },
  'silent-extended': (s, f) => {
    const on = s.between(later(f.start, addDays(f.due, -5)), addDays(f.due, -2));
    askMore(s, on, working(f, addDays(f.due, 14)), f);
    grant(s, s.after(on, 1));
    chase(s, f, addDays(f.due, 14));
  },
  'silent-refused': (s, f) => {
    const on = s.between(later(f.start, addDays(f.due, -5)), addDays(f.due, -2));
    askMore(s, on, working(f, addDays(f.due, 20)), f);
    const reason = 'Nội dung cấp bách, không thể lùi thời hạn; đề nghị tập trung hoàn thành.';
    s.add(s.after(on, 1), s.granter, { verb: 'refuse', body: { reason } });
    chase(s, f, f.due);
  },
  /** The Office moved the due day, and it passed too. */
  moved: (s, f) => {
    const dueOn = working(f, addDays(f.due, 14));
    const reference = `Thông báo kết luận phiên họp UBND tỉnh, cho phép hoàn thành đến ngày ${showDay(dueOn)}`;
    const on = s.between(later(f.start, addDays(f.due, -4)), addDays(f.due, -1));
    s.add(on, f.office ? s.officeLeader : s.officer, { verb: 'redue', body: { dueOn, reference } });
    chase(s, f, dueOn);
  },
  done: (s, f) => {
    const filed = s.between(f.start, addDays(f.due, -4));
    if (!f.office && f.stage.dice.chance(0.12)) return void s.paper(s.after(filed, 1), filed, true);
    s.report(filed).confirm(s.between(s.after(filed, 1), f.due));
  },
  'done-cured': (s, f) => {
    const filed = s.between(f.start, addDays(f.start, 3));
    s.confirm(s.between(s.after(cured(s, filed), 1), f.due));
  },
  'done-extended': (s, f) => {
    const on = s.between(later(f.start, addDays(f.due, -5)), addDays(f.due, -2));
    const dueOn = working(f, addDays(f.due, 20));
    askMore(s, on, dueOn, f);
    grant(s, s.after(on, 1));
    const filed = s.between(addDays(f.due, 1), addDays(f.due, 9));
    s.report(filed).confirm(s.between(s.after(filed, 1), dueOn));
  },
  /** Reported in time, confirmed by the Office after the due day. */
  'confirmed-late': (s, f) => {
    notes(s, f, addDays(f.due, -7));
    s.report(inTime(s, f)).confirm(s.between(addDays(f.due, 2), addDays(f.due, 50)));
  },
  late: (s, f) => {
    notes(s, f, f.due);
    const last = addDays(f.due, 22);
    const end = addDays(f.stage.until, -5);
    const filed = s.between(addDays(f.due, 1), last < end ? last : end);
    s.report(filed).confirm(s.between(s.after(filed, 1), addDays(filed, 18)));
  },
  /** Confirmed in time, opened again, filed again, and confirmed after the due day. */
  reopened: (s, f) => {
    const filed = s.between(later(f.start, addDays(f.due, -12)), addDays(f.due, -6));
    const again = s.after(f.due, 2);
    s.report(filed).confirm(s.between(s.after(filed, 1), f.due));
    const reason = 'Số liệu thay đổi sau kiểm tra thực tế, cần bổ sung kết quả.';
    s.add(again, s.officeLeader, { verb: 'reopen', body: { reason, cureOn: s.after(again, 6) } });
    s.report(s.after(again, 4)).confirm(s.after(again, 7));
  },
  /** Due after the last day, and at work. */
  ongoing: (s, f) => notes(s, f, f.stage.until),
  /** Due after the last day, reported already, and waiting. */
  early: (s, f) => void s.report(s.between(later(f.start, addDays(f.stage.until, -25)), f.stage.until)),
  /** The due day passed, but more time was granted. */
  extended: (s, f) => {
    const on = s.between(later(f.start, addDays(f.due, -5)), addDays(f.due, -2));
    askMore(s, on, working(f, addDays(f.stage.until, 22)), f);
    grant(s, s.after(on, 1));
  },
  /** Without a due date: a note each month. */
  standing: (s, f) => notes(s, f, f.stage.until, 30),
  'standing-reported': (s, f) => {
    const on = s.between(addDays(f.stage.until, -30), f.stage.until);
    notes(s, f, addDays(on, -5), 30);
    s.report(on);
  },
  finished: (s, f) => {
    const filed = s.between(addDays(f.start, 30), addDays(f.start, 55));
    notes(s, f, addDays(filed, -5), 30);
    s.report(filed).confirm(s.after(filed, f.stage.dice.int(1, 9)));
  },
} satisfies Record<string, Plot>;

function inTimeFiled(s: Script, f: Frame): Day {
  const on = inTime(s, f, 8);
  s.report(on);
  return on;
}

/** A report, its return with a cure date, and the report that cures it; the day of the latter. */
function cured(s: Script, filed: Day): Day {
  const back = s.after(filed, 2);
  const cureOn = s.after(back, 4);
  const again = s.between(s.after(back, 1), cureOn);
  s.report(filed).giveBack(back, cureOn).report(again);
  return again;
}

/** Notes on the way to `to`: every `each` days where given, else one or none. */
function notes(s: Script, f: Frame, to: Day, each?: number): void {
  const { dice } = f.stage;
  const end = to < f.stage.until ? to : f.stage.until;
  if (each) {
    for (let on = addDays(f.start, dice.int(8, 26)); on < end; on = addDays(on, dice.int(24, 30))) {
      s.note(s.between(on, addDays(on, 3)), dice.chance(0.12));
    }
  } else if (f.start < end && dice.chance(0.5)) {
    s.note(s.between(f.start, end), dice.chance(0.25));
  }
}

/** What is overdue is asked for, now and then by the chairman himself. */
function chase(s: Script, f: Frame, due: Day): void {
  const { dice, until } = f.stage;
  if (addDays(due, 6) < until && dice.chance(0.35)) {
    const by = f.office ? s.officeLeader : s.officer;
    const body = { message: dice.pick(reminders) };
    s.add(s.between(addDays(due, 3), addDays(due, 25)), by, { verb: 'remind', body });
    if (dice.chance(0.5)) s.note(s.between(addDays(due, 26), addDays(due, 40)), dice.chance(0.6));
  }
  if (addDays(due, 40) < until && dice.chance(0.25)) {
    const body = { text: dice.pick(opinions) };
    s.add(s.between(addDays(due, 35), until), f.stage.cast.chairman, { verb: 'direct', body });
  }
}

function askMore(s: Script, on: Day, dueOn: Day, f: Frame): void {
  s.add(on, s.head, { verb: 'extend', body: { dueOn, reason: f.stage.dice.pick(extensionReasons) } });
}

function grant(s: Script, on: Day): void {
  const agreedBy = 'Chủ tịch UBND tỉnh';
  s.add(on, s.granter, {
    verb: 'grant',
    body: { agreedBy, reference: 'Phiếu trình của Văn phòng UBND tỉnh' },
  });
}

/** A question in the first days, and its answer within three working days. */
function ask(s: Script, a: Assignment, { dice, cast }: Stage): void {
  const [text, answer] = dice.pick(questions);
  const on = s.after(a.recordedOn, 1);
  const by = a.agencyKind === 'office' ? cast.deputy : s.officer;
  s.add(on, s.focal, { verb: 'ask', body: { text } });
  s.add(s.after(on, dice.int(1, 2)), by, { verb: 'answer', body: { text: answer } });
}
