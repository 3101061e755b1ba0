import { statisticsQuery } from '../queries.ts';
import { useQuery } from '../query.ts';
import { confirms, isOfficer, useSession } from '../session.tsx';

/**
 * How many reports wait for a decision of this person: of the own department for its officers and head, of the
 * whole Office for its leaders. Undefined for others and until it is known; never suspends.
 */
export function useAwaiting(): () => number | undefined {
  const session = useSession();
  const query = useQuery(() => ({
    ...statisticsQuery({ from: session.since, by: 'department' }),
    enabled: confirms(session),
    staleTime: 120_000,
  }));
  return () => {
    if (!query.isSuccess) return undefined;
    if (!isOfficer(session)) return query.data.awaiting;
    return query.data.rows.find((row) => row.unit.id === session.person.unit.id)?.awaiting;
  };
}
