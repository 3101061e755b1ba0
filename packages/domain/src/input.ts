import * as v from 'valibot';
import { type Fault, Refusal } from './refusal.ts';

/**
 * Reads an input by its schema.
 * @returns the value, or a refusal `invalid` with one fault per place: a dotted path and a Vietnamese sentence
 */
export function readInput<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> | Refusal {
  const read = v.safeParse(schema, input, { message: (issue) => message(issue) });
  if (read.success) return read.output;
  const faults: Fault[] = [];
  for (const issue of read.issues) {
    const path = v.getDotPath(issue) ?? '';
    if (!faults.some((fault) => fault.path === path)) faults.push({ path, message: issue.message });
  }
  return new Refusal('invalid', 'Thông tin gửi lên chưa đúng. Hãy xem lại những chỗ được nêu.', faults);
}

/** What a schema that has no sentence of its own says. */
function message(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === 'never') return 'Mẫu không có mục này. Hãy bỏ đi.';
  if (issue.received === 'undefined') return 'Chưa ghi mục này. Hãy bổ sung.';
  return words[issue.type] ?? 'Giá trị này không đúng.';
}

const words: Readonly<Record<string, string>> = {
  strict_object: 'Cần một đối tượng với các trường của mẫu.',
  array: 'Cần một danh sách.',
  boolean: 'Chỉ nhận true hoặc false.',
  number: 'Cần một số.',
  integer: 'Cần một số nguyên.',
  min_value: 'Số này quá nhỏ.',
  max_value: 'Số này quá lớn.',
  max_length: 'Quá dài.',
};
