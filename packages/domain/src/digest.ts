import {
  type Assignment,
  currentDue,
  pendingExtension,
  pendingReport,
  standingReport,
} from './assignment.ts';
import { type Calendar, workingDaysBetween } from './calendar.ts';
import { type Day, daysBetween, showDay } from './day.ts';
import { escalationOf } from './escalation.ts';
import { answerLine, type Feedback, waitingLine } from './feedback.ts';
import { cut, sayDay, type Words } from './letters.ts';
import { type NoticeKind, type Preferences, wayOf } from './notice.ts';
import { follows, mayDo } from './permission.ts';
import { type Actor, isAgencyRole } from './person.ts';
import { dueBy } from './reminding.ts';
import type { Settings } from './settings.ts';
import { stateOf } from './state.ts';

/** A part of a digest: what it counts, and its lines, the most pressing first. */
export interface DigestPart {
  name: keyof typeof titles;
  kind: NoticeKind;
  count: number;
  lines: readonly string[];
}

const titles = {
  overdue: 'Quá hạn',
  soon: 'Sắp đến hạn (7 ngày tới)',
  returned: 'Bị trả lại, chưa báo cáo lại',
  escalated: 'Báo cáo chờ xác nhận quá lâu',
  awaiting: 'Báo cáo chờ xác nhận',
  questions: 'Câu hỏi chờ trả lời',
  extensions: 'Đề nghị gia hạn chờ quyết định',
  feedback: 'Góp ý chờ trả lời',
  answered: 'Góp ý của bạn được trả lời',
  news: 'Mới, kể từ bản tổng hợp trước',
} as const;
/** So many lines of a part are shown; the count tells of the rest. */
const shown = 5;

/** Whether a report that waits is this person's to be told of: the head's, the deputy's of the field, the chief's. */
export function escalatesTo(
  person: Actor & { chief?: boolean },
  a: Assignment,
  today: Day,
  settings: Pick<Settings, 'calendar' | 'escalateAfter'>,
): boolean {
  const report = a.status === 'reported' ? pendingReport(a) : undefined;
  if (!report) return false;
  const step = escalationOf(workingDaysBetween(settings.calendar, report.on, today), settings.escalateAfter);
  if (step === undefined) return false;
  if (person.role === 'department-head') return person.unitId === a.departmentId;
  if (person.role !== 'office-leader') return false;
  if (step === 'chief' && person.chief) return true;
  return step !== 'head' && person.fields.includes(a.fieldId);
}

/**
 * The parts of a person's digest as of the morning of `today`, from what is open around them: their unit's, their
 * department's, or for an office-leader everything that waits. Parts of kinds that the person wants in the product
 * alone are left out, and so are empty ones.
 */
export function digestOf(
  person: Actor & { chief?: boolean },
  open: readonly Assignment[],
  today: Day,
  settings: Pick<Settings, 'calendar' | 'escalateAfter'>,
  chosen: Preferences = {},
): DigestPart[] {
  const { calendar } = settings;
  const leads = open.filter((a) => a.role === 'lead');
  const own = leads.filter((a) => concerns(person, a));
  const by = (on: (a: Assignment) => Day) => (x: Assignment, y: Assignment) => on(x).localeCompare(on(y));
  const due = (a: Assignment) => currentDue(a) ?? '9999';
  const returned = own.filter((a) => a.status === 'in-progress' && standingReport(a)?.outcome === 'returned');
  const inState = (state: string) => own.filter((a) => stateOf(a, today) === state).sort(by(due));
  const reportedOn = (a: Assignment) => pendingReport(a)!.on;
  const decides = (a: Assignment) =>
    person.role === 'office-leader' ? a.agencyKind !== 'agency' : follows(person, a);
  const awaiting = leads.filter((a) => a.status === 'reported' && decides(a)).sort(by(reportedOn));
  const escalated = leads.filter((a) => escalatesTo(person, a, today, settings)).sort(by(reportedOn));
  const fresh = awaiting.filter((a) => !escalated.includes(a));
  const asks = open.filter((a) => concerns(person, a) && owed(person, a).length > 0);
  const extensions = person.role === 'office-leader' ? leads.filter((a) => pendingExtension(a)) : [];
  const late = (a: Assignment) => `quá hạn ${daysBetween(due(a), today)} ngày (hạn ${showDay(due(a))})`;
  const parts: DigestPart[] = [
    part('overdue', 'overdue', inState('overdue'), late, person),
    part('soon', 'soon', inState('soon'), (a) => `hạn ${sayDay(dueBy(a) ?? due(a))}`, person),
    part('returned', 'returned', returned, (a) => again(a), person),
    part('escalated', 'awaiting', escalated, (a) => waited(a, calendar, today), person),
    {
      // What is listed above as waiting too long is counted here, not told twice.
      ...part('awaiting', 'awaiting', fresh, (a) => waited(a, calendar, today), person),
      count: awaiting.length,
    },
    part('questions', 'questions', asks, (a) => answerBy(person, a, today), person),
    part(
      'extensions',
      'decisions',
      extensions,
      (a) => `xin đến ${showDay(pendingExtension(a)!.dueOn)}`,
      person,
    ),
  ];
  return parts.filter((one) => one.count > 0 && wayOf(one.kind, person.role, chosen) !== 'app');
}

