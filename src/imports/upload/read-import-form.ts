import { isJsonObject, type JsonObject, type JsonValue } from '../../formats/json/json-value';
import { JsonIssue } from '../../formats/json/json-cursor';
import { parseJson } from '../../formats/json/parse-json';
import { problem } from '../../http/problem/problem.exception';
import { propertiesOf } from '../../http/validation/dto.pipe';
import { settingsErrors } from '../check-settings';
import type { ImportSettings } from '../import-settings';
import { BOOLEAN_FIELDS, ImportFormDto, JSON_FIELDS } from '../imports.dto';

/** What the fields of the form say, beside its file; what is left out follows from its profile or has its default. */
export type GivenForm = ImportSettings & Pick<ImportFormDto, 'resource_type' | 'profile' | 'dry_run'>;

const FIELDS = propertiesOf(ImportFormDto);

const isOneOf = (names: readonly string[], name: string): boolean => names.includes(name);

/**
 * Reads the fields of the form, which `ImportFormDto` defines. Throws 400 for an unknown field and a value of the wrong form;
 * an empty value is an absent one, except of a boolean.
 */
export function readImportForm(fields: Readonly<Record<string, string>>): GivenForm {
  const unknown = Object.keys(fields).find((name) => !FIELDS.includes(name));
  if (unknown !== undefined) {
    throw problem(
      400,
      'unknown_field',
      `There is no field "${unknown}". The fields are: ${FIELDS.join(', ')}.`,
    );
  }
  const form = parseFields(fields);
  const errors = settingsErrors(ImportFormDto, form);
  const [first, ...others] = errors;
  if (first === undefined) return form;
  const detail = others.length === 0 ? first.message : `The form has ${errors.length} errors; see errors.`;
  throw problem(400, 'invalid_request', detail, { errors });
}

/** The fields that are not empty, with JSON and booleans parsed. An empty boolean could mean both, and is refused. */
function parseFields(fields: Readonly<Record<string, string>>): JsonObject {
  const given = Object.entries(fields).filter(([name, text]) => text !== '' || isOneOf(BOOLEAN_FIELDS, name));
  return Object.fromEntries(given.map(([name, text]): [string, JsonValue] => [name, parseField(name, text)]));
}

function parseField(name: string, text: string): JsonValue {
  if (isOneOf(JSON_FIELDS, name)) return readJson(name, text);
  if (!isOneOf(BOOLEAN_FIELDS, name)) return text;
  if (text !== 'true' && text !== 'false')
    throw malformed(name, `${name} must be true or false${text === '' ? ', or left out; it is empty' : ''}.`);
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

function malformed(name: string, message: string): Error {
  return problem(400, 'invalid_request', message, {
    errors: [{ pointer: `/${name}`, code: 'invalid_value', message }],
  });
}
