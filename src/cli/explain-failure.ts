import { ApiProblem } from '../client/api-problem';
import { reasonOf } from '../client/retry';
import { DatabaseUnreachable } from '../maintenance/server-database';
import { CliFailure } from './cli-failure';
import { EXIT, type ExitCode } from './exit-codes';

/** What a failure means for whoever typed the command: sentences, and how the command ends. */
export function explainFailure(error: unknown, url: string): { lines: string[]; exitCode: ExitCode } {
  if (error instanceof CliFailure) return { lines: [error.message], exitCode: error.exitCode };
  if (error instanceof DatabaseUnreachable) return { lines: [error.message], exitCode: EXIT.unreachable };
  if (error instanceof ApiProblem) return explainProblem(error, url);
  if (error instanceof TypeError && error.message === 'fetch failed') {
    const why = reasonOf(error);
    const notification = `Is Almagest running there? Set ALMAGEST_URL if it is elsewhere.`;
    return { lines: [`${url} does not answer: ${why}. ${notification}`], exitCode: EXIT.unreachable };
  }
  return { lines: [error instanceof Error ? error.message : String(error)], exitCode: EXIT.usage };
}

function explainProblem(
  { status, problem, message }: ApiProblem,
  url: string,
): { lines: string[]; exitCode: ExitCode } {
  if (problem === null) {
    return { lines: [`${url}: ${message} Is ALMAGEST_URL right?`], exitCode: EXIT.unreachable };
  }
  const { code, errors, request_id: requestId } = problem;
  const lines = [
    `${code} (${status}): ${message}`,
    ...errors
      .filter(({ message: each }) => each !== message)
      .map((each) => `  ${each.pointer}: ${each.message}`),
  ];
  if (status === 401) lines.push('Is ALMAGEST_TOKEN right? It may be expired or revoked.');
  if (status === 404) lines.push('Is ALMAGEST_WORKSPACE right?');
  if (status >= 500) lines.push(`Whoever runs the server finds it in its logs under ${requestId}.`);
  return { lines, exitCode: status >= 500 ? EXIT.unreachable : EXIT.refused };
}
