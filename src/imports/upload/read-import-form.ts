import { FILE_FORMATS, type FileFormat } from '../../formats/format';
import { isJsonObject, type JsonObject } from '../../formats/json/json-value';
import { JsonIssue } from '../../formats/json/json-cursor';
import { parseJson } from '../../formats/json/parse-json';
import { writeJson } from '../../formats/json/write-json';
import { problem } from '../../http/problem/problem.exception';

/** What the fields of an import's form say, beside its file. */
export interface ImportForm {
  readonly resourceType: string;
  readonly onError: 'abort' | 'continue';
  readonly identifierColumn: string | null;
  readonly format: FileFormat | null;
  readonly mapping: Readonly<Record<string, string>>;
  readonly defaults: JsonObject;
  readonly dryRun: boolean;
  readonly spreadsheetSafe: boolean;
}

const FIELDS = [
  'resource_type',
  'on_error',
  'identifier_column',
  'format',
  'mapping',
  'defaults',
  'dry_run',
  'spreadsheet_safe',
] as const;
type FormField = (typeof FIELDS)[number];

/** Reads the fields of the form. Throws 400 for an unknown or missing field and a value of the wrong form; an empty value is an absent one. */
export function readImportForm(fields: Readonly<Record<string, string>>): ImportForm {
  const unknown = Object.keys(fields).find((name) => !FIELDS.some((known) => known === name));
  if (unknown !== undefined) {
    throw problem(
      400,
      'unknown_field',
      `There is no field "${unknown}". The fields are: file, ${FIELDS.join(', ')}.`,
    );
  }
  const given = (name: FormField): string | null =>
    fields[name] === undefined || fields[name] === '' ? null : fields[name];
  const resourceType = given('resource_type');
  if (resourceType === null) {
    throw problem(
      400,
      'field_missing',
      'The field "resource_type" is missing: it says what the file holds, such as instruments.',
    );
  }
  return {
    resourceType,
    onError: oneOf('on_error', given('on_error') ?? 'abort', ['abort', 'continue']),
    identifierColumn: given('identifier_column'),
    format: given('format') === null ? null : oneOf('format', given('format') ?? '', FILE_FORMATS),
    mapping: readMapping(given('mapping')),
    defaults: readObject('defaults', given('defaults')),
    dryRun: oneOf('dry_run', given('dry_run') ?? 'false', ['true', 'false']) === 'true',
    spreadsheetSafe:
      oneOf('spreadsheet_safe', given('spreadsheet_safe') ?? 'false', ['true', 'false']) === 'true',
  };
}

function oneOf<Value extends string>(name: FormField, text: string, values: readonly Value[]): Value {
  const found = values.find((value) => value === text);
  if (found === undefined) throw malformed(name, `${name} must be one of ${values.join(', ')}.`);
  return found;
}

function readMapping(text: string | null): Record<string, string> {
  const entries = Object.entries(readObject('mapping', text)).map(([column, field]): [string, string] => {
    if (typeof field === 'string') return [column, field];
    throw malformed(
      'mapping',
      `mapping is a JSON object of texts: the column "${column}" must name a field.`,
    );
  });
  return Object.fromEntries(entries); // defines, where an assignment would lose a column named __proto__
}

function readObject(name: FormField, text: string | null): JsonObject {
  if (text === null) return {};
  try {
    const value = parseJson(text, { depth: 32 });
    if (isJsonObject(value)) return value;
  } catch (error) {
    if (!(error instanceof JsonIssue)) throw error;
    throw malformed(name, `${name} is not valid JSON: ${error.message}`);
  }
  throw malformed(name, `${name} must be a JSON object, like {"Symbol":"identifier"}.`);
}

function malformed(name: FormField, message: string): Error {
  return problem(400, 'invalid_request', message, {
    errors: [{ pointer: `/${name}`, code: 'invalid_value', message }],
  });
}

/** One text for one request: fields in a fixed order, JSON parsed and written anew, the file by its hash (docs/contract.md 6.5). */
export function fingerprintOf(form: ImportForm, fileSha256: string): string {
  const sorted = (object: Readonly<JsonObject>): JsonObject =>
    Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
  return writeJson({
    ...form,
    mapping: sorted(form.mapping),
    defaults: sorted(form.defaults),
    fileSha256,
  });
}
