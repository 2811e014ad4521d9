import { ApiProblem } from '../client/api-problem';
import { reasonOf } from '../client/retry';
import { DatabaseUnreachable } from '../maintenance/server-database';
import { nameOfPointer, nameOptions } from './name-options';

/** How a command ends, for scripts: docs/command-line.md has the table. */
export const EXIT = {
  /** All rows are imported, the exported file is complete, or a check found no problem. */
  done: 0,
  /** Rows failed, the job failed or was cancelled, or a check found a problem. */
  incomplete: 1,
  /** The command line, the environment or the file is invalid; nothing was sent. */
  usage: 2,
  /** The server refused the request. */
  refused: 3,
  /** The server did not respond, or the response is not from Almagest. */
  unreachable: 4,
  /** Ctrl-C; an accepted job continues. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with a sentence that says what is wrong and how to fix it. */
export class CliFailure extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = EXIT.usage,
  ) {
    super(message);
  }
}

/** What a failure means for the user of the command: lines to print and the exit status. */
export function explainFailure(error: unknown, url: string): { lines: string[]; exitCode: ExitCode } {
  if (error instanceof CliFailure) return { lines: [error.message], exitCode: error.exitCode };
  if (error instanceof DatabaseUnreachable) return { lines: [error.message], exitCode: EXIT.unreachable };
  if (error instanceof ApiProblem) return explainProblem(error, url);
  if (error instanceof TypeError && error.message === 'fetch failed') {
    const reason = reasonOf(error);
    const advice = `Is Almagest running there? Set ALMAGEST_URL if it is elsewhere.`;
    return { lines: [`${url} does not respond: ${reason}. ${advice}`], exitCode: EXIT.unreachable };
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
    `${code} (${status}): ${nameOptions(message)}`,
    ...errors
      .filter(({ message: each }) => each !== message)
      .map((each) => `  ${nameOfPointer(each.pointer)}: ${nameOptions(each.message)}`),
  ];
  if (status === 401) lines.push('Is ALMAGEST_TOKEN right? It may be expired or revoked.');
  if (status === 404) lines.push('Is ALMAGEST_WORKSPACE right?');
  if (status >= 500) lines.push(`The operator finds it in the log of the server under ${requestId}.`);
  return { lines, exitCode: status >= 500 ? EXIT.unreachable : EXIT.refused };
}
