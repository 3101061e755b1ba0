import * as v from 'valibot';
import type { Day, Instant } from './day.ts';
import { day } from './dayrule.ts';
import { mostFiles, type RefusedFile } from './file.ts';
import { parseNumber } from './number.ts';
import type { Actor } from './person.ts';
import { Refusal } from './refusal.ts';
import { isSecret } from './secrecy.ts';
import { type NationalRef, newTask, type Task } from './task.ts';
import { id, text } from './text.ts';

/** A directive document, as the Office entered it, with the plan of its tasks. */
export interface Document {
  id: string;
  /** Number and symbol as written, or null while not yet numbered. */
  number: string | null;
  issuedOn: Day | null;
  issuer: string;
  /** Id and name of its type. */
  type: string;
  typeName: string;
  subject: string;
  fieldId: string;
  departmentId: string;
  departmentName: string;
  signer?: string;
  /** A draft assigns nothing yet. */
  status: 'draft' | 'issued';
  /** True where a person answered that the document orders no task. */
  noTask?: boolean;
  tasks: readonly Task[];
  /** The national document that its tasks carry out, where the nation told it without tasks. */
  national?: NationalRef;
  /** Files that came with it, and those that came along and were not taken. */
  files?: readonly string[];
  refusedFiles?: readonly RefusedFile[];
  /** The key that the table holds unique, once number and day are given. */
  uniqueKey?: string;
  /** Assignments of the plan that stand already; the relay finishes what a crash left. */
  made: number;
  enteredOn: Day;
  enteredAt: Instant;
  enteredBy: Actor['id'];
  revision: number;
}

const number = v.nullable(
  v.pipe(
    text('Số, ký hiệu', 100),
    v.check(
      (written) => parseNumber(written) !== undefined,
      'Số, ký hiệu chưa đúng dạng, ví dụ 645/VPUBND-HCQT, 42/2014/QĐ-TTg hoặc 497-KL/TU.',
    ),
  ),
);

const fields = {
  number,
  issuedOn: v.nullable(day),
  issuer: text('Cơ quan ban hành', 200),
  type: text('Loại văn bản', 60),
  subject: text('Trích yếu', 1000),
  field: v.optional(id),
  signer: v.optional(text('Người ký', 100)),
};

/** What an officer sends to enter a document with its tasks. */
export const newDocument = v.strictObject({
  ...fields,
  /** The mark of secrecy, where the document bears one: then it is refused. */
  secrecy: v.optional(v.picklist(['Thường', 'Mật', 'Tối mật', 'Tuyệt mật'], 'Độ mật không đúng.')),
  draft: v.optional(v.boolean()),
  noTask: v.optional(v.boolean()),
  tasks: v.pipe(
    v.array(newTask, 'Cần danh sách nhiệm vụ.'),
    v.maxLength(100, 'Tối đa 100 nhiệm vụ một văn bản.'),
  ),
});
export type NewDocument = v.InferOutput<typeof newDocument>;

/** One document as the entry page sends it: with the files that were uploaded for it and the package they came in. */
export const enteredDocument = v.strictObject({
  ...newDocument.entries,
  files: v.optional(v.pipe(v.array(id), v.maxLength(mostFiles, `Tối đa ${mostFiles} tệp một văn bản.`))),
  package: v.optional(
    v.strictObject({ name: text('Tên gói', 200), sender: v.optional(text('Nơi gửi', 200)) }),
  ),
});
export type EnteredDocument = v.InferOutput<typeof enteredDocument>;

/** Documents of a sheet, at most 100 at a time; `check` writes nothing, `batch` makes one of two requests. */
export const documentBatch = v.strictObject({
  batch: v.pipe(v.string('Cần mã đợt nhập.'), v.regex(/^[\x21-\x7e]{8,80}$/, 'Mã đợt nhập không đúng dạng.')),
  check: v.optional(v.boolean(), false),
  documents: v.pipe(
    v.array(newDocument, 'Cần danh sách văn bản.'),
    v.minLength(1, 'Không có văn bản nào.'),
    v.maxLength(100, 'Mỗi lần tối đa 100 văn bản.'),
  ),
});
export type DocumentBatch = v.InferOutput<typeof documentBatch>;

/** What an officer sends to complete a draft or to correct a document. */
export const documentChange = v.pipe(
  v.strictObject({
    number: v.optional(fields.number),
    issuedOn: v.optional(fields.issuedOn),
    issuer: v.optional(fields.issuer),
    type: v.optional(fields.type),
    subject: v.optional(fields.subject),
    field: v.optional(id),
    signer: v.optional(text('Người ký', 100)),
    draft: v.optional(v.boolean()),
    noTask: v.optional(v.boolean()),
    tasks: v.optional(newDocument.entries.tasks),
    reason: v.optional(text('Lý do', 1000)),
  }),
  v.check((change) => Object.values(change).some((x) => x !== undefined), 'Chưa có gì để sửa.'),
);
export type DocumentChange = v.InferOutput<typeof documentChange>;

/** This system holds no state secrets (Luật Bảo vệ bí mật nhà nước 2018): a document marked secret is refused whole. */
export function refuseSecret(
  input: Partial<Pick<NewDocument, 'secrecy' | 'subject' | 'type' | 'tasks'>>,
): Refusal | undefined {
  const places: [string, boolean][] = [
    ['secrecy', input.secrecy !== undefined && input.secrecy !== 'Thường'],
    ['subject', isSecret(input.subject ?? '')],
    ['type', isSecret(input.type ?? '')],
    ...(input.tasks ?? []).map(({ content }, i): [string, boolean] => [
      `tasks.${i}.content`,
      isSecret(content),
    ]),
  ];
  const found = places.find(([, secret]) => secret);
  if (!found) return undefined;
  const message =
    'Văn bản có độ mật (Mật, Tối mật, Tuyệt mật) không được nhập vào hệ thống này. Nội dung vừa gửi không được lưu.';
  return new Refusal('secret_document', message, [{ path: found[0], message }]);
}

/** The faults of a document's days against each other, empty where there are none. */
export function dayFaults(issuedOn: Day | null, tasks: readonly { dueOn: Day | null }[], today: Day) {
  const faults: { path: string; message: string }[] = [];
  if (issuedOn && issuedOn > today) {
    faults.push({ path: 'issuedOn', message: 'Ngày ban hành không được sau hôm nay.' });
  }
  tasks.forEach((task, i) => {
    if (issuedOn && task.dueOn && task.dueOn < issuedOn) {
      faults.push({ path: `tasks.${i}.dueOn`, message: 'Hạn không được trước ngày ban hành văn bản.' });
    }
  });
  return faults;
}

/** True where a document can be issued: it has a number and a day (domain.md, draft -> assigned). */
export function canIssue(document: Pick<Document, 'number' | 'issuedOn'>): boolean {
  const parsed = document.number === null ? undefined : parseNumber(document.number);
  return parsed !== undefined && parsed.number !== '' && document.issuedOn !== null;
}
