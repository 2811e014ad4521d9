import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { FileFormat } from '../../formats/format';
import type { Mapping } from '../../catalog/binding/binder';
import { isJsonObject, type JsonObject, type JsonValue } from '../../formats/json/json-value';
import { JsonIssue } from '../../formats/json/json-cursor';
import { parseJson } from '../../formats/json/parse-json';
import { writeJson } from '../../formats/json/write-json';
import { problem, type ProblemError } from '../../http/problem/problem.exception';
import { findReservedKey, propertiesOf, toProblemErrors } from '../../http/validation/dto.pipe';
import type { ImportOptions } from '../import-options';
import { ImportOptionsDto } from '../import-options.dto';
import { BOOLEAN_FIELDS, ImportFormDto, JSON_FIELDS } from '../imports.dto';

/** What the fields of an import's form say, beside its file. */
export interface ImportForm {
  readonly resourceType: string;
  readonly onError: 'abort' | 'continue';
  readonly identifierColumn: string | null;
  readonly format: FileFormat | null;
  readonly mapping: Mapping;
  readonly defaults: JsonObject;
  readonly dryRun: boolean;
  readonly spreadsheetSafe: boolean;
  readonly options: ImportOptions;
}

const FIELDS = propertiesOf(ImportFormDto);
/** Fields of the form that are stored as options of the job. */
const OPTIONS = [...propertiesOf(ImportOptionsDto), 'profile'];

const isOneOf = (names: readonly string[], name: string): boolean => names.includes(name);

/**
 * Reads the fields of the form, which `ImportFormDto` defines. Throws 400 for an unknown or missing field and a value of the
 * wrong form; an empty value is an absent one.
 */
export function readImportForm(fields: Readonly<Record<string, string>>): ImportForm {
  const unknown = Object.keys(fields).find((name) => !FIELDS.includes(name));
  if (unknown !== undefined) {
    throw problem(
      400,
      'unknown_field',
      `There is no field "${unknown}". The fields are: ${FIELDS.join(', ')}.`,
    );
  }
  const form = parseFields(fields);
  if (typeof form.resource_type !== 'string') {
    throw problem(
      400,
      'field_missing',
      'The field "resource_type" is missing: it says what the file holds, such as instruments.',
    );
  }
  checkForm(form);
  const { resource_type, on_error, identifier_column, format, mapping, defaults, dry_run, spreadsheet_safe } =
    form as unknown as ImportFormDto;
  const options = Object.entries(form).filter(([name]) => OPTIONS.includes(name));
  return {
    resourceType: resource_type,
    onError: on_error ?? 'abort',
    identifierColumn: identifier_column ?? null,
    format: format ?? null,
    mapping: mapping ?? {},
    defaults: defaults ?? {},
    dryRun: dry_run ?? false,
    spreadsheetSafe: spreadsheet_safe ?? false,
    options: Object.fromEntries(options),
  };
}

/** The fields that are not empty, with JSON and booleans parsed. */
function parseFields(fields: Readonly<Record<string, string>>): JsonObject {
  const given = Object.entries(fields).filter(([, text]) => text !== '');
  return Object.fromEntries(given.map(([name, text]): [string, JsonValue] => [name, parseField(name, text)]));
}

function parseField(name: string, text: string): JsonValue {
  if (isOneOf(JSON_FIELDS, name)) return readJson(name, text);
  if (!isOneOf(BOOLEAN_FIELDS, name)) return text;
  if (text !== 'true' && text !== 'false') throw malformed(name, `${name} must be one of true, false.`);
  return text === 'true';
}

/** A JSON field. Its members are objects, except `expect_columns`; a null member is an absent one, except a null quote. */
function readJson(name: string, text: string): JsonValue {
  try {
    const value = parseJson(text, { depth: 32 });
    if (name === 'expect_columns' || isJsonObject(value)) return value;
  } catch (error) {
    if (!(error instanceof JsonIssue)) throw error;
    throw malformed(name, `${name} is not valid JSON: ${error.message}`);
  }
  throw malformed(name, `${name} must be a JSON object, like {"Symbol":"identifier"}.`);
}

/** Checks the parsed form against its DTO. The values of `mapping` and `defaults` are data of the client, whatever their keys. */
function checkForm({ mapping, defaults, ...form }: JsonObject): void {
  const reserved = findReservedKey(form);
  const errors: ProblemError[] =
    reserved === null
      ? toProblemErrors(
          validateSync(
            Object.assign(plainToInstance(ImportFormDto, form), {
              ...(mapping !== undefined && { mapping }),
              ...(defaults !== undefined && { defaults }),
            }),
            { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false },
          ),
        )
      : [{ pointer: reserved, code: 'unknown_property', message: 'There is no property of that name here.' }];
  const [first, ...others] = errors;
  if (first === undefined) return;
  const detail = others.length === 0 ? first.message : `The form has ${errors.length} errors; see errors.`;
  throw problem(400, 'invalid_request', detail, { errors });
}

function malformed(name: string, message: string): Error {
  return problem(400, 'invalid_request', message, {
    errors: [{ pointer: `/${name}`, code: 'invalid_value', message }],
  });
}

/** One text for one request: fields in a fixed order, JSON parsed and written anew, the file by its hash (docs/contract.md 6.5). */
export function fingerprintOf({ options, ...form }: ImportForm, fileSha256: string): string {
  return writeJson({
    ...form,
    mapping: sorted(form.mapping),
    defaults: sorted(form.defaults),
    fileSha256,
    ...(Object.keys(options).length > 0 && { options: sorted(options as unknown as JsonObject) }),
  });
}

/** The same value with the keys of its objects in order. */
function sorted<Value extends JsonValue>(value: Value): Value {
  if (Array.isArray(value)) return value.map((item) => sorted(item)) as Value;
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)])) as Value;
}
