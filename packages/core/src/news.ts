import type { DigestPart } from '@tddh/domain/digest';
import { newsOf } from '@tddh/domain/news';
import type { Preferences } from '@tddh/domain/notice';
import { put, type Write } from './commit.ts';
import type { Desk } from './desk.ts';
import type { Person } from './peoplerows.ts';

const shelf = 'digested';
/** How far back the first digest of a person looks. */
const mostDays = 7;
/** What the bus may still be telling is left for the next digest, so that nothing falls between two. */
const settled = 5 * 60_000;

/**
 * What a person was told since the last digest, and the write that remembers up to where: it belongs into the
 * transaction of the letter, so that nothing is told twice and nothing is left out.
 */
export async function newsSince(
  { db, now }: Desk,
  { id, role }: Person,
  chosen: Preferences,
): Promise<{ news: DigestPart | undefined; told: Write }> {
  const upTo = new Date(now.getTime() - settled).toISOString();
  const oldest = new Date(now.getTime() - mostDays * 86_400_000).toISOString();
  const { data } = await db.kept.get({ shelf, name: id }).go({ consistent: true });
  const before = (data?.data as string | undefined) ?? oldest;
  const from = before > oldest ? before : oldest;
  const page =
    from < upTo
      ? await db.notices.query
          .notice({ personId: id })
          .between({ at: from }, { at: upTo })
          .go({ pages: 'all' })
      : { data: [] };
  const happened = page.data.filter((row) => row.at >= from && row.at < upTo).map((row) => row.data);
  return {
    news: newsOf(happened, role, chosen),
    told: put(db.kept.put({ shelf, name: id, data: upTo > from ? upTo : from }).params()),
  };
}
