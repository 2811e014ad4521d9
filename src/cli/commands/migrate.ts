import { counted } from '../../formats/counted';
import { checkMigrated, migrateDatabase } from '../../maintenance/migrate-database';
import type { Command } from '../command';
import { CliFailure, EXIT, type ExitCode } from '../failures';
import { readArguments } from '../arguments';
import { print } from '../terminal/terminal';

const HELP = `Usage: almagest migrate [--check]

For operators, with the environment of the server (DATABASE_URL or DATA_DIR): brings the database up to date with this
version. A start does so too. Running servers of the same minor version go on meanwhile.

  --check   changes nothing: says what is pending. The exit status is 1 when something is, or when the database is that
            of a newer version`;

/** `almagest migrate` */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'for operators: bring the database up to date, or check that it is',
  help: HELP,
  async run(args, { terminal, environment }): Promise<ExitCode> {
    const { values } = readArguments(args, { check: { type: 'boolean' } }, []);
    const { known, pending, newer } = await checkMigrated(environment);
    if (newer.length > 0) {
      const sentence = `The database was migrated by a newer Almagest (${newer.join(', ')}): install that version.`;
      throw new CliFailure(sentence, EXIT.incomplete);
    }
    if (pending.length === 0) {
      print(terminal, `Nothing is pending: all ${known} migrations are done.`);
      return EXIT.done;
    }
    if (values.check === true) {
      print(terminal, `${counted(pending.length, 'pending migration')}: ${pending.join(', ')}.`);
      return EXIT.incomplete;
    }
    print(terminal, `Migrated: ${(await migrateDatabase(environment)).join(', ')}.`);
    return EXIT.done;
  },
};
