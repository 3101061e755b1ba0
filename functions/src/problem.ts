import { Refusal, type RefusalCode } from '@tddh/domain/refusal';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { logger } from './log.ts';

/** The one table from codes to HTTP status. */
const statuses: Record<RefusalCode, ContentfulStatusCode> = {
  unauthenticated: 401,
  bad_credentials: 401,
  factor_needed: 401,
  session_locked: 401,
  factor_owed: 403,
  account_stale: 403,
  wrong_password: 422,
  bad_signature: 401,
  forbidden: 403,
  wrong_origin: 403,
  not_found: 404,
  state_forbids: 409,
  lost_race: 409,
  document_exists: 409,
  name_taken: 409,
  already_set_up: 409,
  idempotency_mismatch: 409,
  event_mismatch: 409,
  revision_changed: 412,
  too_large: 413,
  not_json: 415,
  invalid: 422,
  secret_document: 422,
  bad_file: 422,
  bad_cursor: 422,
  unreadable: 400,
  bad_link: 410,
  locked: 423,
  too_many_attempts: 429,
  busy: 503,
};

/** An RFC 9457 problem: stable `code`, Vietnamese `title` and `detail`, and the faults of the input. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: RefusalCode | 'internal';
  requestId: string;
  errors?: { path: string; message: string }[];
}

/** Answers any error as a problem; what is no refusal is logged once, with its request id and without its values. */
export function problem(error: Error, c: Context): Response {
  const requestId = String(c.get('requestId') ?? '');
  const refusal = error instanceof HTTPException ? translate(error) : error;
  if (!(refusal instanceof Refusal)) {
    logger.error('unexpected', { requestId, path: c.req.path, reason: safe(error) });
    const detail = `Hệ thống gặp lỗi khi xử lý, dữ liệu chưa thay đổi. Hãy thử lại; nếu vẫn lỗi, báo phòng HC-QT mã ${requestId}.`;
    return answer(c, {
      type: 'about:blank',
      title: 'Lỗi hệ thống',
      status: 500,
      detail,
      code: 'internal',
      requestId,
    });
  }
  if (refusal.retryAfter !== undefined) c.header('retry-after', String(refusal.retryAfter));
  const { code, message, faults } = refusal;
  return answer(c, {
    ...{
      type: `urn:tddh:problem:${code}`,
      title: message,
      status: statuses[code],
      detail: message,
      code,
      requestId,
    },
    ...(faults.length > 0 ? { errors: [...faults] } : {}),
  });
}

function answer(c: Context, body: Problem): Response {
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
}

/** What Hono itself refuses: a body that is no JSON. */
function translate(error: HTTPException): Refusal | Error {
  if (error.status === 400) {
    const message = 'Nội dung gửi lên không phải JSON đúng dạng. Hãy kiểm tra rồi gửi lại.';
    return new Refusal('unreadable', message, [{ path: '', message }]);
  }
  if (error.status === 413)
    return new Refusal('too_large', 'Nội dung gửi lên quá lớn (tối đa 2 MB). Hãy chia nhỏ.');
  return error;
}

/** An error without the request that it may carry: never a body, a token or a name. */
function safe(error: Error): { name: string; message: string; stack?: string } {
  const { name, message, stack } = error;
  return {
    name,
    message: message.slice(0, 500),
    ...(stack ? { stack: stack.split('\n').slice(0, 8).join('\n') } : {}),
  };
}
