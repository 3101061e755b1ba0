import { type Accessor, type JSX, Match, Switch } from 'solid-js';
import { ErrorBox, Skeleton } from '../../../parts/states.tsx';
import { useQuery } from '../../../query.ts';
import { type LinkState, national } from './requests.ts';

/** How often the pages of the link ask again, in milliseconds. */
export const every = 15_000;

/** How the link stands, asked again and again. */
export function useLink() {
  return useQuery(() => ({
    queryKey: ['national', 'state'],
    queryFn: national.state,
    refetchInterval: every,
  }));
}

/** What shows how the link stands, or why that cannot be told. */
export function OfLink(props: { children: (state: Accessor<LinkState>) => JSX.Element }) {
  const query = useLink();
  return (
    <Switch fallback={<Skeleton lines={8} height={32} />}>
      <Match when={query.isError}>
        <ErrorBox error={query.error} retry={() => void query.refetch()} />
      </Match>
      <Match when={query.isSuccess && query.data}>{(data) => props.children(data)}</Match>
    </Switch>
  );
}
