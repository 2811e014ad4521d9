import { readVersion } from '../config/read-version';
import { type Command, type CommandContext, openSession, urlOf } from './command';
import { cancelCommand } from './commands/cancel';
import { doctorCommand } from './commands/doctor';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { inspectCommand } from './commands/inspect';
import { jobsCommand } from './commands/jobs';
import { migrateCommand } from './commands/migrate';
import { operatorTokenCommand } from './commands/operator-token';
import { storageCommand } from './commands/storage';
import { serverCommand } from './commands/server';
import { templateCommand } from './commands/template';
import { EXIT, type ExitCode, explainFailure } from './failures';
import { print, say, type Terminal } from './terminal/terminal';

const COMMANDS: readonly Command[] = [
  importCommand,
  inspectCommand,
  exportCommand,
  jobsCommand,
  cancelCommand,
  templateCommand,
  doctorCommand,
  migrateCommand,
  operatorTokenCommand,
  storageCommand,
  serverCommand,
];

const HELP = `Usage: almagest COMMAND …

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(16)}${summary}`).join('\n')}

almagest COMMAND --help prints the options. Environment variables:

  ALMAGEST_URL        the server; http://127.0.0.1:3000 by default
  ALMAGEST_TOKEN      a token of the workspace: ptk_live_ and 64 hex digits
  ALMAGEST_WORKSPACE  slug or UUID of the workspace; default by default

Exit status: 0 success, 1 not all rows are imported, 2 invalid command, 3 refused by the server, 4 no response,
130 Ctrl-C.`;

/** Runs one command line and returns its exit status. Never rejects. */
export async function run(
  args: readonly string[],
  environment: CommandContext['environment'],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const [name = '--help', ...rest] = args;
  if (name === '--version') return printAndExit(terminal, readVersion());
  if (name === '--help' || name === 'help') {
    print(terminal, HELP);
    return args.length === 0 ? EXIT.usage : EXIT.done;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) {
    say(
      terminal,
      `There is no command "${name}". Commands are ${COMMANDS.map((each) => each.name).join(', ')}.`,
    );
    return EXIT.usage;
  }
  if (rest.includes('--help')) return printAndExit(terminal, command.help);
  const context = { terminal, signal, environment, session: () => openSession(environment) };
  try {
    return await command.run(rest, context);
  } catch (error) {
    if (signal.aborted) return EXIT.interrupted;
    const { lines, exitCode } = explainFailure(error, urlOf(environment));
    for (const line of lines) say(terminal, line);
    return exitCode;
  }
}

function printAndExit(terminal: Terminal, text: string): ExitCode {
  print(terminal, text);
  return EXIT.done;
}
