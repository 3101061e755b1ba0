import type { Unit } from '@tddh/domain/agency';
import { isWorkingDay } from '@tddh/domain/calendar';
import { addDays, type Day, daysBetween } from '@tddh/domain/day';
import { assign } from '@tddh/domain/decide';
import type { Document } from '@tddh/domain/document';
import type { Actor } from '@tddh/domain/person';
import type { Task } from '@tddh/domain/task';
import { castOf } from './cast.ts';
import { agencies, agencyPeople, calendar, fields, people, type SamplePerson } from './catalog.ts';
import { documentOf, entryDay, initialOf, lastWorking, symbolOf } from './documents.ts';
import { actsOf, type Fate, slackOf } from './fates.ts';
import { type History, live } from './live.ts';
import { samplePlans, type TaskPlan } from './plan.ts';
import { Dice } from './random.ts';
import { settings } from './sample.ts';
import type { Cast, Stage } from './script.ts';
import { orderText } from './wording.ts';

/** A document of the crowd with the lives of its assignments. */
export interface Filling {
  document: Document;
  by: Actor;
  histories: History[];
}

const heads = 'Đắk Nâm Quảng Trường Thuận Nhân Kiến Tân Long Phú Hòa Bình Xuân Cẩm Thanh Yên'.split(' ');
const tails = (
  'Sơn Tín Hà Lộc Phước Thành Hưng An Giang Khê Lâm Thủy Trung Đông Tây Nam Bắc Mỹ Quý Đức Hải Dương Vân Phong ' +
  'Lạc Nghĩa Định Cường Khánh Minh Thọ Tiến'
).split(' ');

const past: readonly (readonly [Fate, number])[] = [
  ...([
    ['done', 40],
    ['done-cured', 4],
    ['done-extended', 3],
    ['confirmed-late', 14],
    ['late', 9],
  ] as const),
  ...([
    ['waiting', 12],
    ['waiting-late', 4],
    ['silent', 10],
    ['returned', 2],
    ['moved', 1],
    ['paused', 1],
  ] as const),
];
const place = (unit: Unit) => unit.name.replace(/^UBND /, '');

/** So many agencies with their people, and the documents that are given to them. */
export class Crowd {
  readonly agencies: readonly Unit[];
  readonly people: readonly SamplePerson[];
  private readonly cast: Cast;

  constructor(count: number) {
    const more = Array.from({ length: Math.max(0, count - agencies.length) }, (_, i) => commune(i));
    this.agencies = [...agencies.slice(0, count), ...more];
    const known = people.filter((p) => !p.username.startsWith('donvi') && !p.username.startsWith('lanhdao'));
    this.people = [...known, ...this.agencies.flatMap((unit, i) => agencyPeople(unit, i + 1))];
    this.cast = castOf(this.people);
  }

  /** Documents in the order of their issue, until they hold so many lead and support assignments. */
  *documents(size: { assignments: number; days: number; seed: number; today: Day }): Generator<Filling> {
    const days = workingDays(addDays(size.today, 1 - size.days), size.today);
    const plans = samplePlans();
    const orders = new Map(
      fields.map((f) => [f.id, plans.filter((p) => p.field === f.id).flatMap((p) => p.tasks)]),
    );
    const dice = new Dice(size.seed);
    for (let made = 0, n = 1; made < size.assignments; n += 1) {
      const plan = dice.pick(plans);
      const issuedOn = days[Math.floor((made / size.assignments) * days.length)]!;
      const late = entryDay(issuedOn, dice);
      const department = fields.find((f) => f.id === plan.field)!.departmentId;
      const by = this.cast.officer(department) as SamplePerson;
      const sheet = {
        id: `doc_f${size.seed.toString(36)}x${String(n).padStart(6, '0')}`,
        number: `${(size.seed % 900) * 1_000_000 + 10_000 + n}/${symbolOf(plan.type, plan.field)}`,
        ...{ type: plan.type, fieldId: plan.field, issuedOn, enteredBy: by },
        subject: `${plan.subject}, khu vực ${place(dice.pick(this.agencies.slice(-8)))}`,
        enteredOn: late <= size.today ? late : issuedOn,
      };
      const stage: Stage = { calendar, until: size.today, cast: this.cast, dice };
      const filling = this.filling(sheet, orders.get(plan.field)!, by, size.assignments - made, stage);
      made += filling.histories.length;
      yield filling;
    }
  }

