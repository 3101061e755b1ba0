import { type NoticeKind, type NoticeWay, noticeKinds, type Preferences, wayOf } from '@tddh/domain/notice';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';

const shelf = 'preferences';

/** What a person has chosen; nothing before the first choice. */
export async function chosenBy(db: Db, personId: string): Promise<Preferences> {
  const { data } = await db.kept.get({ shelf, name: personId }).go({ consistent: true });
  return (data?.data ?? {}) as Preferences;
}

/** How the person is told of each kind now, and whether there is an address to write to. */
export async function preferencesOf(desk: Desk): Promise<Record<NoticeKind, NoticeWay>> {
  const chosen = await chosenBy(desk.db, desk.actor.id);
  const ways = noticeKinds.map((kind) => [kind, wayOf(kind, desk.actor.role, chosen)]);
  return Object.fromEntries(ways) as Record<NoticeKind, NoticeWay>;
}

/** Chooses for the person who asks, and for nobody else. */
export async function choose(desk: Desk, change: Preferences): Promise<Record<NoticeKind, NoticeWay>> {
  const given = Object.fromEntries(Object.entries(change).filter(([, way]) => way !== undefined));
  const data = { ...(await chosenBy(desk.db, desk.actor.id)), ...given };
  await desk.db.kept.put({ shelf, name: desk.actor.id, data }).go();
  return preferencesOf(desk);
}
