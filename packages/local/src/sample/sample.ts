import type { DocumentType, FieldOfWork, Unit } from '@tddh/domain/agency';
import { standardTypes } from '@tddh/domain/agency';
import { addWorkingDays } from '@tddh/domain/calendar';
import { addDays, type Day } from '@tddh/domain/day';
import { assign } from '@tddh/domain/decide';
import type { Document } from '@tddh/domain/document';
import type { Initial } from '@tddh/domain/events';
import { defaultSettings, type Settings } from '@tddh/domain/settings';
import type { Task } from '@tddh/domain/task';
import { castOf } from './cast.ts';
import { agencies, calendar, fields, last, people, type SamplePerson, units } from './catalog.ts';
import { deal, type Slot } from './deal.ts';
import { documentOf, entryDay, initialOf, lastWorking, pastDue, Registry, workingFrom } from './documents.ts';
import { actsOf, slackOf } from './fates.ts';
import { type Act, type History, live } from './live.ts';
import { type DocumentPlan, samplePlans, type TaskPlan } from './plan.ts';
import { Dice } from './random.ts';
import type { Stage } from './script.ts';
import { capital, orderText } from './wording.ts';

/** Everything that the sample holds; the same every time. */
export interface Sample {
  units: readonly Unit[];
  fields: readonly FieldOfWork[];
  types: readonly DocumentType[];
  people: readonly SamplePerson[];
  settings: Settings;
  documents: Document[];
  /** One for each assignment: of leads, of supports, and of what was cancelled, transferred or recalled. */
  histories: History[];
}

/** The settings under which the sample was played. */
export const settings: Settings = { ...defaultSettings, calendar };
const seed = 20_231_130;
/** Due days still to come, as directives of the year's end set them. */
const futures: readonly Day[] = [
  ...['2023-11-30', '2023-12-05', '2023-12-08', '2023-12-15', '2023-12-15', '2023-12-20', '2023-12-25'],
  ...['2023-12-29', '2024-01-15', '2024-01-31', '2024-03-29'],
];

/** The letter's case: 27 units, 148 documents, 247 counted assignments with their whole histories. */
export function sampleData(): Sample {
  const dice = new Dice(seed);
  const plans = samplePlans().map((plan) => ({ ...plan, issuedOn: issueDay(plan) }));
  plans.sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0));
  const open = plans.flatMap(({ tasks, issuedOn }, document) =>
    tasks.flatMap(({ leads, due, recalled }, task) =>
      recalled ? [] : leads.map((agencyId) => ({ document, task, agencyId, due, issuedOn })),
    ),
  );
  const slots = deal(open, dice);
  const registry = new Registry();
  const made = plans.map((plan, place) => {
    const own = slots.filter((slot) => slot.document === place);
    return play(plan, plan.issuedOn, place, own, registry, new Dice(seed + 7919 * (place + 1)));
  });
  return {
    ...{ units, fields, types: standardTypes, people, settings },
    documents: made.map((m) => m.document),
    histories: made.flatMap((m) => m.histories),
  };
}

function issueDay(plan: DocumentPlan): Day {
  return workingFrom(`2023-${plan.issued.slice(0, 2)}-${plan.issued.slice(2)}`);
}

/** Enters one document and plays the lives of its assignments. */
function play(
  plan: DocumentPlan,
  issuedOn: Day,
  place: number,
  slots: Slot[],
  registry: Registry,
  dice: Dice,
) {
  const stage: Stage = { calendar, until: last, cast: castOf(people), dice };
  const enteredOn = issuedOn > '2023-11-20' ? issuedOn : entryDay(issuedOn, dice);
  const number = registry.next(plan.type, plan.field, issuedOn, dice);
  const department = fields.find((f) => f.id === plan.field)!.departmentId;
  const enteredBy = dice.chance(0.9) ? stage.cast.officer(department) : stage.cast.departmentHead(department);
  const { type, field: fieldId, subject } = plan;
  const id = `doc_s${String(place + 1).padStart(3, '0')}`;
  const sheet = {
    id,
    number,
    type,
    fieldId,
    subject,
    issuedOn,
    enteredOn,
    enteredBy: enteredBy as SamplePerson,
  };
  const tasks = plan.tasks.map((task, i): Task => {
    const dueOn = dueDay(task, i, slots, enteredOn, dice);
    const leads = task.instead ? [task.instead] : task.handedBy ? [task.handedBy] : task.leads;
    return {
      ...{ id: `t${i + 1}`, number: i + 1, dueOn, supports: task.supports },
      content: orderText(task.order, task.supports, dueOn, dice),
      leads: task.mistaken ? [...leads, task.mistaken] : leads,
    };
  });
  const document = documentOf(sheet, tasks, dice);
  const histories = document.tasks.flatMap((task, i) => {
    const own = slots.filter((slot) => slot.task === i);
    return livesOf(document, task, plan.tasks[i]!, own, { ...stage, enteredBy });
  });
  return { document, histories };
}

