import * as v from 'valibot';
import { day } from './dayrule.ts';
import { laterThanNational } from './nationaldue.ts';
import { text } from './text.ts';

/**
 * What the national system tells of its documents and tasks. Every message is one version of one document: versions
 * are counted per document, from 1, over the document and all its tasks (the contract of the link, domain.md, The
 * national link). A snapshot (`issued`, `updated`) tells the whole document; the others tell one change.
 */
export const nationalTypes = [
  'document.issued',
  'document.updated',
  'document.replaced',
  'document.recalled',
  'task.assigned',
  'task.updated',
  'task.extended',
  'task.recalled',
  'task.confirmed',
  'task.returned',
] as const;
export type NationalType = (typeof nationalTypes)[number];

const version = v.pipe(
  v.number('Phiên bản là một số.'),
  v.integer('Phiên bản là số nguyên.'),
  v.minValue(1, 'Phiên bản bắt đầu từ 1.'),
  v.maxValue(100_000, 'Phiên bản quá lớn.'),
);
const foreignId = text('Mã nhiệm vụ', 120);
const codes = v.pipe(
  v.array(text('Mã đơn vị', 35)),
  v.minLength(1, 'Cần ít nhất một mã đơn vị.'),
  v.maxLength(100, 'Tối đa 100 đơn vị.'),
);
const stem = { version, document: v.optional(text('Mã văn bản', 200)) };
const task = v.object({
  taskId: foreignId,
  content: text('Nội dung nhiệm vụ', 4000),
  leads: codes,
  dueOn: v.optional(v.nullable(day), null),
});
const snapshot = v.object({
  ...stem,
  number: text('Số, ký hiệu', 100),
  issuedOn: day,
  issuer: text('Cơ quan ban hành', 200),
  type: text('Loại văn bản', 60),
  subject: text('Trích yếu', 1000),
  signer: v.optional(text('Người ký', 100)),
  tasks: v.pipe(v.array(task), v.maxLength(100, 'Tối đa 100 nhiệm vụ một văn bản.')),
  /** The package in which it came over the document axis: its id there, and the file that holds it. */
  edoc: v.optional(v.object({ id: text('Mã gói', 300), file: text('Tệp của gói', 80) })),
});
const reason = text('Lý do', 1000);
const reference = text('Văn bản căn cứ', 200);

/** The data of each message, after the link's field map. Fields that are not named here are passed over. */
export const nationalData = {
  'document.issued': snapshot,
  'document.updated': snapshot,
  'document.replaced': v.object({ ...stem, reference, reason: v.optional(reason) }),
  'document.recalled': v.object({ ...stem, reference, reason: v.optional(reason) }),
  'task.assigned': v.object({ ...stem, ...task.entries }),
  'task.updated': v.object({
    ...stem,
    taskId: foreignId,
    content: v.optional(task.entries.content),
    leads: v.optional(codes),
    dueOn: v.optional(v.nullable(day)),
  }),
  'task.extended': v.object({ ...stem, taskId: foreignId, dueOn: day, reference: v.optional(reference) }),
  'task.recalled': v.object({ ...stem, taskId: foreignId, reference, reason: v.optional(reason) }),
  'task.confirmed': v.object({ ...stem, taskId: foreignId }),
  'task.returned': v.object({ ...stem, taskId: foreignId, reason, cureOn: v.optional(day) }),
} as const;

/** One message of a document, understood. */
export type NationalEvent = {
  [T in NationalType]: { type: T; data: v.InferOutput<(typeof nationalData)[T]> };
}[NationalType];

/** A task as the national side last told it. */
export interface NationalTask {
  taskId: string;
  content: string;
  /** Codes of agencies, in their order. */
  leads: readonly string[];
  /** The national due date: kept apart from the province's. */
  dueOn: string | null;
  state: 'assigned' | 'recalled' | 'confirmed' | 'returned';
  /** Why it was recalled or returned, and by which document. */
  reason?: string;
  reference?: string;
  cureOn?: string;
}

