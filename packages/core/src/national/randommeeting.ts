import { isOpen } from '@tddh/domain/assignment';
import { heldOf, partOfTask, taskOf } from '@tddh/domain/meeting';
import { catalogOf } from '../catalog.ts';
import { change } from '../change.ts';
import { assignmentsNow, loadDocument } from '../complete.ts';
import type { Db } from '../db.ts';
import { changeDocument } from '../documents.ts';
import { actors, testDesk } from '../testing.ts';
import { decideDifference, differencesFor } from './decide.ts';
import { changeLink, linkOf } from './links.ts';
import { meetingOf } from './meet.ts';
import { keyOf, receive } from './receive.ts';
import { oursOf, unitNow } from './sides.ts';
import { codes } from './telling.ts';
import { meetAgain, workInbound } from './work.ts';

const today = '2023-06-15';
const source = 'vpcp';
const ids = ['a', 'b', 'c.1'];

/** What a person does to a document here: to something that the national side never says. */
export type Act =
  | { what: 'head'; head: 'subject' | 'issuer'; value: string }
  | { what: 'content' | 'dueOn' | 'leads' | 'out'; taskId: string; value: string }
  | { what: 'issue' };
export type Step = { told: number } | { act: Act };

export interface Scenario {
  land: 'draft' | 'at-once';
  /** Messages by version, from 1. */
  told: { type: string; data: object }[];
  acts: Act[];
}

/** A document of the national side through its versions, and what people here make of it. */
export function scenarioOf(random: () => number): Scenario {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const land = pick(['draft', 'at-once'] as const);
  const task = (taskId: string, n: number) => ({
    ...{ taskId, content: `Việc ${taskId} bản ${n}`, dueOn: pick(['2023-12-31', '2024-01-31', null]) },
    leads: pick([['H22.01'], ['H22.02'], ['H22.01', 'H22.02']]),
  });
  const recalled = new Set<string>();
  const told = Array.from({ length: 2 + Math.floor(random() * 4) }, (_, i) => {
    const version = i + 1;
    const taskId = pick(ids);
    const kind = i === 0 ? 'snapshot' : pick(['snapshot', 'assigned', 'updated', 'extended', 'recalled']);
    if (kind === 'recalled') recalled.add(taskId);
    // A task that comes again after its recall is a new order: where people decide, they decide on it anew.
    if (kind === 'snapshot' || (kind === 'assigned' && land === 'draft' && recalled.has(taskId))) {
      const tasks = ids.slice(0, 1 + Math.floor(random() * 3)).map((id) => task(id, version));
      const head = { number: '500/QĐ-TTg', issuedOn: '2023-06-10', type: 'Quyết định' };
      const rest = {
        issuer: pick(['Thủ tướng Chính phủ', 'Chính phủ']),
        subject: `Về bản ${version}`,
        tasks,
      };
      return { type: i === 0 ? 'document.issued' : 'document.updated', data: { version, ...head, ...rest } };
    }
    const data: Record<string, object> = {
      assigned: task(taskId, version),
      updated: { taskId, content: `Việc ${taskId} bản ${version}`, leads: pick([['H22.01'], ['H22.02']]) },
      extended: { taskId, dueOn: `2024-0${version}-15` },
      recalled: { taskId, reference: '9/QĐ-TTg' },
    };
    return { type: `task.${kind}`, data: { version, ...data[kind] } };
  });
  const acts = Array.from({ length: Math.floor(random() * 4) }, (_, i): Act => {
    const what = pick(['head', 'content', 'dueOn', 'leads', 'out'] as const);
    if (what === 'head') return { what, head: pick(['subject', 'issuer'] as const), value: `của tỉnh ${i}` };
    const value = what === 'dueOn' ? `2024-11-0${i + 1}` : `Việc của tỉnh ${i}`;
    return { what, taskId: pick(ids), value };
  });
  if (land === 'draft') acts.splice(Math.floor(random() * (acts.length + 1)), 0, { what: 'issue' });
  return { land, told, acts };
}

/** The steps in order: every version, then what people do. */
export function inOrder({ told, acts }: Scenario): Step[] {
  return [...told.map((_, i) => ({ told: i })), ...acts.map((act) => ({ act }))];
}

/** The steps mixed: versions in any order, one of them twice, and what people do anywhere between, in its order. */
export function mixed({ told, acts }: Scenario, random: () => number): Step[] {
  const steps: Step[] = [...told.map((_, i) => i), 0]
    .map((at) => ({ at, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ at }) => ({ told: at }));
  let place = 0;
  for (const act of acts) {
    place += Math.floor(random() * (steps.length - place + 1));
    steps.splice(place, 0, { act });
    place += 1;
  }
  return steps;
}

