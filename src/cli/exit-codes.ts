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