/** A document as the national side last told it. */
export interface NationalDocument {
  /** The last version that could be applied. */
  version: number;
  number: string;
  issuedOn: string;
  issuer: string;
  type: string;
  subject: string;
  signer?: string;
  tasks: readonly NationalTask[];
  edoc?: { id: string; file: string };
  /** Why the whole document no longer holds. */
  ended?: { how: 'recalled' | 'replaced'; reference: string; reason?: string };
}

/** What the messages of one document tell together. */
export interface NationalView {
  document?: NationalDocument;
  /** Versions that have not come yet and without which later ones cannot be applied. */
  missing: readonly number[];
}

const isSnapshot = (
  e: NationalEvent,
): e is Extract<NationalEvent, { type: 'document.issued' | 'document.updated' }> =>
  e.type === 'document.issued' || e.type === 'document.updated';

/**
 * The national side's view of a document: a function of the set of its messages, whatever order they came in.
 * A snapshot needs nothing before it; another message waits for every version before it. Of two messages of the same
 * version the first in the list counts.
 */
export function viewOf(events: readonly NationalEvent[]): NationalView {
  const byVersion = new Map<number, NationalEvent>();
  for (const event of events) {
    if (!byVersion.has(event.data.version)) byVersion.set(event.data.version, event);
  }
  const ordered = [...byVersion.values()].sort((a, b) => a.data.version - b.data.version);
  const base = ordered.findLastIndex(isSnapshot);
  const top = ordered.at(-1)?.data.version ?? 0;
  let document: NationalDocument | undefined;
  for (const [i, event] of ordered.entries()) {
    const follows = event.data.version === (document?.version ?? 0) + 1;
    // What stands before the last snapshot counts where it came, and is not waited for where it did not.
    if (!isSnapshot(event) && i > base && !follows) break;
    if (isSnapshot(event) || document) document = applied(document, event);
  }
  const at = document?.version ?? 0;
  const missing = Array.from({ length: Math.min(top - at, 100) }, (_, i) => at + i + 1).filter(
    (n) => !byVersion.has(n),
  );
  return document ? { document, missing } : { missing };
}

function applied(before: NationalDocument | undefined, event: NationalEvent): NationalDocument {
  const { version: at } = event.data;
  if (isSnapshot(event)) return replaced(before, event.data);
  const document = before!;
  const change = (taskId: string, next: Partial<NationalTask>): NationalDocument => ({
    ...document,
    version: at,
    tasks: document.tasks.map((t) => (t.taskId === taskId ? { ...t, ...next } : t)),
  });
  switch (event.type) {
    case 'document.replaced':
    case 'document.recalled': {
      const how = event.type === 'document.recalled' ? 'recalled' : 'replaced';
      const { reference: by, reason: why } = event.data;
      return { ...document, version: at, ended: { how, reference: by, ...(why ? { reason: why } : {}) } };
    }
    case 'task.assigned': {
      const { taskId, content, leads, dueOn } = event.data;
      const others = document.tasks.filter((t) => t.taskId !== taskId);
      return {
        ...document,
        version: at,
        tasks: [...others, { taskId, content, leads, dueOn, state: 'assigned' }],
      };
    }
    case 'task.updated': {
      const { taskId, content, leads, dueOn } = event.data;
      return change(taskId, {
        ...(content === undefined ? {} : { content }),
        ...(leads === undefined ? {} : { leads }),
        ...(dueOn === undefined ? {} : { dueOn }),
      });
    }
    case 'task.extended':
      return change(event.data.taskId, { dueOn: event.data.dueOn });
    case 'task.recalled': {
      const { taskId, reference: by, reason: why } = event.data;
      return change(taskId, { state: 'recalled', reference: by, ...(why ? { reason: why } : {}) });
    }
    case 'task.confirmed':
      return change(event.data.taskId, { state: 'confirmed' });
    case 'task.returned': {
      const { taskId, reason: why, cureOn } = event.data;
      return change(taskId, { state: 'returned', reason: why, ...(cureOn ? { cureOn } : {}) });
    }
  }
}

