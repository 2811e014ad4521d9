import { withServerDatabase } from '../../maintenance/server-database';
import { adoptStorage, readStorageIdentity, type StorageIdentity } from '../../maintenance/storage-identity';
import type { Command } from '../command';
import { EXIT, type ExitCode } from '../failures';
import { readArguments } from '../arguments';
import { print, say, type Terminal } from '../terminal/terminal';

const HELP = `Usage: almagest storage reset-identity [--yes]

For whoever runs a server, on its machine and with its environment (DATABASE_URL or DATA_DIR). The database remembers the folder
of its files by the UUID in DATA_DIR/files/.id, and a start with another folder is refused. This says which folder the database
belongs to, which one is here and what is missing in it; with --yes the folder here becomes the one of the database.

  --yes   do it; without it nothing is changed, and the exit status is 1 when there is something to do`;

/** `almagest storage` */
export const storageCommand: Command = {
  name: 'storage',
  summary: 'for operators: let the database belong to the folder of files that is here',
  help: HELP,
  async run(args, { terminal, environment }): Promise<ExitCode> {
    const { values, positionals } = readArguments(args, { yes: { type: 'boolean' } }, ['reset-identity']);
    if (positionals[0] !== 'reset-identity') {
      say(terminal, `There is no "almagest storage ${positionals[0]}": it is reset-identity. See --help.`);
      return EXIT.usage;
    }
    return withServerDatabase(environment, async (sql, settings) => {
      const before = await readStorageIdentity(sql, settings);
      describe(before, terminal);
      if (before.noted !== null && before.noted === before.found) {
        say(terminal, 'They are the same: there is nothing to do.');
        return EXIT.done;
      }
      if (values.yes !== true) {
        say(terminal, EXPLANATION);
        return EXIT.incomplete;
      }
      say(terminal, `The database belongs to this folder now (${await adoptStorage(sql, settings)}).`);
      return EXIT.done;
    });
  },
};

const EXPLANATION = `Nothing is changed yet. If the folder of the database is elsewhere (a disk that is not mounted, another DATA_DIR), mount it or
correct DATA_DIR instead. If its files are lost for good, or were copied here without .id, run this again with --yes. Records are
not touched. Imports that wait and whose file is missing will fail, and exports whose file is missing can no longer be downloaded.`;

function describe({ folder, noted, found, files, missing }: StorageIdentity, terminal: Terminal): void {
  print(terminal, `folder          ${folder}`);
  print(terminal, `of the database ${noted ?? 'none yet'}`);
  print(terminal, `of the folder   ${found ?? 'none yet'}`);
  print(terminal, `files           ${files} are named by jobs, ${missing} of them are not here`);
}
