import type { ExitCode } from './exit-codes';
import type { Session } from './session';
import type { Terminal } from './terminal/terminal';

/** What a command works with. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The server and workspace that the environment names. Throws a `CliFailure` when it names none. */
  readonly session: () => Session;
}

/** One word behind `almagest`. */
export interface Command {
  readonly name: string;
  /** One sentence for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /** Throws a `CliFailure`, an `ApiProblem`, or what fetch throws. */
  run(args: string[], context: CommandContext): Promise<ExitCode>;
}