function dueDay(task: TaskPlan, place: number, slots: Slot[], enteredOn: Day, dice: Dice): Day | null {
  if (task.due === 'none') return null;
  const own = slots.filter((slot) => slot.task === place);
  const extended = own.some((slot) => slot.fate === 'extended');
  if (task.due === 'future' && !extended)
    return dice.pick(futures.filter((on) => on > addDays(enteredOn, 5)));
  const slack = Math.max(4, ...own.map((slot) => slackOf(slot.fate)));
  const due = pastDue(enteredOn, last, slack, dice);
  const cured = own.some((slot) => slot.fate === 'done-cured');
  return cured && due < addDays(enteredOn, 30) ? lastWorking(addDays(enteredOn, 30)) : due;
}

type Scene = Stage & { enteredBy: SamplePerson | ReturnType<Stage['cast']['officer']> };

/** The lives of a task's assignments: leads in their order, then supports. */
function livesOf(document: Document, task: Task, plan: TaskPlan, slots: Slot[], scene: Scene): History[] {
  const unit = (id: string) => agencies.find((u) => u.id === id)!;
  const begin = (id: string, role: 'lead' | 'support') => {
    const initial = initialOf(document, task, unit(id), role);
    return assign(initial, { ...contextOf(scene), now: document.enteredAt, today: document.enteredOn });
  };
  const run = (event: ReturnType<typeof assign>, acts: Act[]) =>
    live(event, acts, {
      settings,
      until: last,
      newId: () => `${document.id.replace('doc', 'asg')}.${task.id}.${plan.leads[0]}.n`,
    });
  const leads = task.leads.flatMap((id): History[] => {
    const first = begin(id, 'lead');
    const wrong = beside(first, id, plan, unit(plan.leads[0]!), scene);
    if (wrong) {
      const history = run(first, wrong);
      if (!history.successor) return [history];
      const slot = slots.find((s) => s.agencyId === plan.leads[0])!;
      return [history, run(history.successor, scripted(history.successor, slot, plan, scene))];
    }
    return [run(first, scripted(first, slots.find((s) => s.agencyId === id)!, plan, scene))];
  });
  return [...leads, ...task.supports.map((id) => run(begin(id, 'support'), []))];
}

function contextOf({ enteredBy }: Scene) {
  return { actor: enteredBy, settings, newId: () => '' };
}

function scripted(event: ReturnType<typeof assign>, slot: Slot, plan: TaskPlan, scene: Scene): Act[] {
  const { initial } = event.data as { initial: Initial };
  const a = { ...initial, recordedOn: event.on, revision: 1, lastOn: event.on, lastAt: event.at };
  return actsOf(a, plan.order, slot.fate, scene);
}

/** What happens to an assignment that the appendix does not count: entered by mistake, handed over, or recalled. */
function beside(
  event: ReturnType<typeof assign>,
  id: string,
  plan: TaskPlan,
  right: Unit,
  { cast, enteredBy, dice }: Scene,
): Act[] | undefined {
  const next = (n: number) => addWorkingDays(calendar, event.on, n);
  const { departmentId } = (event.data as { initial: Initial }).initial;
  if (id === plan.mistaken) {
    const reason = 'Nhập nhầm: văn bản không giao nhiệm vụ này cho đơn vị.';
    return [{ on: event.on, by: enteredBy, command: { verb: 'cancel', body: { reason } } }];
  }
  if (id === plan.instead) {
    const body = { reason: 'Nhập nhầm đơn vị chủ trì.', lead: right.id };
    return [{ on: next(1), by: enteredBy, command: { verb: 'cancel', body }, target: right }];
  }
  if (id === plan.handedBy) {
    const reason =
      'Nội dung không thuộc chức năng, nhiệm vụ của đơn vị; đề nghị chuyển đơn vị trực tiếp quản lý.';
    return [
      {
        on: next(1),
        by: cast.focal(id),
        command: { verb: 'transfer', body: { to: right.id, reason } },
        target: right,
      },
      {
        on: next(3),
        by: cast.officer(departmentId),
        command: { verb: 'transfer-decide', body: { accept: true } },
      },
    ];
  }
  if (!plan.recalled) return undefined;
  const reference = `${dice.int(300, 340)}/TB-UBND`;
  const reason = `${capital(plan.order)} do Ban Tổ chức trực tiếp thực hiện, không giao riêng đơn vị.`;
  return [
    { on: next(1), by: cast.focal(id), command: { verb: 'accept', body: {} } },
    { on: next(12), by: cast.deputy, command: { verb: 'recall', body: { reason, reference } } },
  ];
}
