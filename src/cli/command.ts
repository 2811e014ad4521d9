import { type AlmagestClient, createClient } from '../client/create-client';
import { CliFailure, type ExitCode } from './failures';
import type { Terminal } from './terminal/terminal';

/** What a command runs with. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The server and workspace of the environment. Throws a `CliFailure` when the environment is incomplete. */
  readonly session: () => Session;
}

/** A command: the first word after `almagest`. */
export interface Command {
  readonly name: string;
  /** For the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /** Throws a `CliFailure`, an `ApiProblem`, or what fetch throws. */
  run(args: string[], context: CommandContext): Promise<ExitCode>;
}

/** A client, and the workspace of every request. */
export interface Session {
  readonly client: AlmagestClient;
  readonly url: string;
  readonly workspaceId: string;
}

/** The URL of the server as the environment gives it. */
export const urlOf = (environment: Readonly<Record<string, string | undefined>>): string =>
  environment['ALMAGEST_URL'] || 'http://127.0.0.1:3000';

/** Opens a session with the server, token and workspace of the environment. Throws a `CliFailure` that says what to set. */
export function openSession(environment: Readonly<Record<string, string | undefined>>): Session {
  const url = urlOf(environment).replace(/\/+$/, '');
  const token = environment['ALMAGEST_TOKEN'] ?? '';
  const workspaceId = environment['ALMAGEST_WORKSPACE'] || 'default';
  if (!/^https?:\/\/[^/]+/.test(url) || !URL.canParse(url))
    throw new CliFailure(
      `ALMAGEST_URL must be an http or https address such as http://127.0.0.1:3000, not "${url}".`,
    );
  if (!/^\S+$/.test(token))
    throw new CliFailure('Set ALMAGEST_TOKEN to a token of the workspace: ptk_live_ and 64 hex digits.');
  return { client: createClient(url, token), url, workspaceId };
}
