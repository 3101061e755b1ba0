import * as v from 'valibot';
import { day } from './dayrule.ts';
import { id, text } from './text.ts';
import { verbs } from './verbs.ts';

/** So many assignments are changed by one request at most. */
export const mostIds = 100;
const ids = v.pipe(
  v.array(id, 'Cần danh sách mã nhiệm vụ.'),
  v.minLength(1, 'Chọn ít nhất một nhiệm vụ.'),
  v.maxLength(mostIds, `Mỗi lần tối đa ${mostIds} nhiệm vụ.`),
);
const { files: _, ...reported } = verbs.report.entries;

/** What one assignment of many has of its own: its incoming document, where it is not the common one. */
const own = v.strictObject({
  id,
  result: v.optional(text('Kết quả', 4000)),
  documentNumber: v.optional(text('Số văn bản', 100)),
  documentDate: v.optional(day),
  reportedOn: v.optional(day),
});

/** Bodies of the verbs that take many assignments at once, with a result for each. */
export const bulk = {
  confirm: v.strictObject({ ids }),
  /** One reason for all. */
  return: v.strictObject({ ids, ...verbs.return.entries }),
  /** One message for all. */
  remind: v.strictObject({ ids, ...verbs.remind.entries }),
  /** Paper reports: one incoming document for all, and for some in `own` another one. */
  report: v.strictObject({
    ids,
    ...reported,
    own: v.optional(v.pipe(v.array(own), v.maxLength(mostIds, `Mỗi lần tối đa ${mostIds} nhiệm vụ.`)), []),
  }),
} as const;
export type BulkBody<K extends keyof typeof bulk> = v.InferOutput<(typeof bulk)[K]>;

/** The body of the report of one assignment out of many. */
export function reportOf(body: BulkBody<'report'>, assignmentId: string) {
  const { ids: _, own: all, ...common } = body;
  const { id: __, ...mine } = all.find((one) => one.id === assignmentId) ?? { id: assignmentId };
  return { ...common, ...mine };
}
