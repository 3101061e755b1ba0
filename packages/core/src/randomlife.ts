import { addDays } from '@tddh/domain/day';
import { actionsFor } from '@tddh/domain/decide';
import { system } from '@tddh/domain/person';
import { Refusal } from '@tddh/domain/refusal';
import type { Command } from '@tddh/domain/verbs';
import { change, load } from './change.ts';
import { plannedOf } from './complete.ts';
import type { Db } from './db.ts';
import { enterDocument } from './enter.ts';
import { moveAssignments } from './moving.ts';
import { movesOf, recordSuccession } from './successions.ts';
import { sweep } from './sweep.ts';
import { actors, aDocument, testDesk } from './testing.ts';

const people = Object.values(actors);

/** Numbers in [0, 1), the same for a seed. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** A body with which the verb is likely to pass. */
function bodyOf(verb: string, day: string): Command['body'] {
  const reason = { reason: 'Lý do', reference: '12/UBND' };
  const later = addDays(day, 9);
  const bodies: Record<string, object> = {
    report: { result: 'Xong', documentNumber: '1/BC', documentDate: day },
    return: { reason: 'Thiếu', cureOn: addDays(day, 4) },
    reopen: { reason: 'Sai', cureOn: addDays(day, 4) },
    extend: { dueOn: addDays(day, 60), reason: 'Xin thêm', requestNumber: '9/CV' },
    grant: { agreedBy: 'Chánh Văn phòng' },
    refuse: { reason: 'Không' },
    redue: { dueOn: later, reference: '12/UBND' },
    pause: reason,
    recall: reason,
    cancel: { reason: 'Nhầm' },
    correct: { fields: { field: day > '2023-07-01' ? 'taichinh' : 'noichinh', dueOn: later }, reason: 'Sửa' },
    transfer: { to: 'stc', reason: 'Đúng việc' },
    'transfer-decide': { accept: true },
    note: { text: 'Đang làm' },
    ask: { text: 'Hỏi' },
    answer: { text: 'Đáp' },
    direct: { text: 'Làm ngay' },
  };
  return (bodies[verb] ?? {}) as Command['body'];
}

/** How far a random life came: its day, and the assignments that it is about. */
export interface Life {
  day: string;
  ids: string[];
  /** The units that lead what is entered from now on. */
  leads?: readonly string[];
}

/** Random verbs by random people, a day a step on average, with the sweep now and then; goes on from a life before. */
export async function live(
  db: Db,
  seed: number,
  steps: number,
  { day: begun, ids, leads = ['snv', 'vpubnd'] }: Life = { day: '2023-05-02', ids: [] },
): Promise<Life> {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  let day = begun;
  for (let step = 0; step < steps; step += 1) {
    day = addDays(day, Math.floor(next() * 3));
    if (ids.length < 4 || next() < 0.08) {
      const tasks = [
        {
          content: `Việc ${step}`,
          leads,
          supports: leads.includes('snv') ? ['stc'] : [],
          dueOn: next() < 0.3 ? null : addDays(day, 12),
        },
      ];
      const document = await enterDocument(
        testDesk(db, actors.officer, day),
        aDocument({ tasks, issuedOn: addDays(day, -3) }),
      );
      ids.push(...(await plannedOf(db, document)).map((a) => a.id));
    }
    if (next() < 0.1) await sweep(testDesk(db, system, day), () => {});
    const a = (await load(db, pick(ids)))!;
    const actor = pick(people);
    const verb = pick([...actionsFor(a, actor), 'note' as const]);
    try {
      await change(testDesk(db, actor, day), a.id, { verb, body: bodyOf(verb, day) } as Command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { day, ids, leads };
}

/** Merges a unit into another on the day after a life, moves what is open there, and lets the other one lead on. */
export async function reorganised(
  db: Db,
  { day, ids, leads = [] }: Life,
  from: string,
  to: string,
): Promise<Life> {
  const on = addDays(day, 1);
  const desk = testDesk(db, actors.admin, on);
  const merger = { kind: 'merge', on, basis: '18/NQ-HĐND', from: [from], to: [to] } as const;
  const { id } = await recordSuccession(desk, { ...merger, from: [from], to: [to] });
  const { items } = await movesOf(desk, id, { limit: 200 });
  const moved = await moveAssignments(desk, id, items);
  const made = moved.flatMap((one) => (one.ok && one.successorId ? [one.successorId] : []));
  return {
    day: on,
    ids: [...ids, ...made],
    leads: [to, ...leads.filter((one) => one !== from && one !== to)],
  };
}
