import { quoteWord } from './terminal/quote-word';

/** Field of the form → option of the command line. */
const OPTIONS: Readonly<Record<string, string>> = {
  resource_type: '--type',
  mapping: '--map',
  defaults: '--default',
  identifier_column: '--key',
  on_error: '--on-error',
  dry_run: '--dry-run',
  spreadsheet_safe: '--spreadsheet-safe',
  csv_options: '--csv-options',
  json_options: '--json-options',
  field_options: '--field-options',
  on_duplicate: '--on-duplicate',
  unknown_columns: '--unknown-columns',
  max_errors: '--max-errors',
  warnings_as_errors: '--warnings-as-errors',
  expect_columns: '--expect-columns',
  include_archived: '--include-archived',
};
/** Fields that are ordinary words too: only `name=value` and a pointer mean the field. */
const WORDS: Readonly<Record<string, string>> = {
  format: '--format',
  match: '--match',
  unpivot: '--unpivot',
  archived: '--archived',
  member: '--member',
  profile: '--profile',
  filter: '--filter',
  compression: '--compression',
  gzip: '--gzip',
  bom: '--bom',
};
const ALL: Readonly<Record<string, string>> = { ...OPTIONS, ...WORDS };
const GIVEN = new RegExp(`\\b(${Object.keys(ALL).join('|')})(?:=| (?=\\{))`, 'g');
const NAMED = new RegExp(`(?<![-\\w/])(?:${Object.keys(OPTIONS).join('|')})(?![-\\w])`, 'g');

/**
 * A message of the server with the options of the command line in place of the fields of the form: `mapping={"A":"b"}` is
 * `--map A=b`. Texts in quotes come from the file and are left as they are.
 */
export function nameOptions(message: string): string {
  let named = '';
  let done = 0;
  for (const found of message.matchAll(GIVEN)) {
    if (found.index < done) continue;
    const [sign, name = ''] = found;
    const start = found.index + sign.length;
    const end = message[start] === '{' ? endOfObject(message, start) : start;
    named += nameWords(message.slice(done, found.index)) + optionOf(name, message.slice(start, end));
    done = end;
  }
  return named + nameWords(message.slice(done));
}

/** A JSON pointer into the form as the option that it means: `/csv_options/delimiter` is `--csv-options delimiter`. */
export function nameOfPointer(pointer: string): string {
  const [, field = '', ...rest] = pointer.split('/');
  if (!Object.hasOwn(ALL, field)) return pointer;
  return [ALL[field], ...rest.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))].join(' ');
}

const nameWords = (text: string): string =>
  text
    .split(/("[^"]*")/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(NAMED, (name) => ALL[name] ?? name)))
    .join('');

function optionOf(name: string, json: string): string {
  const option = ALL[name] ?? name;
  if (json === '') return `${option} `;
  const pairs = name === 'mapping' || name === 'defaults' || name === 'match' ? pairsOf(json) : null;
  if (pairs === null) return `${option} ${quoteWord(json)}`;
  return pairs
    .map(([key, value]) =>
      value === null ? `--ignore ${quoteWord(key)}` : `${option} ${quoteWord(`${key}=${value}`)}`,
    )
    .join(' ');
}

/** The members of a JSON object of texts and nulls; null for anything else. */
function pairsOf(json: string): [string, string | null][] | null {
  try {
    const pairs = Object.entries(JSON.parse(json) as Record<string, unknown>);
    return pairs.every(([, value]) => value === null || typeof value === 'string')
      ? (pairs as [string, string | null][])
      : null;
  } catch {
    return null; // a message may show an object that is cut
  }
}

/** Just after the object that begins at `start`; the end of the text when it does not end. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let inText = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (inText) {
      if (sign === '\\') at++;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}
