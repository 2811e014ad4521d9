import type { components } from '../client/api-types';
import { nameOptions } from './name-options';
import { quoteWord } from './terminal/quote-word';
import { count, print, rows, say, type Terminal } from './terminal/terminal';

/** What the server tells of a file (docs/contract.md 2.8). */
export type Inspection = components['schemas']['InspectionDto'];

/** Prints what is told of a file; the last line on standard output is the command that imports it. */
export function printInspection(terminal: Terminal, path: string, told: Inspection): void {
  const { format, compression, encoding, resource_type: type } = told;
  const packed = compression === null ? '' : `, unpacked from ${compression}`;
  const text =
    encoding.label ?? (encoding.likely === null ? 'unknown' : `not told; it may be ${encoding.likely}`);
  say(terminal, `format         ${format ?? 'not known'}${packed}, encoding ${text}`);
  if (told.csv_options !== null) say(terminal, `csv_options    ${JSON.stringify(told.csv_options)}`);
  if (told.json_options !== null) say(terminal, `json_options   ${JSON.stringify(told.json_options)}`);
  say(
    terminal,
    `rows           ${rows(told.rows_inspected)}${told.is_whole ? '' : ' of the first mebibyte'}`,
  );
  say(terminal, `resource_type  ${type ?? 'not told: give --type'}`);
  if (told.matching_profile !== null) say(terminal, `profile        ${told.matching_profile}`);
  for (const { name, kind, evidence, examples } of told.columns) {
    const field = told.mapping[name];
    const target = field === undefined ? '' : ` → ${String(field ?? 'left out')}`;
    const because = evidence[0] ?? (examples[0] === undefined ? '' : `for example ${examples[0]}`);
    say(terminal, `column         ${name}${target}: ${kind}${because === '' ? '' : `. ${because}`}`);
  }
  for (const { row, read } of told.sample.slice(0, 3))
    if (read !== null) say(terminal, `row ${count(row).padEnd(10)} ${JSON.stringify(read)}`);
  for (const { message, choices } of told.questions)
    say(terminal, `question       ${nameOptions(message)}${answers(choices)}`);
  for (const { code, column, message, count: times } of told.problems) {
    const where = column === null ? '' : `, column ${column}`;
    say(
      terminal,
      `refused        ${code}${where}: ${nameOptions(message)}${times > 1 ? ` (${rows(times)})` : ''}`,
    );
  }
  print(terminal, commandOf(path, told));
}

const answers = (choices: Inspection['questions'][number]['choices']): string =>
  choices
    .map(({ label, options }) => `\n                 ${label}: ${argumentsOf(options).join(' ')}`)
    .join('');

/** The command that imports the file as it is told. */
function commandOf(path: string, told: Inspection): string {
  return ['almagest import', quoteWord(path), ...argumentsOf(told)].join(' ');
}

type Members = Readonly<Record<string, unknown>>;

/** Fields of the form as options; what is empty is left out. */
function argumentsOf(fields: Members): string[] {
  const pairs = (name: string): [string, unknown][] => Object.entries((fields[name] ?? {}) as Members);
  const type = fields['resource_type'];
  return [
    ...(typeof type === 'string' ? [`--type ${type}`] : []),
    ...jsonOption('--csv-options', fields['csv_options']),
    ...jsonOption('--json-options', fields['json_options']),
    ...pairs('mapping').map(([column, field]) =>
      field === null ? `--ignore ${quoteWord(column)}` : `--map ${quoteWord(`${column}=${String(field)}`)}`,
    ),
    ...pairs('defaults').map(([field, value]) => `--default ${quoteWord(`${field}=${textOf(value)}`)}`),
    ...jsonOption('--field-options', fields['field_options']),
    ...pairs('match').map(([field, by]) => `--match ${field}=${String(by)}`),
    ...jsonOption('--unpivot', fields['unpivot']),
  ];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function jsonOption(option: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [];
  return [`${option} ${quoteWord(JSON.stringify(value))}`];
}
