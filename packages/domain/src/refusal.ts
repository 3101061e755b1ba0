/** Every reason for which a rule, the work or a door may refuse. The list is closed: people and programs rely on it. */
export type RefusalCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'state_forbids'
  | 'lost_race'
  | 'revision_changed'
  | 'document_exists'
  | 'name_taken'
  | 'already_set_up'
  | 'idempotency_mismatch'
  | 'event_mismatch'
  | 'bad_signature'
  | 'invalid'
  | 'unreadable'
  | 'too_large'
  | 'not_json'
  | 'wrong_origin'
  | 'bad_cursor'
  | 'bad_credentials'
  | 'wrong_password'
  | 'factor_needed'
  | 'factor_owed'
  | 'session_locked'
  | 'account_stale'
  | 'bad_link'
  | 'locked'
  | 'too_many_attempts'
  | 'secret_document'
  | 'bad_file'
  | 'busy';

/** One thing that is wrong with an input: where (dotted path) and what to do about it, in Vietnamese. */
export interface Fault {
  path: string;
  message: string;
}

/** A clear no: a stable code, a Vietnamese sentence that says what to do, and the faults of the input if any. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly faults: readonly Fault[];
  /** Seconds after which trying again may help, where that is known. */
  readonly retryAfter: number | undefined;

  constructor(code: RefusalCode, message: string, faults: readonly Fault[] = [], retryAfter?: number) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.faults = faults;
    this.retryAfter = retryAfter;
  }
}

/** A refusal of one field of an input. */
export function invalid(path: string, message: string): Refusal {
  return new Refusal('invalid', message, [{ path, message }]);
}
