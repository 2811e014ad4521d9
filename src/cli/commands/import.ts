import { stat } from 'node:fs/promises';
import { counted } from '../../formats/counted';
import { CliFailure, EXIT, type ExitCode } from '../failures';
import type { Command, CommandContext } from '../command';
import { importParts } from '../import-parts';
import { type ImportForm, openFile } from '../import-file';
import { readArguments, readOneOf, readWhole } from '../arguments';
import { READING_HELP, READING_OPTIONS, readReadingOptions } from '../reading-options';
import { spoolInput } from '../standard-input';
import { count, size } from '../terminal/terminal';

/** The largest file that Almagest accepts, in bytes. */
const MAX_BYTES = 104_857_600;

const HELP = `Usage: almagest import FILE --type TYPE [options]

Imports a CSV, JSON or NDJSON file and waits for the end of its job. FILE may be compressed; - is standard input. The exit
status is 0 when all its rows are imported.

  --type TYPE             the resource type: instruments, time_series_values, …; a profile may have it
  --on-error WORD         abort (default): one invalid row and nothing is written; continue: the valid rows are written
  --dry-run               runs the same checks and writes nothing

${READING_HELP}

What counts as an error:
  --on-duplicate WORD     the same key twice: error (default), identical, first or last
  --unknown-columns WORD  ignore (default) or error
  --archived WORD         an archived record that a row matches: restore (default) or keep
  --max-errors N          under abort: so many rows, or N%, may fail and are left out
  --warnings-as-errors    a warning is an error of the file

How it is sent:
  --watch                 prints each step where standard error is no terminal
  --split                 splits a large file at record boundaries and imports the parts one after the other;
                          each part is a separate job, see docs/command-line.md
  --part-bytes N          size of the largest part, 104857600 by default, for a server with a lower limit

Ctrl-C leaves the job running and prints the command that cancels it.`;

const OPTIONS = {
  ...READING_OPTIONS,
  type: { type: 'string' },
  'on-error': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  'on-duplicate': { type: 'string' },
  'unknown-columns': { type: 'string' },
  archived: { type: 'string' },
  'max-errors': { type: 'string' },
  'warnings-as-errors': { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  split: { type: 'boolean', default: false },
  'part-bytes': { type: 'string', default: String(MAX_BYTES) },
} as const;

type Values = ReturnType<typeof readArguments<typeof OPTIONS>>['values'];

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
    if (path === '-') return importInput(form, values, partBytes, context);
    return importPath(path, undefined, form, values, partBytes, context);
  },
};

/** Imports a file; `name`: what it is called, where that is not the name in its path. */
async function importPath(
  path: string,
  name: string | undefined,
  form: ImportForm,
  { split, watch }: Values,
  partBytes: number,
  context: CommandContext,
): Promise<ExitCode> {
  const session = context.session();
  const { size: bytes } = await sizeOf(path);
  if (bytes > partBytes && !split) throw tooLarge(name ?? path, bytes, partBytes);
  const file = await openFile(path, name);
  return (await importParts(session, context, { form, file, partBytes, watch }))
    ? EXIT.done
    : EXIT.incomplete;
}

async function importInput(
  form: ImportForm,
  values: Values,
  partBytes: number,
  context: CommandContext,
): Promise<ExitCode> {
  context.session(); // without a token nothing is read
  const { in: input } = context.terminal;
  if (input === undefined) throw new CliFailure('There is no standard input.');
  const name = form.format === undefined ? 'stdin' : `stdin.${form.format}`;
  const most = values.split ? Number.POSITIVE_INFINITY : partBytes;
  const spooled = await spoolInput(input, most, () => inputTooLarge(partBytes), context.signal);
  try {
    return await importPath(spooled.path, name, form, values, partBytes, context);
  } finally {
    await spooled.remove();
  }
}

function formOf(values: Values): ImportForm {
  if (values.type === undefined && values.profile === undefined)
    throw new CliFailure('--type is missing: name the resource type, for example --type instruments.');
  const onError = readOneOf('on-error', values['on-error'], ['abort', 'continue'] as const);
  const onDuplicate = readOneOf('on-duplicate', values['on-duplicate'], [
    'error',
    'identical',
    'first',
    'last',
  ] as const);
  const unknownColumns = readOneOf('unknown-columns', values['unknown-columns'], [
    'ignore',
    'error',
  ] as const);
  const archived = readOneOf('archived', values.archived, ['restore', 'keep'] as const);
  return {
    ...(values.type !== undefined && { resource_type: values.type }),
    ...readReadingOptions(values),
    ...(onError && { on_error: onError }),
    ...(onDuplicate && { on_duplicate: onDuplicate }),
    ...(unknownColumns && { unknown_columns: unknownColumns }),
    ...(archived && { archived }),
    ...(values['max-errors'] !== undefined && { max_errors: values['max-errors'] }),
    ...(values['warnings-as-errors'] && { warnings_as_errors: 'true' as const }),
    ...(values['dry-run'] && { dry_run: 'true' as const }),
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

const SPLIT =
  'Split it yourself, or use --split, which splits it at record boundaries and imports the parts one after the other.';

const tooLarge = (path: string, bytes: number, maxBytes: number): CliFailure =>
  new CliFailure(
    `${path} has ${counted(bytes, 'byte')} (${size(bytes)}); the limit for one import is ${count(maxBytes)}. ${SPLIT}`,
  );

const inputTooLarge = (maxBytes: number): CliFailure =>
  new CliFailure(
    `Standard input has more than ${counted(maxBytes, 'byte')}, the limit for one import. ${SPLIT}`,
  );
