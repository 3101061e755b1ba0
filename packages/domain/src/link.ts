import * as v from 'valibot';
import type { Day } from './day.ts';
import { day } from './dayrule.ts';
import { type NationalType, nationalTypes } from './national.ts';
import { id, text } from './text.ts';

/** What the province tells the national side. */
export const tellings = [
  'task.accepted',
  'task.assigned',
  'task.progress',
  'task.reported',
  'task.completed',
  'task.reopened',
  'task.recalled',
  'task.extended',
  'recall.refused',
] as const;
export type Telling = (typeof tellings)[number];

/**
 * What has a status code (domain.md, The national link), and where in the life of an assignment it arises:
 * `document.arrived` (01) acknowledges a package of the document axis, a message is answered by 202 alone; `task.refused`
 * (02) where every assignment of a task was cancelled as entered by mistake; `task.accepted` (03), `task.assigned` (04),
 * `task.progress`, `.reported`, `.reopened`, `.extended` (05) and `task.completed` (06) as they happen; `recall.asked`
 * (13) comes from the other side and is understood in an edXML status message and in the `status` of a message: we issue
 * them no documents, so we ask for none back; `task.recalled` (15) agrees, where the last that was open is recalled;
 * `recall.refused` (16) where everything was done when the recall came.
 */
export const statusNames = [...tellings, 'document.arrived', 'task.refused', 'recall.asked'] as const;
export type StatusName = (typeof statusNames)[number];

/** A national agency code (QĐ 20/2020/QĐ-TTg) of a unit, while it is valid: old and new codes stand side by side. */
export interface AgencyCode {
  code: string;
  unitId: string;
  from?: Day;
  /** The last day on which it is valid. */
  to?: Day;
}

/**
 * The document axis (edXML of QCVN 102:2016), where documents are pulled and acknowledged and their senders answered
 * by status messages and replies. The paths are those under which the axis answers.
 */
export interface Axis {
  url: string;
  /** Our agency code and name, and the code of whom we answer. */
  organId: string;
  organName: string;
  partnerId: string;
  list: string;
  get: string;
  done: string;
  send: string;
}

/** A link to a national system, as the administrator configures it. */
export interface Link {
  id: string;
  name: string;
  /** Messages go out and come in; paused ones wait, nothing is lost. */
  paused: boolean;
  /** Documents land as drafts, or are assigned at once. */
  land: 'draft' | 'at-once';
  /** The field in which documents land; its department decides. */
  fieldId?: string;
  /** Where ours are sent; nothing is sent without it. */
  target?: string;
  /** The document axis; absent or null where none is used. */
  axis?: Axis | null;
  /** Allows a target on a private or loopback address. */
  allowPrivate: boolean;
  /** Days after which what cannot be delivered is parked. */
  parkAfterDays: number;
  codes: readonly AgencyCode[];
  /** Their names of messages, where they are not ours. */
  types: Readonly<Record<string, NationalType>>;
  /** Where our fields stand in their data: our name to their dotted path. */
  fields: Readonly<Record<string, string>>;
  /** The status code of each. */
  statuses: Readonly<Record<StatusName, string>>;
}

/** The link with which every table starts: the public status codes of the document axis (domain.md). */
export const defaultLink: Link = {
  id: 'national',
  name: 'Hệ thống theo dõi nhiệm vụ của Văn phòng Chính phủ',
  paused: false,
  land: 'draft',
  allowPrivate: false,
  parkAfterDays: 3,
  codes: [],
  types: {},
  fields: {},
  statuses: {
    'task.accepted': '03',
    'task.assigned': '04',
    'task.progress': '05',
    'task.reported': '05',
    'task.completed': '06',
    'task.reopened': '05',
    'task.recalled': '15',
    'task.extended': '05',
    'document.arrived': '01',
    'task.refused': '02',
    'recall.asked': '13',
    'recall.refused': '16',
  },
};

