import { createContext, useContext } from 'react';
import type { Session } from '../api/request';

/** What the pages know of who is signed in. */
export interface SignedIn {
  session: Session;
  /** `reason` is shown on the page to sign in. */
  signOut: (reason?: string) => void;
}

export const SessionContext = createContext<SignedIn | null>(null);

/** The session, in a page that is shown only to who is signed in. */
export function useSession(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (signedIn === null) throw new Error('This page is for who is signed in.');
  return signedIn;
}
