import { createHash, createHmac } from 'node:crypto';
import { addDays, dayOf, showDay } from '@tddh/domain/day';
import { Refusal } from '@tddh/domain/refusal';
import type { BodyOf } from '@tddh/domain/verbs';
import { catalogOf } from './catalog.ts';
import { change, load } from './change.ts';
import { Conflict, commit, put, type Write } from './commit.ts';
import type { Desk } from './desk.ts';
import { itemOf } from './item.ts';
import { originMark } from './mail.ts';
import { personOf } from './people.ts';
import { ownSecret } from './seal.ts';
import { actorOf } from './session.ts';

const validDays = 7;
const keptDays = 37;

/** The page that a link opens; the token stands behind `#`, so that no server and no log is told it. */
export const linkPage = '/bao-cao';

/**
 * A link by which this person may report on this assignment, once and within 7 days, as the last lines of a letter.
 * The token follows from the letter's key and a secret of the product: an attempt that is repeated has the same one,
 * and it stands nowhere but in the mail.
 */
export async function makeLink(
  desk: Desk,
  letterKey: string,
  assignmentId: string,
  personId: string,
): Promise<string> {
  const secret = await ownSecret(desk.db, 'report-link');
  const token = createHmac('sha256', secret).update(letterKey).digest('base64url');
  const until = new Date(desk.now.getTime() + validDays * 86_400_000);
  const expiresAt = Math.floor(desk.now.getTime() / 1000) + keptDays * 86_400;
  const row = { linkHash: hashOf(token), assignmentId, personId, until: until.toISOString(), expiresAt };
  await commit(desk.db, [put(desk.db.links.create(row).params())]).catch((error) => {
    if (!(error instanceof Conflict)) throw error;
  });
  const last = showDay(addDays(dayOf(desk.now), validDays));
  return `\n\nBáo cáo ngay, không cần đăng nhập (dùng một lần, đến ${last}; đừng chuyển thư này cho người khác):\n${originMark}${linkPage}#${token}`;
}

/** What a link opens: the assignment in short, and who reports. @throws Refusal `bad_link` */
export async function openLink(desk: Desk, token: string) {
  const { link, person } = await valid(desk, token);
  const [a, { settings }] = await Promise.all([load(desk.db, link.assignmentId), catalogOf(desk.db)]);
  if (!a) throw unknown();
  const lens = { today: desk.today, asOf: desk.today, clock: 'report' as const, calendar: settings.calendar };
  const { content, agency, dueOn, document, state, cureOn } = itemOf(a, lens);
  return {
    ...{ content, agency, dueOn, document, state, until: link.until, person: { name: person.name } },
    ...(cureOn ? { cureOn } : {}),
  };
}

/**
 * Files the report of a link, as the person to whom it was sent; the link is used up in the same transaction.
 * @throws Refusal `bad_link`, and what the verb `report` refuses: then the link still holds
 */
export async function reportByLink(desk: Desk, token: string, body: BodyOf<'report'>): Promise<void> {
  const { link, person } = await valid(desk, token);
  const acting = { ...desk, actor: actorOf(person) };
  try {
    await change(acting, link.assignmentId, { verb: 'report', body }, { also: [use(desk, link)] });
  } catch (error) {
    // A twin that was first has used the link up: that says more than that the state forbids it.
    if (error instanceof Refusal) await valid(desk, token);
    throw error;
  }
}

type Link = { linkHash: string; assignmentId: string; personId: string; until: string; expiresAt: number };

async function valid(desk: Desk, token: string) {
  const { data: link } = await desk.db.links.get({ linkHash: hashOf(token) }).go({ consistent: true });
  if (!link) throw unknown();
  if (link.usedAt) throw bad('Liên kết này đã được dùng để báo cáo. Muốn xem hoặc sửa, hãy đăng nhập.');
  if (link.until <= desk.now.toISOString()) {
    throw bad('Liên kết này đã hết hạn (7 ngày). Hãy đăng nhập để báo cáo.');
  }
  const person = await personOf(desk.db, link.personId);
  if (!person || person.disabled) throw unknown();
  return { link, person };
}

function use(desk: Desk, link: Link): Write {
  const { linkHash, assignmentId, personId, until, expiresAt } = link;
  return put(
    desk.db.links
      .put({ linkHash, assignmentId, personId, until, expiresAt, usedAt: desk.now.toISOString() })
      .where((row, op) => op.notExists(row.usedAt))
      .params(),
  );
}

const bad = (message: string) => new Refusal('bad_link', message);
const unknown = () =>
  bad('Liên kết không đúng. Hãy mở lại từ thư, chép đủ cả địa chỉ, hoặc đăng nhập để báo cáo.');

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** For tests: the token in the text of a letter. */
export function tokenIn(text: string): string {
  return /\/bao-cao#([\w-]+)/.exec(text)?.[1] ?? '';
}
