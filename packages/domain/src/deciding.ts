import type { Assignment } from './assignment.ts';
import { may, type Subject } from './permission.ts';
import type { Actor } from './person.ts';

/**
 * Who is told that an extension was asked: of those who may decide it the ones with the assignment's field, else the
 * chief, else all of them.
 */
export function decidersOf<T extends Actor & { chief?: boolean }>(
  people: readonly T[],
  a: Subject & Pick<Assignment, 'fieldId'>,
): readonly T[] {
  const able = people.filter((person) => may(person, 'grant', a));
  const own = able.filter((person) => person.fields.includes(a.fieldId));
  if (own.length > 0) return own;
  const chiefs = able.filter((person) => person.chief);
  return chiefs.length > 0 ? chiefs : able;
}
