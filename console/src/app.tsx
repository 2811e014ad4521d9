import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ApiProblem } from './api/api-problem';
import type { Session } from './api/request';
import { Catch } from './catch';
import { Frame } from './frame';
import { Pages } from './pages';
import { SessionContext } from './session/use-session';
import { sessionStore } from './session/session-store';
import { SignIn } from './session/sign-in';

const ENDED = 'The token is no longer valid. Sign in with another one.';

/** The console: the page to sign in, or all the others. */
export function App(): ReactNode {
  const [session, setSession] = useState(() => sessionStore.read());
  const [path] = useLocation();
  const [reason, setReason] = useState<string | null>(null);

  const signIn = (given: Session): void => {
    sessionStore.keep(given);
    setSession(given);
  };
  const signOut = useCallback((why: string | null = null): void => {
    sessionStore.forget();
    setReason(why);
    setSession(null);
  }, []);
  // A new sign-in has a new cache: nothing of one workspace is ever shown in another.
  const client = useMemo(
    () => (session === null ? null : createClient(() => signOut(ENDED))),
    [session, signOut],
  );
  const signedIn = useMemo(() => (session === null ? null : { session, signOut }), [session, signOut]);

  if (signedIn === null || client === null) return <SignIn reason={reason} onSignIn={signIn} />;
  return (
    <QueryClientProvider client={client}>
      <SessionContext value={signedIn}>
        <Frame>
          <Catch path={path}>
            <Suspense fallback={<p className="page muted">Loading …</p>}>
              <Pages />
            </Suspense>
          </Catch>
        </Frame>
      </SessionContext>
    </QueryClientProvider>
  );
}

function createClient(onRefused: () => void): QueryClient {
  const onError = (error: unknown): void => {
    if (error instanceof ApiProblem && error.status === 401) onRefused();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) =>
          count < 2 && (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500),
      },
    },
  });
}
