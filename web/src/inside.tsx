import { type RouteSectionProps, useLocation, useNavigate } from '@solidjs/router';
import { createEffect, Match, on, Switch } from 'solid-js';
import { api, onSignedOut } from './api.ts';
import { untilUnlocked, watchIdle } from './lock.ts';
import { Lock } from './parts/lock.tsx';
import { Shell } from './parts/shell.tsx';
import { ErrorBox, Region } from './parts/states.tsx';
import { Problem } from './problem.ts';
import { client, sessionQuery } from './queries.ts';
import { useQuery } from './query.ts';
import { SessionProvider } from './session.tsx';

/** Only for who is signed in: others go to the sign-in page, and come back to where they wanted to be. */
export function Inside(props: RouteSectionProps) {
  const session = useQuery(sessionQuery);
  const location = useLocation();
  const navigate = useNavigate();
  const leave = (ended: boolean) => {
    client.removeQueries();
    const back = location.pathname + location.search;
    const query = new URLSearchParams({
      ...(back === '/' ? {} : { ve: back }),
      ...(ended ? { het: '1' } : {}),
    });
    navigate(`/dang-nhap${query.size > 0 ? `?${query}` : ''}`, { replace: true });
  };
  const refused = () => session.error instanceof Problem && session.error.status === 401;
  onSignedOut(() => leave(true));
  createEffect(() => refused() && leave(session.isRefetchError));
  createEffect(() => {
    if (session.data?.owes && location.pathname !== '/tai-khoan') navigate('/tai-khoan', { replace: true });
  });
  watchIdle(
    () => session.data?.idleMinutes,
    () => void api.session().catch(() => undefined),
    () => {
      void untilUnlocked();
      void api.lock().catch(() => undefined);
    },
  );
  createEffect(
    on(
      () => location.pathname,
      () => {
        const main = document.getElementById('main');
        // A page that has put the focus into a field keeps it there.
        if (main?.contains(document.activeElement?.closest('input, textarea, select') ?? null)) return;
        main?.focus({ preventScroll: true });
      },
      { defer: true },
    ),
  );

  return (
    <>
      <Switch>
        <Match when={session.isSuccess && session.data}>
          {(data) => (
            <SessionProvider session={data()}>
              <Shell>
                <Region>{props.children}</Region>
              </Shell>
            </SessionProvider>
          )}
        </Match>
        <Match when={session.isError && !refused()}>
          <ErrorBox error={session.error} retry={() => void session.refetch()} />
        </Match>
      </Switch>
      <Lock leave={() => leave(false)} />
    </>
  );
}
