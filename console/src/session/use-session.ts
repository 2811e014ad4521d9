import { createContext, useContext } from 'react';
import type { Session } from '../api/request';

/** The session as the pages see it. */
export interface SignedIn {
  session: Session;
  /** `reason` is shown on the sign-in page. */
  signOut: (reason?: string) => void;
}

export const SessionContext = createContext<SignedIn | null>(null);

/** The session, on a page that is shown only with a session. */
export function useSession(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (signedIn === null) throw new Error('This page needs a session.');
  return signedIn;
}
