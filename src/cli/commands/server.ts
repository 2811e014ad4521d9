import { backupServer } from '../../backup/backup-server';
import type { Manifest } from '../../backup/manifest';
import { restoreServer } from '../../backup/restore-server';
import { counted } from '../../formats/counted';
import { readSettings } from '../../config/settings';
import { CliFailure, EXIT, type ExitCode } from '../failures';
import type { Command } from '../command';
import { readArguments } from '../arguments';
import { readVersion } from '../../config/read-version';
import { print, say } from '../terminal/terminal';

const HELP = `Usage: almagest server backup FOLDER
       almagest server restore FOLDER

For operators, with the environment of the server and as its user.

backup    writes the database and the stored files into FOLDER, which is new or empty; the server may be running
restore   fills an empty database and an empty DATA_DIR/files from FOLDER; the server must be stopped

FOLDER contains all data and the secrets of the server: protect it like the server itself. The exit status of backup is 1
when a stored file of a job was missing; the rest is saved.`;

/** `almagest server` */
export const serverCommand: Command = {
  name: 'server',
  summary: 'for operators: back up a whole server, or restore one',
  help: HELP,
  async run(args, { terminal, environment }): Promise<ExitCode> {
    const { positionals } = readArguments(args, {}, ['backup or restore', 'FOLDER']);
    const [action = '', folder = ''] = positionals;
    if (action !== 'backup' && action !== 'restore')
      throw new CliFailure(`"${action}" is neither backup nor restore. See --help.`);
    const settings = readSettings(environment);
    const manifest =
      action === 'backup'
        ? await backupServer(settings, folder, readVersion())
        : await restoreServer(settings, folder);
    print(
      terminal,
      `${action === 'backup' ? 'Saved in' : 'Restored from'} ${folder}: ${contents(manifest)}.`,
    );
    if (action === 'restore' || manifest.files.missing === 0) return EXIT.done;
    say(terminal, `Stored files of jobs are missing: ${manifest.files.missing}. See files.ndjson.`);
    return EXIT.incomplete;
  },
};

function contents({ snapshot_at: at, tables, files }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${counted(rows, 'row')} and ${counted(files.count, 'file')} (${counted(files.bytes, 'byte')}) of ${at}`;
}
