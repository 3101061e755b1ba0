import { fieldLeft, followField, handOverField } from '@tddh/core/handover';
import { moveAssignments } from '@tddh/core/moving';
import { movesOf, recordSuccession } from '@tddh/core/successions';
import { isOpen } from '@tddh/domain/assignment';
import type { Actor } from '@tddh/domain/person';
import { deskOf, follow, judge, nameOf, type World } from './world.ts';

/** Gives the field of finance to the other department; what is open follows it in a batch. @returns how many did */
export async function handOver(w: World, admin: Actor): Promise<number> {
  const field = 'taichinh';
  const home = w.fields.get(field) === 'tonghop' ? 'khoagiao' : 'tonghop';
  const desk = deskOf(w.db, admin, w.today);
  await handOverField(desk, field, home);
  w.fields.set(field, home);
  const left = await fieldLeft(desk, field);
  const ids = [...left.assignments, ...left.drafts].map(({ id }) => id);
  if (ids.length > 0) await followField(desk, field, ids);
  const moved = [...w.model.values()].filter(
    (a) => isOpen(a) && a.fieldId === field && a.departmentId !== home,
  );
  for (const a of moved) {
    const body = {
      ...{ document: a.document, fieldId: field, handover: true },
      ...{ departmentId: home, departmentName: nameOf(home), reason: 'Bàn giao lĩnh vực Tài chính' },
    };
    follow(w, admin, a, { verb: 'follow', body });
  }
  w.told.push(`${w.today} ${field} goes to ${home}: ${moved.length}`);
  return moved.length;
}

/** Merges one agency into another on the world's day; what is open moves row by row. @returns how many moved */
export async function merge(w: World, admin: Actor): Promise<number> {
  const desk = deskOf(w.db, admin, w.today);
  const said = { kind: 'merge', on: w.today, basis: '18/NQ-HĐND', from: ['snv'], to: ['stc'] } as const;
  const { id } = await recordSuccession(desk, { ...said, from: [...said.from], to: [...said.to] });
  const { items } = await movesOf(desk, id, { limit: 200 });
  for (const row of items) {
    const [moved] = await moveAssignments(desk, id, [{ id: row.id }]);
    const body = { to: row.target, reason: said.basis };
    const successor = moved?.ok ? (moved.successorId ?? 'none') : 'none';
    const told = judge(w, admin, w.model.get(row.id)!, { verb: 'transfer', body }, successor);
    if (!moved?.ok || told !== 'ok')
      throw new Error(`the batch says ${JSON.stringify(moved)}, the rules say ${told}`);
  }
  const left = [...w.model.values()].filter((a) => a.agencyId === 'snv' && isOpen(a));
  if (left.length > 0) throw new Error(`the merger left ${left.map((a) => a.id).join(', ')}`);
  return items.length;
}
