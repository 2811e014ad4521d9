import { stat } from 'node:fs/promises';
import { counted } from '../../formats/counted';
import { CliFailure, EXIT, type ExitCode } from '../failures';
import type { Command } from '../command';
import { importParts } from '../import-parts';
import { type ImportForm, openFile } from '../import-file';
import { readArguments, readOneOf, readPairs, readWhole } from '../arguments';
import { count, size } from '../terminal/terminal';

/** The largest file that Almagest accepts, in bytes. */
const MAX_BYTES = 104_857_600;

const HELP = `Usage: almagest import FILE --type TYPE [options]

Imports a CSV, JSON or NDJSON file and waits for the end of its job. The exit status is 0 when all its rows are imported.

  --type TYPE           the resource type: instruments, time_series_values, …
  --map COLUMN=FIELD    maps a column of the file to a field; repeatable
  --default FIELD=VALUE a constant for every row; repeatable
  --on-error WORD       abort (default): one invalid row and nothing is written; continue: the valid rows are written
  --dry-run             runs the same checks and writes nothing
  --key COLUMN          what identifies a record: id, or a custom field such as isin
  --format WORD         csv, json or ndjson; detected by default
  --spreadsheet-safe    removes the escaping of an export with spreadsheet_safe
  --watch               prints each step where standard error is no terminal
  --split               splits a large file at record boundaries and imports the parts one after the other;
                        each part is a separate job, see docs/command-line.md
  --part-bytes N        size of the largest part, 104857600 by default, for a server with a lower limit

Ctrl-C leaves the job running and prints the command that cancels it.`;

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
  summary: 'import a file and wait until its rows are imported',
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
    throw new CliFailure('--type is missing: name the resource type, for example --type instruments.');
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
  if (!found.isFile()) throw new CliFailure(`${path} is not a file.`);
  return found;
}

const tooLarge = (path: string, bytes: number, maxBytes: number): CliFailure =>
  new CliFailure(
    `${path} has ${counted(bytes, 'byte')} (${size(bytes)}); the limit for one import is ${count(maxBytes)}. ` +
      'Split it yourself, or use --split, which splits it at record boundaries and imports the parts one after the other.',
  );
