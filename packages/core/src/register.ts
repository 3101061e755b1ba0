import { type Day, monthsBetween, weekOf } from '@tddh/domain/day';
import { mayDo } from '@tddh/domain/permission';
import { invalid, Refusal } from '@tddh/domain/refusal';
import {
  coverageOf,
  factsOfRow,
  isLate,
  lineDelay,
  lineId,
  lineState,
  missingNumbers,
  type RegisterFacts,
  type RegisterFilter,
  type RegisterLine,
  type RegisterRow,
} from '@tddh/domain/register';
import { catalogOf } from './catalog.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import { numberKey } from './enter.ts';
import { isOwn } from './lines.ts';
import { each } from './sources.ts';

/** What became of a row: `same` where the register said so already. */
export interface RowOutcome {
  number: string;
  outcome: 'new' | 'changed' | 'same' | 'outside';
}

/**
 * Imports rows of the outgoing register, at most 100. A row that came before is written over: importing twice changes
 * nothing. The subject of a secret one goes nowhere.
 * @throws Refusal `forbidden`, `invalid` where a department is unknown
 */
export async function importRegister(desk: Desk, rows: readonly RegisterRow[]): Promise<RowOutcome[]> {
  if (!mayDo(desk.actor, 'enter') && !mayDo(desk.actor, 'administer')) {
    throw new Refusal('forbidden', 'Chỉ chuyên viên, trưởng phòng và quản trị được nhập sổ văn bản đi.');
  }
  const { units, office } = await catalogOf(desk.db);
  const faults = rows.flatMap(({ departmentId }, i) =>
    units.some(({ id, kind }) => id === departmentId && kind === 'department')
      ? []
      : [{ path: `rows.${i}.departmentId`, message: 'Không có phòng này trong danh mục.' }],
  );
  if (faults[0]) throw new Refusal('invalid', faults[0].message, faults);
  return each(rows, 8, async (row): Promise<RowOutcome> => {
    const name = units.find(({ id }) => id === row.departmentId)!.name;
    const facts = factsOfRow(row, name, desk.today);
    const id = lineId(row.number, row.issuedOn)!;
    const { data } = await desk.db.lines.get({ lineId: id }).go({ consistent: true });
    const before = data?.facts ?? undefined;
    const document = data?.document ?? (await documentOf(desk.db, facts, office.province));
    const same = before && sameFacts(before, facts);
    if (!same || (document && !data?.document)) {
      await desk.db.lines
        .upsert({
          ...{ lineId: id, month: facts.issuedOn.slice(0, 7), issuedOn: facts.issuedOn },
          facts: same ? before : { ...facts, importedOn: before?.importedOn ?? desk.today },
          ...(document ? { document } : {}),
        })
        .go();
    }
    const outcome = facts.outside ? 'outside' : !before ? 'new' : same ? 'same' : 'changed';
    return { number: facts.number, outcome };
  });
}

function sameFacts(a: RegisterFacts, b: RegisterFacts): boolean {
  const keys = ['number', 'issuedOn', 'departmentId', 'subject', 'outside'] as const;
  return keys.every((key) => a[key] === b[key]);
}

/** The document of a line's number that was entered before the register was imported. */
async function documentOf(
  db: Db,
  { number, issuedOn }: RegisterFacts,
  province: string,
): Promise<RegisterLine['document'] | undefined> {
  const { data } = await db.documents.query.byNumber({ numberKey: numberKey(number) }).go({ pages: 'all' });
  const found = data.find(
    ({ data: one }) =>
      one.status === 'issued' &&
      one.issuedOn?.slice(0, 4) === issuedOn.slice(0, 4) &&
      isOwn(one.issuer, province),
  );
  return found && { id: found.data.id, on: found.data.enteredOn, noTask: found.data.noTask ?? false };
}

/** Lines of the register of documents issued in a period, by day and number. */
async function linesOf(db: Db, from: Day, to: Day): Promise<RegisterLine[]> {
  const months = await each(monthsBetween(from, to), 6, async (month) => {
    const { data } = await db.lines.query.byMonth({ month }).go({ pages: 'all' });
    return data.flatMap(({ lineId: id, facts, document, answer }): RegisterLine[] =>
      facts ? [{ id, ...facts, ...(document ? { document } : {}), ...(answer ? { answer } : {}) }] : [],
    );
  });
  return months
    .flat()
    .filter(({ issuedOn }) => issuedOn >= from && issuedOn <= to)
    .sort((a, b) => (a.issuedOn + a.id < b.issuedOn + b.id ? -1 : 1));
}

