import type { Desk } from '@tddh/core/desk';
import { releaseLease, takeLease } from '@tddh/core/lease';
import { attachWaiting } from '@tddh/core/national/attachments';
import type { Answer } from '@tddh/core/national/deliver';
import { takePackage } from '@tddh/core/national/packages';
import { workInbound } from '@tddh/core/national/work';
import type { Axis, Link, Telling } from '@tddh/domain/link';
import { Refusal } from '@tddh/domain/refusal';
import { exchange, judge, type Limits, post } from './outward.ts';
import { secret } from './secret.ts';
import { secretsFor, sign } from './signed.ts';

/** Packages that one run takes at most: what is left is taken by the next. */
const most = 20;
const mostBytes = 45 * 1024 * 1024;
const lease = 'axis';
const leaseSeconds = 120;

/**
 * Pulls what the document axis holds for us: each package is read, stored and worked, and only then acknowledged.
 * What a crash left unacknowledged comes again and has no second effect.
 * @returns how many were new, and why the run ended early, where it did
 */
export async function pull(desk: Desk, link: Link): Promise<{ taken: number; error?: string }> {
  const { axis } = link;
  if (!axis || link.paused) return { taken: 0 };
  const holder = desk.newId('run');
  if (!(await takeLease(desk.db, lease, holder, new Date(), leaseSeconds))) return { taken: 0 };
  let taken = 0;
  try {
    // What an earlier run stored counts before the next version of its document is numbered; where another run works
    // the queue, the next minute is soon enough.
    if ((await workInbound(desk)).held) return { taken };
    await attachWaiting(desk);
    const { outbound } = await secretsFor(desk.db, link.id, secret, new Date());
    if (outbound.length === 0) return { taken, error: 'Chưa có khóa ký thông điệp gửi đi.' };
    const ask = asker(link, axis, outbound);
    const list = await ask('GET', axis.list, { organId: axis.organId });
    if (list.error !== undefined) return { taken, error: list.error };
    for (const id of idsOf(list.body).slice(0, most)) {
      const one = await ask('GET', axis.get, { docId: id }, mostBytes);
      if (one.error !== undefined) return { taken, error: one.error };
      const { fresh } = await takePackage(desk, link, id, one.body, await headOf(link, one.body));
      if (fresh) taken += 1;
      if ((await workInbound(desk)).held) return { taken };
      await attachWaiting(desk);
      const done = await ask('POST', axis.done, { docId: id, status: link.statuses['document.arrived'] });
      if (done.error !== undefined) return { taken, error: done.error };
    }
    return { taken };
  } finally {
    await releaseLease(desk.db, lease, holder);
  }
}

