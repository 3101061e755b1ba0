import * as v from 'valibot';

/** The parts of the page of settings. */
export const settingGroups = ['work', 'paper', 'mail', 'access', 'files', 'record'] as const;
export type SettingGroup = (typeof settingGroups)[number];

/** How one figure is shown, and what it may be: `schema` refuses with a Vietnamese sentence. */
export type SettingRule = { group: SettingGroup } & (
  | { kind: 'whole'; least: number; most: number; schema: v.GenericSchema<unknown, number> }
  | { kind: 'days'; least: number; most: number; schema: v.GenericSchema<unknown, readonly number[]> }
  | { kind: 'switch'; schema: v.GenericSchema<unknown, boolean> }
  | { kind: 'text'; most: number; schema: v.GenericSchema<unknown, string> }
);

/** A whole number from `least` to `most`. @param name how the sentence of a refusal calls it */
export function whole(group: SettingGroup, name: string, least: number, most: number) {
  const message = `${name} là một số nguyên từ ${least} đến ${most}.`;
  const schema = v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(least, message),
    v.maxValue(most, message),
  );
  return { group, kind: 'whole', least, most, schema } as const;
}

/** Several whole numbers from `least` to `most` (such as 7, 3, 1 days before), at most six, each once. */
export function days(group: SettingGroup, name: string, least: number, most: number) {
  const message = `${name} gồm tối đa 6 số nguyên khác nhau từ ${least} đến ${most}.`;
  const one = v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(least, message),
    v.maxValue(most, message),
  );
  const schema = v.pipe(
    v.array(one, message),
    v.maxLength(6, message),
    v.check((list) => new Set(list).size === list.length, message),
  );
  return { group, kind: 'days', least, most, schema } as const;
}

/** On or off. */
export function yesNo(group: SettingGroup, name: string) {
  return { group, kind: 'switch', schema: v.boolean(`${name}: chỉ nhận true hoặc false.`) } as const;
}

/** A line of text of at most `most` characters that fits `pattern`. @param say what a refusal says */
export function line(group: SettingGroup, say: string, most: number, pattern: RegExp) {
  const schema = v.pipe(v.string(say), v.trim(), v.maxLength(most, say), v.regex(pattern, say));
  return { group, kind: 'text', most, schema } as const;
}