async function period(desk: Desk, { from, to }: RegisterFilter): Promise<{ from: Day; to: Day }> {
  if (!mayDo(desk.actor, 'read-all')) {
    throw new Refusal('forbidden', 'Sổ văn bản đi chỉ dành cho Văn phòng và lãnh đạo.');
  }
  const { office } = await catalogOf(desk.db);
  const last = to ?? desk.today;
  const first = from ?? (office.since < last ? office.since : last);
  if (first > last) throw invalid('from', 'Ngày đầu phải trước ngày cuối.');
  return { from: first, to: last };
}

/**
 * How well the Office covers what it issues: by department and week, the numbers that the register lacks, and the
 * limit of working days from signing to entry.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function coverage(desk: Desk, filter: RegisterFilter) {
  const within = await period(desk, filter);
  const { settings } = await catalogOf(desk.db);
  const lines = await linesOf(desk.db, within.from, within.to);
  const limit = settings.entryWithin;
  const rows = coverageOf(lines, { today: desk.today, calendar: settings.calendar, limit });
  return { period: within, limit, rows, missing: missingNumbers(lines) };
}

/** A line as a list shows it. */
export interface LineItem extends RegisterLine {
  state: ReturnType<typeof lineState>;
  late: boolean;
  /** Working days from signing to entry, or to today. */
  delay: number;
}

/** So many lines make a page. */
const pageSize = 200;

/** A page of lines: `count` is of all pages, `cursor` null on the last. */
export interface LinePage {
  items: LineItem[];
  count: number;
  cursor: string | null;
}

/**
 * The lines behind a figure of the coverage, by day and number, a page at a time. A line that is answered meanwhile
 * moves no other: a page goes on after a line, and not after so many.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function listLines(desk: Desk, filter: RegisterFilter): Promise<LinePage> {
  const within = await period(desk, filter);
  const { settings } = await catalogOf(desk.db);
  const { calendar, entryWithin } = settings;
  const all = await linesOf(desk.db, within.from, within.to);
  const place = new Map(all.map(({ id }, at) => [id, at]));
  const start = filter.cursor ? (place.get(filter.cursor) ?? -1) : -1;
  const found = all
    .filter(
      (line) =>
        (!filter.department || line.departmentId === filter.department) &&
        (!filter.week || weekOf(line.issuedOn) === weekOf(filter.week)),
    )
    .map((line) => ({
      ...line,
      state: lineState(line),
      late: isLate(line, desk.today, calendar, entryWithin),
      delay: lineDelay(line, desk.today, calendar),
    }))
    .filter(({ state, late }) => !filter.state || (filter.state === 'late' ? late : state === filter.state));
  const rest = found.filter(({ id }) => place.get(id)! > start);
  const items = rest.slice(0, pageSize);
  return { items, count: found.length, cursor: rest.length > pageSize ? items.at(-1)!.id : null };
}

/**
 * Answers a line: its document orders no task, or (null) the answer is taken back.
 * @throws Refusal `not_found`, `forbidden`, `state_forbids` where its document is entered or it is out of scope
 */
export async function answerLine(desk: Desk, id: string, answer: 'none' | null): Promise<RegisterLine> {
  const { data } = await desk.db.lines.get({ lineId: id }).go({ consistent: true });
  if (!data?.facts || !mayDo(desk.actor, 'read-all')) {
    throw new Refusal('not_found', 'Không có số này trong sổ văn bản đi. Hãy tải lại trang.');
  }
  if (!mayDo(desk.actor, 'enter', data.facts.departmentId)) {
    throw new Refusal(
      'forbidden',
      'Chỉ chuyên viên, trưởng phòng của phòng soạn thảo được trả lời dòng này.',
    );
  }
  if (data.document || data.facts.outside) {
    throw new Refusal('state_forbids', 'Văn bản này đã được nhập, hoặc ngoài phạm vi. Hãy tải lại trang.');
  }
  const given = answer ? { on: desk.today, by: desk.actor.id } : null;
  const { month, issuedOn } = data;
  await desk.db.lines.upsert({ lineId: id, month, issuedOn, answer: given }).go();
  return { id, ...data.facts, ...(given ? { answer: given } : {}) };
}
