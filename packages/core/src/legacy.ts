import { createHash } from 'node:crypto';
import type { Day } from '@tddh/domain/day';
import type { Document } from '@tddh/domain/document';
import { type LegacyRow, legacyDayFaults } from '@tddh/domain/legacy';
import { sameWriting } from '@tddh/domain/number';
import { type Fault, Refusal } from '@tddh/domain/refusal';
import { isSecret } from '@tddh/domain/secrecy';
import type { Task } from '@tddh/domain/task';
import { type Catalog, catalogOf, catalogRow } from './catalog.ts';
import { loadDocument } from './complete.ts';
import type { Desk } from './desk.ts';
import { keyOf, refuseFaults, typeOf } from './enter.ts';
import { instant, plannedRows, storeLegacy, taskKey } from './legacystore.ts';
import { refuseUnlessAdmin } from './people.ts';
import { each } from './sources.ts';

/** What became of the rows of one document. */
export interface LegacyOutcome {
  number: string;
  rows: number;
  outcome: 'new' | 'same';
}

/**
 * Takes over what the old software kept, as dated history marked so: documents, their tasks, and for each lead unit
 * when it was assigned, reported and confirmed. Nobody is told of what is past. Ids follow from the rows, so that a
 * batch sent again changes nothing more, and one broken off goes on where it stopped.
 * @param check true only looks the rows through
 * @throws Refusal `forbidden`, `invalid` with a fault for each row (`rows.3.dueOn`): then nothing was written
 */
export async function importLegacy(
  desk: Desk,
  rows: readonly LegacyRow[],
  check: boolean,
): Promise<LegacyOutcome[]> {
  refuseUnlessAdmin(desk);
  const catalog = await catalogOf(desk.db);
  const groups = [...groupsOf(rows).entries()];
  refuseFaults(rows.flatMap((row, i) => faultsOf(row, i, catalog, desk.today)));
  refuseFaults(groups.flatMap(([, group]) => twiceFaults(group)));
  const found = await each(groups, 6, async ([key, group]) => {
    const own = group.map(({ row }) => row);
    const made = documentOf(desk, key, own, catalog);
    const before = await loadDocument(desk.db, made.id);
    const taken = before ? undefined : await takenBy(desk, made);
    const faults = taken ? group.map(({ at }) => ({ path: `rows.${at}.number`, message: taken })) : [];
    return { made, own, faults, whole: before !== undefined && before.made >= plannedRows(before), before };
  });
  refuseFaults(found.flatMap(({ faults }) => faults));
  if (!check) {
    await each(found, 6, async ({ made, own, before, whole }) => {
      if (!whole) await storeLegacy(desk, before ?? made, own, catalog, before !== undefined);
    });
    await sinceThen(desk, rows, catalog);
  }
  return found.map(({ made, own, whole }) => ({
    ...{ number: made.number!, rows: own.length, outcome: whole ? 'same' : 'new' },
  }));
}

interface Placed {
  at: number;
  row: LegacyRow;
}

function groupsOf(rows: readonly LegacyRow[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  rows.forEach((row, at) => {
    const key = [sameWriting(row.number), row.issuedOn, sameWriting(row.issuer)].join('|');
    groups.set(key, [...(groups.get(key) ?? []), { at, row }]);
  });
  return groups;
}

function faultsOf(row: LegacyRow, at: number, catalog: Catalog, today: Day): Fault[] {
  const faults: Fault[] = [];
  const say = (field: keyof LegacyRow, message: string) =>
    faults.push({ path: `rows.${at}.${field}`, message });
  const unit = (id: string) => catalog.units.find((one) => one.id === id);
  if (unit(row.agencyId)?.kind === 'leadership' || !unit(row.agencyId))
    say('agencyId', 'Không có đơn vị này trong danh mục.');
  if (unit(row.departmentId)?.kind !== 'department')
    say('departmentId', 'Không có phòng này trong danh mục.');
  else if (!catalog.fields.some((field) => field.departmentId === row.departmentId))
    say('departmentId', 'Phòng này chưa có lĩnh vực nào. Hãy thêm lĩnh vực ở trang Quản trị.');
  for (const { field, message } of legacyDayFaults(row, today)) say(field, message);
  if (isSecret(row.subject) || isSecret(row.content))
    say('subject', 'Văn bản có độ mật không được chuyển vào hệ thống này.');
  try {
    typeOf(catalog, row.type);
  } catch (error) {
    if (error instanceof Refusal) say('type', error.message);
  }
  return faults;
}

/** A task is given to a unit once. */
function twiceFaults(group: readonly Placed[]): Fault[] {
  const seen = new Set<string>();
  return group.flatMap(({ at, row }) => {
    const key = `${taskKey(row)}|${row.agencyId}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      { path: `rows.${at}.agencyId`, message: 'Dòng này lặp lại: đơn vị đã có nhiệm vụ này trong tệp.' },
    ];
  });
}

async function takenBy({ db }: Desk, made: Document): Promise<string | undefined> {
  const { data } = await db.unique.get({ kind: 'document', value: made.uniqueKey! }).go();
  return data && data.owner !== made.id
    ? `Văn bản ${made.number} đã được nhập trong hệ thống này.`
    : undefined;
}

function documentOf(desk: Desk, key: string, rows: readonly LegacyRow[], catalog: Catalog): Document {
  const [first] = rows;
  if (!first) throw new Error('a document has rows');
  const { number, issuedOn, issuer, subject, departmentId } = first;
  const type = typeOf(catalog, first.type);
  const enteredOn = rows.map((row) => row.assignedOn).sort()[0]!;
  const tasks: Task[] = [];
  const places = new Map<string, number>();
  for (const row of rows) {
    const place = places.get(taskKey(row));
    const task = place === undefined ? undefined : tasks[place];
    if (task) tasks[place!] = { ...task, leads: [...task.leads, row.agencyId] };
    else {
      const n = tasks.length + 1;
      places.set(taskKey(row), tasks.length);
      const { content, dueOn, assignedOn } = row;
      tasks.push({ id: `t${n}`, number: n, content, leads: [row.agencyId], supports: [], dueOn, assignedOn });
    }
  }
  const id = `doc_${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
  return {
    ...{ id, number, issuedOn, issuer, subject, type: type.id, typeName: type.name, departmentId },
    fieldId: catalog.fields.find((field) => field.departmentId === departmentId)!.id,
    departmentName: catalog.units.find((unit) => unit.id === departmentId)!.name,
    ...{ status: 'issued', tasks, ...keyOf({ number, issuedOn, issuer }), made: 0 },
    ...{ enteredOn, enteredAt: instant(enteredOn), enteredBy: desk.actor.id, revision: 1 },
  };
}

/** The Office's figures begin with the oldest assignment. */
async function sinceThen({ db }: Desk, rows: readonly LegacyRow[], { office }: Catalog): Promise<void> {
  const first = rows.map(({ assignedOn }) => assignedOn).sort()[0]!;
  if (first < office.since) await catalogRow(db, 'office', 'office', { ...office, since: first }).go();
}
