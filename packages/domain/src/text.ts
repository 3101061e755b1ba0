import * as v from 'valibot';

/** Unicode NFC, inner white space of a line folded, ends trimmed. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** Text without accents, case or đ, for search: "Đắk Song" and "dak song" fold to the same. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐÐð]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** True where every word of the query occurs in the folded text, in any order, accents or not. */
export function matches(folded: string, query: string): boolean {
  return fold(query)
    .split(' ')
    .every((word) => folded.includes(word));
}

/**
 * Schema of a text field: NFC, trimmed, at least one character, at most `most`.
 * @param what the field's Vietnamese name, as the error says it
 */
export function text(what: string, most: number) {
  return v.pipe(
    v.string(`${what} phải là chữ.`),
    v.maxLength(most * 4, `${what} quá dài: tối đa ${most} ký tự.`),
    v.transform(tidy),
    v.minLength(1, `${what} đang trống. Hãy ghi ${what.toLowerCase()}.`),
    v.maxLength(most, `${what} quá dài: tối đa ${most} ký tự.`),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    v.check((value) => !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(value), `${what} có ký tự điều khiển.`),
  );
}

/** An id as the product makes it: a prefix and letters or digits. */
export const id = v.pipe(
  v.string('Mã phải là chữ.'),
  v.regex(/^[a-z0-9][a-z0-9_.-]{0,79}$/, 'Mã không đúng dạng.'),
);
