import { t } from '../../words/words.ts';

/** A word of a detail that stands alone: not part of an address, a path or a file's name. */
const token = /(?<![\p{L}\p{N}@./_-])[A-Za-z][\w-]*(?![\p{N}@/_-]|\.\w)/gu;

/**
 * The detail of an entry of the log as people read it. The log keeps the names that the code gives to fields, roles and
 * reasons; here they are said in words, and ids by the names of what they stand for.
 */
export function sayDetail(detail: string | undefined, nameOf: (id: string) => string | undefined): string {
  return (detail ?? '')
    .replaceAll(/["{}]/g, '')
    .replaceAll(token, (word) => wordOf(word) ?? nameOf(word) ?? word);
}

/** What the log calls a word; undefined where it has none for it. */
function wordOf(word: string): string | undefined {
  for (const group of ['audit.parts', 'settings', 'role']) {
    const said = t(`${group}.${word}` as 'audit.title');
    if (typeof said === 'string' && said) return said;
  }
  return undefined;
}
