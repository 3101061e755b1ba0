import { Match, Switch } from 'solid-js';
import { Page } from '../../parts/page.tsx';
import { ErrorBox, Skeleton } from '../../parts/states.tsx';
import { useQuery } from '../../query.ts';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { AxisForm } from './national/axisform.tsx';
import { Configuration } from './national/configuration.tsx';
import { Maps } from './national/mapsform.tsx';
import { ParkedLanes } from './national/parked.tsx';
import { Quarantine } from './national/quarantine.tsx';
import { national } from './national/requests.ts';
import { Secrets } from './national/secrets.tsx';
import { State } from './national/state.tsx';

/** The link to the national system: how it stands, what waits for a person, and its configuration. */
export function AdminNational() {
  const query = useQuery(() => ({
    queryKey: ['national', 'state'],
    queryFn: national.state,
    refetchInterval: 15_000,
  }));
  return (
    <Page title={t('national.title')} lead={t('national.lead')}>
      <Switch fallback={<Skeleton lines={10} height={32} />}>
        <Match when={query.isError}>
          <ErrorBox error={query.error} retry={() => void query.refetch()} />
        </Match>
        <Match when={query.isSuccess && query.data}>
          {(data) => (
            <div class={css.stack}>
              <State of={data()} />
              <Quarantine />
              <ParkedLanes />
              <Configuration of={data().link} />
              <AxisForm of={data().link} />
              <Maps of={data().link} />
              <Secrets of={data()} />
            </div>
          )}
        </Match>
      </Switch>
    </Page>
  );
}