/** A package as it is read, or in words why it cannot be read. */
async function headOf(link: Link, xml: string) {
  const { readDocument } = await import('@tddh/forms/edxml/document');
  try {
    const asked = await recallAsked(link, xml);
    if (asked) return asked;
    return readDocument(xml);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** A status message that asks for a recall, as the recall of the document that it names. */
async function recallAsked(link: Link, xml: string) {
  if (!/Status>/.test(xml.slice(0, 5000)) || /MessageHeader>/.test(xml.slice(0, 5000))) return undefined;
  const { readStatus } = await import('@tddh/forms/edxml/answer');
  const { statusCode, description, from, responseFor } = readStatus(xml);
  if (statusCode !== link.statuses['recall.asked'])
    return `Thông điệp trạng thái ${statusCode}: ${description}`;
  const { documentId, number } = responseFor;
  return {
    ...{ documentId, number: number || documentId, issuedOn: null, type: '', subject: '', from },
    ...{ business: 1, concerns: [documentId] },
    ...(description ? { reason: description } : {}),
  };
}

/** Asks the axis, signed like every message of ours: a question by its path, a post by its body. */
function asker(link: Link, axis: Axis, secrets: readonly string[]) {
  return async (
    method: 'GET' | 'POST',
    place: string,
    values: Record<string, string>,
    mostBytes = 1_000_000,
  ) => {
    const path = method === 'GET' ? `${place}?${new URLSearchParams(values)}` : place;
    const body = method === 'GET' ? '' : JSON.stringify(values);
    const message = { id: `axis_${Date.now()}_${Math.random().toString(36).slice(2)}`, at: new Date() };
    const headers = await sign(secrets, { ...message, body: body || path });
    const going = { method, headers, body, allowInner: link.allowPrivate, mostBytes, timeout: 30_000 };
    const told = await exchange(`${axis.url.replace(/\/$/, '')}/${path}`, going);
    if (told.error !== undefined) return told;
    return told.status >= 200 && told.status < 300
      ? { body: told.body, error: undefined }
      : { error: `Trục trả lời ${told.status}.` };
  };
}

/** Asks the axis what it holds for us and takes nothing: whether address, codes and secret are right. It never throws. */
export async function tryAxis(link: Link, secrets: readonly string[]): Promise<Answer> {
  if (!link.axis) return { ok: false, error: 'Chưa ghi địa chỉ trục.' };
  const { list, organId } = link.axis;
  const told = await asker(link, link.axis, secrets)('GET', list, { organId });
  return told.error === undefined ? { ok: true } : { ok: false, error: told.error };
}

/** Ids of a list: `[{docId}]`, as it stands or under `items`. What is no list holds none. */
function idsOf(body: string): string[] {
  let list: unknown;
  try {
    list = JSON.parse(body);
  } catch {
    return [];
  }
  const items = Array.isArray(list) ? list : (list as { items?: unknown } | null)?.items;
  if (!Array.isArray(items)) return [];
  const ids = items.map((one) => (one as { docId?: unknown } | null)?.docId);
  return ids.filter((id): id is string => typeof id === 'string' && /^[\x21-\x7e]{1,180}$/.test(id));
}

const descriptions: Record<Telling, string> = {
  'task.accepted': 'Đã tiếp nhận',
  'task.assigned': 'Đã giao đơn vị thực hiện',
  'task.progress': 'Đang xử lý',
  'task.reported': 'Đơn vị đã báo cáo kết quả',
  'task.completed': 'Đã hoàn thành',
  'task.reopened': 'Xử lý lại',
  'task.recalled': 'Đã thu hồi',
  'task.extended': 'Đã điều chỉnh hạn',
  'recall.refused': 'Không thu hồi được vì đã hoàn thành',
};

interface Told {
  type: Telling;
  time: string;
  data: {
    taskId: string;
    status: string;
    agency: { name: string };
    result?: string;
    documentNumber?: string;
    documentDate?: string;
    document?: { number: string; issuedOn: string };
  };
}

/**
 * What a message says, as edXML: a report by a document of its own is a reply, everything else a status message; both
 * name the document that they answer, and the task where the nation named one.
 */
export async function edxmlOf(axis: Axis, body: string): Promise<string> {
  const { writeReply, writeStatus } = await import('@tddh/forms/edxml/answer');
  const { type, time, data } = JSON.parse(body) as Told;
  const whole = /^([^,]+),(\d{4})\/(\d\d)\/(\d\d),(.+)$/.exec(data.taskId);
  const [, organId = axis.partnerId, y, m, d, number = data.document?.number ?? ''] = whole ?? [];
  const issuedOn = whole ? `${y}-${m}-${d}` : (data.document?.issuedOn ?? '');
  const responseFor = {
    ...{ organId, number, issuedOn },
    documentId: whole ? data.taskId : `${organId},${issuedOn.replaceAll('-', '/')},${number}`,
    ...(whole ? {} : { taskCode: data.taskId }),
  };
  const from = { id: axis.organId, name: axis.organName };
  const at = new Date(time);
  if (type === 'task.reported' && data.documentNumber && data.documentDate) {
    const own = { number: data.documentNumber, issuedOn: data.documentDate, type: 'Báo cáo' };
    const subject = (data.result ?? '').slice(0, 500);
    return writeReply({ responseFor, from, to: { id: organId, name: '' }, ...own, subject, at });
  }
  const description = `${descriptions[type]}: ${data.agency.name}`;
  return writeStatus({ responseFor, from, statusCode: data.status, description, at });
}

/** Sends a message of ours over the axis, where the link has one, else to its target. */
export async function tell(
  link: Link,
  secrets: readonly string[],
  message: { id: string; at: Date; body: string },
  limits: Limits = {},
): Promise<Answer> {
  const { axis, target, allowPrivate } = link;
  if (target && !(axis && /^\S+,\d{4}\/\d\d\/\d\d,/.test(subjectOf(message.body)))) {
    return post(target, await sign(secrets, message), message.body, allowPrivate, limits);
  }
  if (!axis) return { ok: false, error: 'Chưa có địa chỉ nhận.' };
  const body = await edxmlOf(axis, message.body);
  const headers = { ...(await sign(secrets, { ...message, body })), 'content-type': 'application/xml' };
  const url = `${axis.url.replace(/\/$/, '')}/${axis.send}`;
  const going = { method: 'POST' as const, headers, body, allowInner: allowPrivate, ...limits };
  const told = await exchange(url, going);
  return told.error === undefined ? judge(told.status, told.retryAfter) : { ok: false, error: told.error };
}

const subjectOf = (body: string) => (JSON.parse(body) as { subject?: string }).subject ?? '';
