import { Refusal } from '@tddh/domain/refusal';

/** A refusal of a file: `path` of its fault names the kind of trouble, the message says the way out. */
export function badFile(kind: string, message: string): Refusal {
  return new Refusal('bad_file', message, [{ path: kind, message }]);
}
