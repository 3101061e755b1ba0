import { createContext, type JSX, useContext } from 'solid-js';
import type { Session } from './shapes.ts';

const Context = createContext<() => Session>();

export function SessionProvider(props: { session: Session; children: JSX.Element }) {
  return <Context.Provider value={() => props.session}>{props.children}</Context.Provider>;
}

/** Who is signed in, and the business day. Only below the frame of the signed-in pages. */
export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('useSession stands outside SessionProvider');
  return session();
}

/** True for the roles of an agency, which see and act on their own assignments only. */
export function isAgency(session: Session): boolean {
  return session.person.role.startsWith('agency-');
}

/** True for who enters documents and confirms reports. */
export function isOfficer(session: Session): boolean {
  return session.person.role === 'officer' || session.person.role === 'department-head';
}

/** True for who may decide on reports. */
export function confirms(session: Session): boolean {
  return isOfficer(session) || session.person.role === 'office-leader';
}
