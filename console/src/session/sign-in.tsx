import { useState, type SubmitEvent, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Workspace } from '../api/dto';
import { request, type Session } from '../api/request';
import { ProblemNote } from '../shared/problem-note';
import './sign-in.css';

/** Asks for a workspace and a token, and checks them before it opens the session. */
export function SignIn({
  reason,
  onSignIn,
}: {
  reason: string | null;
  onSignIn: (session: Session) => void;
}): ReactNode {
  const [workspace, setWorkspace] = useState('default');
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const session = { workspace: workspace.trim(), token: token.trim() };
    setBusy(true);
    setProblem(null);
    request<Workspace>(session, 'GET', '')
      .then(() => onSignIn(session))
      .catch(setProblem)
      .finally(() => setBusy(false));
  };

  return (
    <main className="sign-in">
      <form className="card sign-in-form" onSubmit={submit}>
        <h1>Almagest</h1>
        <p className="muted">
          Sign in with a token of a robot. It stays in this tab until the tab is closed.
        </p>
        {reason !== null && <p role="status">{reason}</p>}
        <label className="field">
          <span>Workspace</span>
          <input
            name="workspace"
            required
            autoComplete="off"
            spellCheck={false}
            value={workspace}
            onChange={(event) => setWorkspace(event.target.value)}
          />
        </label>
        <label className="field">
          <span>Token</span>
          <input
            name="token"
            type="password"
            required
            autoComplete="off"
            placeholder="ptk_live_…"
            value={token}
            onChange={(event) => setToken(event.target.value)}
          />
        </label>
        {problem !== null && <ProblemNote problem={problem} />}
        <Button type="submit" className="button primary" isDisabled={busy}>
          {busy ? 'Signing in …' : 'Sign in'}
        </Button>
        <p className="muted small">
          The first start of the server prints an admin token. Create more under <a href="/docs">/docs</a>,
          “Robots”.
        </p>
      </form>
    </main>
  );
}
