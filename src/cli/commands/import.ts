import { stat } from 'node:fs/promises';
import { CliFailure, EXIT, type ExitCode } from '../failures';
import type { Command } from '../command';
import { importParts } from '../import-parts';
import { type ImportForm, openFile } from '../import-file';
import { readArguments, readOneOf, readPairs, readWhole } from '../arguments';
import { count, size } from '../terminal/terminal';

/** The largest file that Almagest takes. */
const MAX_BYTES = 104_857_600;

const HELP = `Usage: almagest import FILE --type TYPE [options]

Imports a file of CSV, JSON or NDJSON and waits for the end of its job. The exit status is 0 when all its rows are in.

  --type TYPE           what the file holds: instruments, time_series_values, …
  --map COLUMN=FIELD    a column of the file feeds a field; may stand more than once
  --default FIELD=VALUE a constant for every row; may stand more than once
  --on-error WORD       abort (default): one bad row and nothing is written; continue: the good rows are
  --dry-run             same checks and same report, nothing is written
  --key COLUMN          by what a row finds its record: id, or a custom field such as isin
  --format WORD         csv, json or ndjson; told from the file by default
  --spreadsheet-safe    takes away the guard that an export with spreadsheet_safe put before cells
  --watch               a line for each step where there is no terminal
  --split               cuts a file that is too large at record boundaries and imports the parts one after the other;
                        each part is a job of its own, see docs/command-line.md
  --part-bytes N        largest part, 104857600 by default, for a server that takes less

Ctrl-C leaves the job running and prints how it is cancelled.`;

const OPTIONS = {
  type: { type: 'string' },
  map: { type: 'string', multiple: true, default: [] as string[] },
  default: { type: 'string', multiple: true, default: [] as string[] },
  'on-error': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  key: { type: 'string' },
  format: { type: 'string' },
  'spreadsheet-safe': { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  split: { type: 'boolean', default: false },
  'part-bytes': { type: 'string', default: String(MAX_BYTES) },
} as const;

/** `almagest import` */
export const importCommand: Command = {
  name: 'import',
  summary: 'import a file and wait until its rows are in',
  help: HELP,
  async run(args, context): Promise<ExitCode> {
    const { values, positionals } = readArguments(args, OPTIONS, ['FILE']);
    const [path = ''] = positionals;
    const form = formOf(values);
    const partBytes = readWhole('part-bytes', values['part-bytes'], 1_000);
    const session = context.session();
    const { size: bytes } = await sizeOf(path);
    if (bytes > partBytes && !values.split) throw tooLarge(path, bytes, partBytes);
    const file = await openFile(path, form.format || null);
    const options = { form, file, partBytes, watch: values.watch };
    return (await importParts(session, context, options)) ? EXIT.done : EXIT.incomplete;
  },
};

function formOf(values: ReturnType<typeof readArguments<typeof OPTIONS>>['values']): ImportForm {
  if (values.type === undefined)
    throw new CliFailure('--type is missing: say what the file holds, for example --type instruments.');
  const mapping = readPairs('map', values.map, 'right');
  const defaults = readPairs('default', values.default, 'left');
  const onError = readOneOf('on-error', values['on-error'], ['abort', 'continue'] as const);
  const format = readOneOf('format', values.format, ['csv', 'json', 'ndjson'] as const);
  return {
    resource_type: values.type,
    ...(onError && { on_error: onError }),
    ...(format && { format }),
    ...(mapping !== undefined && { mapping }),
    ...(defaults !== undefined && { defaults }),
    ...(values.key !== undefined && { identifier_column: values.key }),
    ...(values['dry-run'] && { dry_run: 'true' as const }),
    ...(values['spreadsheet-safe'] && { spreadsheet_safe: 'true' as const }),
  };
}

async function sizeOf(path: string): Promise<{ size: number }> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new CliFailure(
      `${path} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}.`,
    );
  });
  if (!found.isFile()) throw new CliFailure(`${path} is no file.`);
  return found;
}

const tooLarge = (path: string, bytes: number, most: number): CliFailure =>
  new CliFailure(
    `${path} has ${count(bytes)} bytes (${size(bytes)}); at most ${count(most)} are taken at once. ` +
      'Split it, or let --split cut it at record boundaries and import the parts one after the other.',
  );
