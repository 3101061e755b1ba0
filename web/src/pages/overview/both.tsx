import type { JSX } from 'solid-js';
import { Answered } from '../../parts/answered.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { statisticsQuery } from '../../queries.ts';
import { useQuery } from '../../query.ts';
import type { StatisticsQuery } from '../../statistics.ts';
import { Compare } from './compare.tsx';

/** Asks for both clocks and lays them side by side. */
export function Both(props: { query: StatisticsQuery; totalName: string; group: JSX.Element }) {
  const report = useQuery(() => statisticsQuery({ ...props.query, clock: 'report' }));
  const confirmation = useQuery(() => statisticsQuery({ ...props.query, clock: 'confirmation' }));
  return (
    <Answered query={report} waiting={<Skeleton lines={12} height={24} />}>
      {(one) => (
        <Answered query={confirmation} waiting={<Skeleton lines={12} height={24} />}>
          {(other) => (
            <Compare report={one()} confirmation={other()} totalName={props.totalName} group={props.group} />
          )}
        </Answered>
      )}
    </Answered>
  );
}