/** Plays steps on a fresh table. @returns the document by its parts, and what is left to decide */
export async function lifeOf(db: Db, { land, told }: Scenario, steps: readonly Step[]) {
  const desk = (who: keyof typeof actors = 'officer') => testDesk(db, actors[who], today);
  await changeLink(desk('admin'), 'national', { fieldId: 'noichinh', codes, land });
  const out = new Set<string>();
  const standing = async () => {
    const meeting = await meetingOf(db, keyOf('national', source, 'document|vb-1'));
    const document = meeting?.data.documentId && (await loadDocument(db, meeting.data.documentId));
    return meeting && document ? { stream: meeting.stream, document } : undefined;
  };
  let waiting: Act[] = [];
  const act = async () => {
    const rest: Act[] = [];
    for (const one of waiting) {
      const there = await standing();
      const same = rest.some((r) => r.what === one.what && JSON.stringify(r) === JSON.stringify(one));
      if (same || !there || !(await acted(db, there.document.id, one))) rest.push(one);
      else if (one.what === 'out') out.add(one.taskId);
      if (there) await meetAgain(desk('admin'), { documentId: there.document.id });
    }
    waiting = rest;
  };
  for (const step of steps) {
    if ('act' in step) waiting.push(step.act);
    else {
      const { type, data } = told[step.told]!;
      const raw = JSON.stringify({ id: `e${step.told}`, source, type, subject: 'vb-1', data });
      await receive(desk('admin'), await linkOf(db), `msg_${step.told}`, raw);
      await workInbound(desk('admin'));
    }
    await act();
  }
  // What came after people had issued it waits for them: they take every task that they did not take out.
  for (;;) {
    const missing = (await differencesFor(desk())).find(
      ({ path }) => path.endsWith('.missing') && !out.has(path.slice('tasks.'.length, -'.missing'.length)),
    );
    if (!missing || land === 'at-once') break;
    await decideDifference(desk(), missing.stream, {
      path: missing.path,
      theirs: missing.theirs,
      take: true,
    });
    await act();
  }
  const there = await standing();
  const catalog = await catalogOf(db);
  const ours = there && heldOf(await oursOf(db, there.document, unitNow(catalog, today)));
  const open = (await differencesFor(desk())).map(({ path, ours: our, theirs }) => [path, our, theirs]);
  // A plan of which nothing stands cannot be issued: whether it was before says nothing.
  const stands = Object.keys(ours ?? {}).some(taskOf);
  return { status: stands ? there?.document.status : undefined, ours, open: open.sort() };
}

/** Does what a person does, where it can be done as things stand. @returns false where it cannot yet */
async function acted(db: Db, documentId: string, act: Act): Promise<boolean> {
  const desk = testDesk(db, actors.officer, today);
  const document = (await loadDocument(db, documentId))!;
  const draft = document.status === 'draft';
  if (act.what === 'issue') {
    if (!draft || document.tasks.length === 0) return false;
    await changeDocument(desk, documentId, {});
    return true;
  }
  if (act.what === 'head') {
    await changeDocument(desk, documentId, { [act.head]: act.value, draft });
    return true;
  }
  const ours = heldOf(await oursOf(db, document, (unit) => unit));
  if (!(partOfTask(act.taskId) in ours)) return false;
  if (draft) {
    const tasks = document.tasks.flatMap(({ content, leads, supports, dueOn, national }) => {
      const task = { content, leads: [...leads], supports: [...supports], dueOn };
      if (national?.taskId !== act.taskId) return [task];
      if (act.what === 'out') return [];
      return [{ ...task, [act.what]: act.what === 'leads' ? ['vpubnd'] : act.value }];
    });
    await changeDocument(desk, documentId, { tasks, draft });
    return true;
  }
  const own = document.tasks.filter((task) => task.national?.taskId === act.taskId).map((task) => task.id);
  const open = (await assignmentsNow(db, document)).filter((a) => own.includes(a.taskId) && isOpen(a));
  if (act.what === 'leads' && open[0]?.agencyId === 'vpubnd') return true;
  for (const [i, a] of open.entries()) {
    if (act.what === 'content')
      await change(desk, a.id, {
        verb: 'correct',
        body: { fields: { content: act.value }, reason: 'Sửa chữ' },
      });
    else if (act.what === 'dueOn')
      await change(desk, a.id, { verb: 'redue', body: { dueOn: act.value, reference: '1/UBND' } });
    else {
      const lead = act.what === 'leads' && i === 0 ? { lead: 'vpubnd' } : {};
      await change(desk, a.id, { verb: 'cancel', body: { reason: 'Nhập nhầm', ...lead } });
    }
  }
  return true;
}