/** A snapshot tells all of the document; what became of its tasks stays, and a task that it leaves out is recalled. */
function replaced(
  before: NationalDocument | undefined,
  data: v.InferOutput<typeof snapshot>,
): NationalDocument {
  const { version: at, number, issuedOn, issuer, type, subject, signer, tasks, edoc } = data;
  const known = new Map(before?.tasks.map((t) => [t.taskId, t]));
  const told = new Set(tasks.map((t) => t.taskId));
  const gone = (before?.tasks ?? []).filter((t) => !told.has(t.taskId));
  return {
    ...{ version: at, number, issuedOn, issuer, type, subject },
    ...(signer ? { signer } : {}),
    ...(edoc ? { edoc } : {}),
    tasks: [
      ...tasks.map((t): NationalTask => ({ ...(known.get(t.taskId) ?? { state: 'assigned' }), ...t })),
      ...gone.map((t): NationalTask => ({ ...t, state: 'recalled', reference: number })),
    ],
    ...(before?.ended ? { ended: before.ended } : {}),
  };
}

/** What the province holds of a national document, in the terms in which the two are compared. */
export interface OurDocument {
  number: string | null;
  issuedOn: string | null;
  issuer: string;
  subject: string;
  draft?: boolean;
  tasks: readonly { taskId: string; content: string; leads: readonly string[]; dueOn: string | null }[];
}

/** One point in which the two sides differ. `later` marks a due date of ours after the national one. */
export interface Difference {
  /** `subject`, `ended`, or `tasks.TASKID.content`, `.leads`, `.dueOn`, `.missing`, `.returned`. */
  path: string;
  ours: string | null;
  theirs: string | null;
  warning?: 'later-than-national';
}

/**
 * In what the province's document differs from the national one: a function of the two states alone, so that it does
 * not matter in which order changes here and messages from there came.
 * @param unitOf the unit of an agency code on the document's day; unknown codes are compared as they stand
 */
export function differencesOf(
  theirs: NationalDocument,
  ours: OurDocument,
  unitOf: (code: string) => string | undefined,
): Difference[] {
  const found: Difference[] = [];
  const compare = (path: string, our: string | null, their: string | null) => {
    if (our !== their) found.push({ path, ours: our, theirs: their });
  };
  for (const key of ['number', 'issuedOn', 'issuer', 'subject'] as const)
    compare(key, ours[key], theirs[key]);
  // What ended is recalled where it was assigned; a draft of it waits for a person who knows.
  if (theirs.ended && ours.draft) found.push({ path: 'ended', ours: null, theirs: theirs.ended.reference });
  for (const their of theirs.ended && !ours.draft ? [] : theirs.tasks) {
    if (their.state === 'recalled') continue;
    const at = `tasks.${their.taskId}`;
    const our = ours.tasks.find((t) => t.taskId === their.taskId);
    if (!our) {
      found.push({ path: `${at}.missing`, ours: null, theirs: their.content });
      continue;
    }
    compare(`${at}.content`, our.content, their.content);
    compare(
      `${at}.leads`,
      [...our.leads].sort().join(', '),
      their.leads
        .map((code) => unitOf(code) ?? code)
        .sort()
        .join(', '),
    );
    if (laterThanNational(our.dueOn, their.dueOn)) {
      const warning = 'later-than-national' as const;
      found.push({ path: `${at}.dueOn`, ours: our.dueOn, theirs: their.dueOn, warning });
    }
    if (their.state === 'returned') {
      found.push({ path: `${at}.returned`, ours: null, theirs: their.reason ?? '' });
    }
  }
  return found;
}
