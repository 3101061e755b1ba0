import * as v from 'valibot';
import { tidy } from './text.ts';

/** Bytes of a file at most. */
export const mostFileBytes = 20 * 1024 * 1024;
/** Files that one report, or one document, may hold. */
export const mostFiles = 20;

/** What may be kept as evidence. A kind is found in the content; the name must agree with it. */
export const fileKinds = {
  pdf: { endings: ['pdf'], type: 'application/pdf' },
  docx: {
    endings: ['docx'],
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: { endings: ['xlsx'], type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  pptx: {
    endings: ['pptx'],
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  doc: { endings: ['doc'], type: 'application/msword' },
  xls: { endings: ['xls'], type: 'application/vnd.ms-excel' },
  odt: { endings: ['odt'], type: 'application/vnd.oasis.opendocument.text' },
  ods: { endings: ['ods'], type: 'application/vnd.oasis.opendocument.spreadsheet' },
  png: { endings: ['png'], type: 'image/png' },
  jpeg: { endings: ['jpg', 'jpeg'], type: 'image/jpeg' },
  txt: { endings: ['txt'], type: 'text/plain' },
  /** A package of the document axis (QCVN 102:2016): kept with the document that came in it. */
  edxml: { endings: ['edxml'], type: 'application/xml' },
} as const;
export type FileKind = keyof typeof fileKinds;

/** Every ending that may be chosen for a report, as a page offers them: `.pdf,.docx,...`. */
export const acceptedEndings = Object.entries(fileKinds)
  .flatMap(([kind, { endings }]) => (kind === 'edxml' ? [] : endings))
  .map((ending) => `.${ending}`)
  .join(',');

const kindNames = 'PDF, Word, Excel, PowerPoint, ODF, ảnh PNG, JPEG hoặc văn bản TXT';

/** The kind that a name claims by its ending. */
export function claimedKind(name: string): FileKind | undefined {
  const ending = /\.([a-z]{3,5})$/i.exec(name)?.[1]?.toLowerCase();
  const kinds = Object.entries(fileKinds) as [FileKind, { endings: readonly string[] }][];
  return kinds.find(([, { endings }]) => endings.includes(ending ?? ''))?.[0];
}

/** A path, or what would hide the ending of a name: control characters and marks that turn the direction of text. */
const notInNames = /[/\\:*?"<>|\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** The name of a file: text to show and nothing else. It is never a path, and never becomes one. */
const fileName = v.pipe(
  v.string('Tên tệp phải là chữ.'),
  v.maxLength(800, 'Tên tệp quá dài: tối đa 200 ký tự.'),
  v.check(
    (name) => !notInNames.test(name),
    'Tên tệp không được có đường dẫn hoặc ký tự đặc biệt (/ \\ : * ? " < > |). Hãy đổi tên tệp rồi chọn lại.',
  ),
  v.transform(tidy),
  v.maxLength(200, 'Tên tệp quá dài: tối đa 200 ký tự.'),
  v.check((name) => !name.startsWith('.'), 'Tên tệp không được bắt đầu bằng dấu chấm.'),
  v.check((name) => claimedKind(name) !== undefined, `Không nhận loại tệp này. Hãy dùng ${kindNames}.`),
);

/** What a person says of a file before it is sent. Of `type` nothing is believed: the content decides. */
export const newFile = v.strictObject({
  name: fileName,
  size: v.pipe(
    v.number('Cần kích thước của tệp, tính bằng byte.'),
    v.integer('Cần kích thước của tệp, tính bằng byte.'),
    v.minValue(1, 'Tệp không có nội dung. Hãy chọn tệp khác.'),
    v.maxValue(mostFileBytes, 'Tệp quá lớn: tối đa 20 MB. Hãy nén hoặc tách tệp.'),
  ),
  type: v.optional(v.pipe(v.string(), v.maxLength(200))),
});
export type NewFile = v.InferOutput<typeof newFile>;

/**
 * `awaiting`: announced, not yet seen whole; `uploaded`: its content was examined; `attached`: evidence of an
 * assignment or part of a document, for good; `removed`: never attached and taken away; `made`: written by the product itself for one person.
 */
export type FileState = 'awaiting' | 'uploaded' | 'attached' | 'removed' | 'made';

/** A file as a page shows it. */
export interface FileSeen {
  id: string;
  name: string;
  size: number;
  kind: FileKind;
}

/** The package of the document axis in which files came: dropped by a person, or pulled from the axis. */
export interface FileOrigin {
  way: 'package' | 'axis';
  /** Name of the package's file, or the number of the document that it brought. */
  name: string;
  /** The agency that sent it, where the package names one. */
  sender?: string;
}

/** A file that came along and was not taken, and why, in words. */
export interface RefusedFile {
  name: string;
  why: string;
}

/** A file of a document, with the package in which it came. */
export interface BroughtFile extends FileSeen {
  origin?: FileOrigin;
}