  private filling(
    sheet: Parameters<typeof documentOf>[0],
    orders: readonly TaskPlan[],
    by: Actor,
    room: number,
    stage: Stage,
  ): Filling {
    const { dice } = stage;
    const chosen = Array.from(
      {
        length: dice.weighed([
          [1, 35],
          [2, 30],
          [3, 20],
          [4, 10],
          [5, 5],
        ] as const),
      },
      () => dice.pick(orders),
    );
    let left = room;
    const orderOf = new Map<string, string>();
    const tasks = chosen.flatMap((plan, i): Task[] => {
      const leads = this.leads(plan, dice).slice(0, left);
      if (leads.length === 0) return [];
      left -= leads.length;
      const supports = dice.chance(0.25)
        ? plan.supports.filter((id) => this.knows(id, leads)).slice(0, left)
        : [];
      left -= supports.length;
      const dueOn = dice.chance(0.15) ? null : lastWorking(addDays(sheet.enteredOn, dice.int(12, 90)));
      const order = `${plan.order} (đợt ${dice.int(1, 12)}, ${place(dice.pick(this.agencies))})`;
      const id = `t${i + 1}`;
      orderOf.set(id, order);
      return [
        { id, number: i + 1, content: orderText(order, supports, dueOn, dice), leads, supports, dueOn },
      ];
    });
    const document = documentOf(sheet, tasks, dice);
    const histories = document.tasks.flatMap((task) => [
      ...task.leads.map((id) => this.life(document, task, id, 'lead', by, orderOf.get(task.id)!, stage)),
      ...task.supports.map((id) => this.life(document, task, id, 'support', by, '', stage)),
    ]);
    return { document, by, histories };
  }

  private knows(id: string, leads: readonly string[]): boolean {
    return !leads.includes(id) && this.agencies.some((u) => u.id === id);
  }

  /** Mostly the unit that the order was written for, where it is among them; now and then several. */
  private leads(plan: TaskPlan, dice: Dice): string[] {
    const own =
      this.agencies.length <= agencies.length && dice.chance(0.4)
        ? plan.leads.filter((id) => this.knows(id, []))
        : [];
    const count = dice.weighed([
      [1, 80],
      [2, 13],
      [3, 7],
    ] as const);
    const drawn = Array.from({ length: count }, () => dice.pick(this.agencies).id);
    return [...new Set(own.length > 0 ? own : drawn)];
  }

  private life(
    document: Document,
    task: Task,
    agencyId: string,
    role: 'lead' | 'support',
    by: Actor,
    order: string,
    stage: Stage,
  ): History {
    const initial = initialOf(document, task, this.agencies.find((u) => u.id === agencyId)!, role);
    const [on, now] = [document.enteredOn, document.enteredAt];
    const newId = () => `${initial.id}.n`;
    const begin = assign(initial, { actor: by, today: on, now, settings, newId });
    const a = { ...initial, recordedOn: on, revision: 1, lastOn: on, lastAt: now };
    const acts = role === 'lead' ? actsOf(a, order, fateOf(on, task.dueOn, stage), stage) : [];
    return live(begin, acts, { settings, until: stage.until, newId });
  }
}

function fateOf(enteredOn: Day, dueOn: Day | null, { dice, until }: Stage): Fate {
  if (dueOn === null) {
    const old = daysBetween(enteredOn, until) > 100;
    return dice.weighed([
      ['standing', 70],
      ['standing-reported', old ? 8 : 0],
      ['finished', old ? 40 : 0],
    ] as const);
  }
  const left = daysBetween(dueOn, until);
  if (left < 4) return dice.chance(0.2) && daysBetween(enteredOn, until) > 7 ? 'early' : 'ongoing';
  const long = daysBetween(enteredOn, dueOn) >= 30;
  return dice.weighed(past.filter(([fate]) => slackOf(fate) <= left && (long || fate !== 'done-cured')));
}

function commune(n: number): Unit {
  const name = `UBND xã ${heads[n % heads.length]} ${tails[Math.floor(n / heads.length) % tails.length]}`;
  const id = `xa${String(n + 1).padStart(3, '0')}`;
  return { id, name, short: name.slice(5), kind: 'agency', ordinal: 1001 + n, isOffice: false };
}

function workingDays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) if (isWorkingDay(calendar, on)) days.push(on);
  return days.length > 0 ? days : [lastWorking(to)];
}
