/** What the server refused, in words for people (RFC 9457); or that it could not be reached (`offline`). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: { path: string; message: string }[];
  readonly requestId: string;

  constructor(status: number, body: Partial<Omit<Problem, 'status'>>) {
    super(body.detail || body.title || body.code || String(status));
    this.status = status;
    this.code = body.code ?? (status === 0 ? 'offline' : 'unknown');
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.errors = body.errors ?? [];
    this.requestId = body.requestId ?? '';
  }

  /** The message for one field of a form, by its path in the body. */
  at(path: string): string | undefined {
    return this.errors.find((error) => error.path === path)?.message;
  }
}
