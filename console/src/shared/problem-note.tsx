import type { ReactNode } from 'react';
import { ApiProblem } from '../api/api-problem';

/** Says what went wrong, where, and how to fix it. */
export function ProblemNote({ problem }: { problem: unknown }): ReactNode {
  if (!(problem instanceof ApiProblem)) {
    const words = problem instanceof Error ? problem.message : String(problem);
    return (
      <div className="note bad" role="alert">
        <strong>Something in this page failed.</strong> {words}
      </div>
    );
  }
  return (
    <div className="note bad" role="alert">
      <strong>{problem.title}.</strong> {problem.detail}
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.slice(0, 10).map(({ pointer, message }) => (
            <li key={pointer + message}>
              {pointer !== '' && <code>{pointer}</code>} {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
