import type { components } from '../client/api-types';
import { nameOptions } from './name-options';
import { quoteWord } from './terminal/quote-word';
import { count, print, rows, say, type Terminal } from './terminal/terminal';

/** What the server reports about a file (docs/contract.md 2.8). */
export type Inspection = components['schemas']['InspectionDto'];

/** Prints the inspection of a file; the last line on standard output is the command that imports it. */
export function printInspection(terminal: Terminal, path: string, inspection: Inspection): void {
  const { format, compression, encoding, resource_type: type } = inspection;
  const packed = compression === null ? '' : `, unpacked from ${compression}`;
  const text =
    encoding.label ?? (encoding.likely === null ? 'unknown' : `not detected; it may be ${encoding.likely}`);
  say(terminal, `format         ${format ?? 'not known'}${packed}, encoding ${text}`);
  if (inspection.csv_options !== null)
    say(terminal, `csv_options    ${JSON.stringify(inspection.csv_options)}`);
  if (inspection.json_options !== null)
    say(terminal, `json_options   ${JSON.stringify(inspection.json_options)}`);
  say(
    terminal,
    `rows           ${rows(inspection.rows_inspected)}${inspection.is_whole ? '' : ' of the first mebibyte'}`,
  );
  say(terminal, `resource_type  ${type ?? 'not detected: give --type'}`);
  if (inspection.matching_profile !== null) say(terminal, `profile        ${inspection.matching_profile}`);
  for (const { name, kind, evidence, examples } of inspection.columns) {
    const field = inspection.mapping[name];
    const target = field === undefined ? '' : ` → ${String(field ?? 'left out')}`;
    const because = evidence[0] ?? (examples[0] === undefined ? '' : `for example ${examples[0]}`);
    say(terminal, `column         ${name}${target}: ${kind}${because === '' ? '' : `. ${because}`}`);
  }
  for (const { row, read } of inspection.sample.slice(0, 3))
    if (read !== null) say(terminal, `row ${count(row).padEnd(10)} ${JSON.stringify(read)}`);
  for (const { message, choices } of inspection.questions)
    say(terminal, `question       ${nameOptions(message)}${answers(choices)}`);
  for (const { code, column, message, count: times } of inspection.problems) {
    const where = column === null ? '' : `, column ${column}`;
    say(
      terminal,
      `refused        ${code}${where}: ${nameOptions(message)}${times > 1 ? ` (${rows(times)})` : ''}`,
    );
  }
  print(terminal, commandOf(path, inspection));
}

const answers = (choices: Inspection['questions'][number]['choices']): string =>
  choices
    .map(({ label, options }) => `\n                 ${label}: ${argumentsOf(options).join(' ')}`)
    .join('');

/** The command that imports the file as the inspection proposes. */
function commandOf(path: string, inspection: Inspection): string {
  return ['almagest import', quoteWord(path), ...argumentsOf(inspection)].join(' ');
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
