import { type JSX, Match, Switch } from 'solid-js';
import { ErrorBox, Skeleton } from './states.tsx';

/** What this part needs of a query. */
interface Query<T> {
  isSuccess: boolean;
  isError: boolean;
  data: T | undefined;
  error: unknown;
  refetch: () => Promise<unknown>;
}

/** The answer of a query, its failure with a way to try again, or the shape of what is coming. Never suspends. */
export function Answered<T>(props: {
  query: Query<T>;
  waiting?: JSX.Element;
  children: (data: () => NonNullable<T>) => JSX.Element;
}) {
  return (
    <Switch fallback={props.waiting ?? <Skeleton />}>
      <Match when={props.query.isSuccess && props.query.data}>
        {(data) => props.children(data as () => NonNullable<T>)}
      </Match>
      <Match when={props.query.isError}>
        <ErrorBox error={props.query.error} retry={() => void props.query.refetch()} />
      </Match>
    </Switch>
  );
}
