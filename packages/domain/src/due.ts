import { type Assignment, currentDue, pendingExtension } from './assignment.ts';
import { isOnTime } from './clock.ts';
import { type Context, one, type Steps, stateForbids } from './context.ts';
import { addDays, type Day, daysBetween, showDay } from './day.ts';
import { invalid, Refusal } from './refusal.ts';
import type { Settings } from './settings.ts';
import type { BodyOf } from './verbs.ts';

const state = (message: string) => new Refusal('state_forbids', message);

/** Why an extension cannot be asked for as things stand; undefined where it can. A page offers what can. */
export function extensionFault(
  a: Assignment,
  today: Day,
  { extensions: most }: Pick<Settings, 'extensions'>,
): Refusal | undefined {
  const due = currentDue(a);
  if (due === null) return state('Nhiệm vụ không có hạn nên không cần gia hạn.');
  if (pendingExtension(a)) return state('Đã có một đề nghị gia hạn đang chờ quyết định.');
  if (today > due) return state('Chỉ được đề nghị gia hạn trước khi hết hạn.');
  if (a.extensions.filter((x) => x.outcome !== 'refused').length >= most) {
    return state(`Mỗi nhiệm vụ được gia hạn tối đa ${most} lần theo đề nghị của đơn vị.`);
  }
  return undefined;
}

/** The agency asks for an extension before it is due, at most N times; its leader, or with the signed request's number. */
export function extend(
  a: Assignment,
  { dueOn, reason, requestNumber }: BodyOf<'extend'>,
  c: Context,
): Steps | Refusal {
  const fault = extensionFault(a, c.today, c.settings);
  if (fault) return fault;
  const due = currentDue(a)!;
  if (c.actor.role === 'agency-officer' && !requestNumber) {
    return invalid('requestNumber', 'Hãy ghi số văn bản đề nghị có chữ ký của lãnh đạo đơn vị.');
  }
  if (dueOn <= due) return invalid('dueOn', `Hạn mới phải sau hạn đang có (${showDay(due)}).`);
  const extension = {
    id: `ext_${a.extensions.length + 1}`,
    ...{ askedOn: c.today, dueOn, reason, by: c.actor.id },
    ...(requestNumber ? { requestNumber } : {}),
  };
  return one({ type: 'extension-asked', data: { extension }, reason });
}

/** The Office records who agreed to an extension, and the date granted, which may differ. */
export function grant(a: Assignment, body: BodyOf<'grant'>, c: Context): Steps | Refusal {
  const asked = pendingExtension(a);
  if (!asked) return state('Không có đề nghị gia hạn nào đang chờ quyết định.');
  const dueOn = body.dueOn ?? asked.dueOn;
  const due = currentDue(a);
  if (due === null) return state('Nhiệm vụ không còn hạn nên không gia hạn được. Hãy trả lời không đồng ý.');
  if (dueOn <= due) return invalid('dueOn', `Hạn mới phải sau hạn đang có (${showDay(due)}).`);
  const { agreedBy, reference } = body;
  return (
    ownRequest(asked.by, c) ??
    one({
      type: 'extension-granted',
      data: {
        extensionId: asked.id,
        due: {
          ...{ dueOn, on: c.today, kind: 'extension', askedOn: asked.askedOn, agreedBy },
          ...(reference ? { reference } : {}),
        },
      },
      reason: `${agreedBy}${reference ? ` (${reference})` : ''}`,
    })
  );
}

/** The Office refuses an extension, with a reason. */
export function refuse(a: Assignment, { reason }: BodyOf<'refuse'>, c: Context): Steps | Refusal {
  const asked = pendingExtension(a);
  if (!asked) return state('Không có đề nghị gia hạn nào đang chờ quyết định.');
  return (
    ownRequest(asked.by, c) ?? one({ type: 'extension-refused', data: { extensionId: asked.id }, reason })
  );
}

/** Resuming sets the due date, by default D plus the days paused; what was overdue when paused stays overdue. */
export function resume(a: Assignment, body: BodyOf<'resume'>, c: Context): Steps | Refusal {
  const pause = a.pauses.at(-1);
  if (a.status !== 'paused' || !pause) return stateForbids(a);
  const days = daysBetween(pause.on, c.today);
  const due = currentDue(a);
  const moved = due === null ? null : addDays(due, days);
  const dueOn = body.dueOn ?? moved;
  if (dueOn === null) return one({ type: 'resumed', data: { days } });
  const early = beforeIssue(a, dueOn, 'dueOn');
  if (early) return early;
  if (moved && dueOn > moved && !isOnTime(a, c.today, 'report')) {
    return invalid(
      'dueOn',
      `Nhiệm vụ đã quá hạn từ trước khi tạm dừng: hạn mới không được sau ${showDay(moved)}. Muốn dời hạn, hãy dùng “Điều chỉnh hạn” với văn bản căn cứ.`,
    );
  }
  return one({
    type: 'resumed',
    data: { days, due: { dueOn, on: c.today, kind: moved ? 'resumed' : 'moved' } },
  });
}

/** Refuses a due date before the document's issue day. */
export function beforeIssue(a: Assignment, dueOn: Day, path: string): Refusal | undefined {
  return dueOn < a.document.issuedOn
    ? invalid(path, `Hạn không được trước ngày ban hành văn bản (${showDay(a.document.issuedOn)}).`)
    : undefined;
}

function ownRequest(by: string, c: Context): Refusal | undefined {
  return by === c.actor.id
    ? new Refusal('forbidden', 'Người đề nghị không được tự quyết định đề nghị của mình.')
    : undefined;
}
