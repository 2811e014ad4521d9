import { ApiProblem } from '../client/api-problem';
import { reasonOf } from '../client/retry';
import { DatabaseUnreachable } from '../maintenance/server-database';

/** How a command ends, for scripts: docs/command-line.md has the table. */
export const EXIT = {
  /** All rows are in; the file of an export is whole; a check found nothing to mend. */
  done: 0,
  /** Rows failed, or the job failed or was cancelled; a check found something to mend. */
  incomplete: 1,
  /** The command line, the environment or the file is not as it must be; nothing was sent. */
  usage: 2,
  /** The server refused the request. */
  refused: 3,
  /** The server did not answer, or not as Almagest does. */
  unreachable: 4,
  /** Ctrl-C; a job that was accepted goes on. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with a sentence that says what is wrong, and how it is mended. */
export class CliFailure extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = EXIT.usage,
  ) {
    super(message);
  }
}

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