const path = v.pipe(text('Đường dẫn trường', 200), v.regex(/^[\w$-]+(\.[\w$-]+)*$/, 'Đường dẫn chưa đúng.'));
const code = v.pipe(
  text('Mã đơn vị', 35),
  v.regex(
    /^[A-Z0-9]+(\.[A-Z0-9]+)*$/i,
    'Mã gồm các nhóm chữ, số cách nhau bằng dấu chấm (QĐ 20/2020/QĐ-TTg).',
  ),
);

const address = (name: string) =>
  v.pipe(
    text(name, 500),
    v.check(
      (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol),
      'Địa chỉ phải là http(s)://…',
    ),
  );
const place = (name: string) =>
  v.optional(v.pipe(text(name, 100), v.regex(/^[\w./-]+$/, 'Tên lệnh chưa đúng.')), name);
const axis = v.strictObject({
  url: address('Địa chỉ trục'),
  organId: code,
  organName: text('Tên cơ quan', 200),
  partnerId: code,
  list: place('getReceivedEdocList'),
  get: place('getEdoc'),
  done: place('updateStatus'),
  send: place('sendEdoc'),
});

/** What an administrator may change of a link. */
export const linkChange = v.partial(
  v.strictObject({
    name: text('Tên kết nối', 200),
    paused: v.boolean(),
    land: v.picklist(['draft', 'at-once'], 'Chọn draft hoặc at-once.'),
    fieldId: id,
    /** Null takes it out. */
    target: v.nullable(address('Địa chỉ nhận')),
    axis: v.nullable(axis),
    allowPrivate: v.boolean(),
    parkAfterDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)),
    codes: v.pipe(
      v.array(v.strictObject({ code, unitId: id, from: v.optional(day), to: v.optional(day) })),
      v.maxLength(2000),
    ),
    types: v.record(text('Tên loại', 120), v.picklist(nationalTypes, 'Loại thông điệp không đúng.')),
    fields: v.record(v.string(), path),
    statuses: v.partial(
      v.strictObject(
        Object.fromEntries(statusNames.map((t) => [t, text('Mã trạng thái', 10)])) as Record<
          StatusName,
          ReturnType<typeof text>
        >,
      ),
    ),
  }),
);
/** Maps to try on messages that came before, without keeping them. */
export const linkMaps = v.strictObject({
  types: linkChange.entries.types.wrapped,
  fields: linkChange.entries.fields.wrapped,
  codes: linkChange.entries.codes.wrapped,
  statuses: linkChange.entries.statuses,
});
export type LinkChange = v.InferOutput<typeof linkChange>;

/**
 * The unit of an agency code on a day; undefined where no code is valid then. A unit's own id serves as its code where
 * the link names none for it.
 */
export function unitOfCode(
  link: Pick<Link, 'codes'>,
  units: readonly { id: string }[],
  code: string,
  on: Day,
): string | undefined {
  const named = link.codes.find((c) => c.code === code && validOn(c, on));
  return named?.unitId ?? units.find((u) => u.id === code)?.id;
}

/** The agency code of a unit on a day, else its id. */
export function codeOfUnit(link: Pick<Link, 'codes'>, unitId: string, on: Day): string {
  return link.codes.find((c) => c.unitId === unitId && validOn(c, on))?.code ?? unitId;
}

function validOn({ from, to }: AgencyCode, on: Day): boolean {
  return (!from || from <= on) && (!to || on <= to);
}

/** Their data in our names, by the link's field map; what is not mapped is taken as it stands. */
export function mapped(link: Pick<Link, 'fields'>, data: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = { ...data };
  for (const [ours, theirs] of Object.entries(link.fields)) {
    const value = theirs
      .split('.')
      .reduce<unknown>(
        (at, key) => (at && typeof at === 'object' ? (at as Record<string, unknown>)[key] : undefined),
        data,
      );
    if (value !== undefined) out[ours] = value;
  }
  return out;
}
