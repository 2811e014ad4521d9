import { withServerDatabase } from '../../maintenance/server-database';
import { adoptStorage, readStorageIdentity, type StorageIdentity } from '../../maintenance/storage-identity';
import type { Command } from '../command';
import { EXIT, type ExitCode } from '../failures';
import { readArguments } from '../arguments';
import { print, say, type Terminal } from '../terminal/terminal';

const HELP = `Usage: almagest storage reset-identity [--yes]

For operators, on the machine of the server and with its environment (DATABASE_URL or DATA_DIR, STORAGE_URL). The database
records the UUID of its storage of files, which is in .id of DATA_DIR/files or of the bucket; a start with another one is refused.
This command prints the recorded UUID, the UUID of the storage and how many files are missing; with --yes it records the UUID of
the storage.

  --yes   changes it; without it nothing changes, and the exit status is 1 when a change is needed`;

/** `almagest storage` */
export const storageCommand: Command = {
  name: 'storage',
  summary: 'for operators: assign the present storage of files to the database',
  help: HELP,
  async run(args, { terminal, environment }): Promise<ExitCode> {
    const { values, positionals } = readArguments(args, { yes: { type: 'boolean' } }, ['reset-identity']);
    if (positionals[0] !== 'reset-identity') {
      say(
        terminal,
        `"${positionals[0]}" is not a storage command; the only one is reset-identity. See --help.`,
      );
      return EXIT.usage;
    }
    return withServerDatabase(environment, async (sql, settings) => {
      const before = await readStorageIdentity(sql, settings);
      describe(before, terminal);
      if (before.recorded !== null && before.recorded === before.found) {
        say(terminal, 'They are equal: there is nothing to do.');
        return EXIT.done;
      }
      if (values.yes !== true) {
        say(terminal, EXPLANATION);
        return EXIT.incomplete;
      }
      say(terminal, `The database now belongs to this storage (${await adoptStorage(sql, settings)}).`);
      return EXIT.done;
    });
  },
};

const EXPLANATION = `Nothing has changed yet. If the files of the database are elsewhere (a disk that is not mounted, another DATA_DIR or STORAGE_URL),
mount it or correct the setting instead. If its files are lost, or were copied here without .id, run this again with --yes. Records do not
change. Queued imports without their file will fail, and exports without their file can no longer be downloaded.`;

function describe({ place, recorded, found, files, missing }: StorageIdentity, terminal: Terminal): void {
  print(terminal, `storage         ${place}`);
  print(terminal, `of the database ${recorded ?? 'none yet'}`);
  print(terminal, `of the storage  ${found ?? 'none yet'}`);
  print(terminal, `files           ${files} belong to jobs, ${missing} of them are missing`);
}