/** The parts on feedback: what was answered to this person since the last digest, and what waits for who answers it. */
export function feedbackParts(
  person: Actor,
  answered: readonly Feedback[],
  waiting: readonly Feedback[],
  chosen: Preferences = {},
): DigestPart[] {
  if (wayOf('feedback', person.role, chosen) === 'app') return [];
  const own = answered.filter((one) => one.by.id === person.id);
  const mine = mayDo(person, 'administer') ? waiting : [];
  const parts: DigestPart[] = [
    { name: 'answered', kind: 'feedback', count: own.length, lines: own.slice(0, shown).map(answerLine) },
    { name: 'feedback', kind: 'feedback', count: mine.length, lines: mine.slice(0, shown).map(waitingLine) },
  ];
  return parts.filter((one) => one.count > 0);
}

function concerns(person: Actor, a: Assignment): boolean {
  return person.unitId === a.agencyId || follows(person, a);
}

/** The questions of the other side that nobody has answered. */
function owed(person: Actor, a: Assignment) {
  return a.questions.filter((q) => !q.answeredOn && q.unitId !== person.unitId);
}

function again(a: Assignment): string {
  const cureOn = standingReport(a)?.cureOn;
  return cureOn ? `báo cáo lại chậm nhất ${sayDay(cureOn)}` : 'báo cáo lại ngay';
}

function waited(a: Assignment, calendar: Calendar, today: Day): string {
  return `chờ ${workingDaysBetween(calendar, pendingReport(a)!.on, today)} ngày làm việc`;
}

function answerBy(person: Actor, a: Assignment, today: Day): string {
  const by = owed(person, a)
    .map((q) => q.answerBy)
    .sort()[0]!;
  return by < today ? `quá hạn trả lời từ ${showDay(by)}` : `trả lời chậm nhất ${sayDay(by)}`;
}

function part(
  name: DigestPart['name'],
  kind: NoticeKind,
  list: readonly Assignment[],
  say: (a: Assignment) => string,
  person: Actor,
): DigestPart {
  const mine = isAgencyRole(person.role);
  const lines = list
    .slice(0, shown)
    .map((a) => `- ${say(a)}: ${cut(a.content, 80)} (${mine ? a.document.number : a.agencyName})`);
  return { name, kind, count: list.length, lines };
}

/** The letter of a digest: the figures in the subject, each part with its lines, and where to see them all. */
export function digestLetter(name: string, parts: readonly DigestPart[], today: Day): Words {
  const figures = parts.map(
    (one) => `${one.count} ${titles[one.name].split(/[,(]/)[0]!.trim().toLowerCase()}`,
  );
  return {
    subject: `${showDay(today)}: ${figures.join(', ')}`,
    text: [
      `Kính gửi ${name}, việc cần chú ý ngày ${sayDay(today)}:`,
      ...parts.flatMap(({ name: part, count, lines }) => [
        '',
        `${titles[part].toUpperCase()}: ${count}`,
        ...lines,
        ...(count > lines.length ? [`- và ${count - lines.length} việc khác`] : []),
      ]),
      '',
      'Mở hệ thống: {{origin}}/',
      'Chọn cách nhận thông báo: {{origin}}/thong-bao',
    ].join('\n'),
  };
}

/** A paper report that one hand recorded and confirmed, as the office-leader reads of it each week. */
export function sameHandLetter(name: string, list: readonly Assignment[], from: Day, to: Day): Words {
  const lines = list.map((a) => {
    const report = a.reports.at(-1)!;
    return `- ${showDay(report.decidedOn!)}: ${cut(a.content, 100)} (${a.agencyName}; ${report.documentNumber ?? ''}; ${a.departmentName}) {{origin}}/nhiem-vu/${a.id}`;
  });
  return {
    subject: `${list.length} báo cáo giấy do một người vừa ghi vừa xác nhận, ${showDay(from)} - ${showDay(to)}`,
    text: [
      `Kính gửi ${name}, từ ${showDay(from)} đến ${showDay(to)} có ${list.length} báo cáo giấy được một chuyên viên vừa ghi vừa xác nhận:`,
      '',
      ...lines,
      '',
      'Muốn bắt buộc hai người: Quản trị, Thiết lập, “Báo cáo giấy phải do người khác xác nhận”.',
    ].join('\n'),
  };
}
