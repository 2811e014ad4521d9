import type { FileFormat } from '../../formats/format';
import type { Mapping } from '../../catalog/binding/binder';
import { isJsonObject, type JsonObject, type JsonValue } from '../../formats/json/json-value';
import { writeJson } from '../../formats/json/write-json';
import { problem } from '../../http/problem/problem.exception';
import type { ImportOptions } from '../import-options';
import type { NamedSettings } from './import-profiles';
import { mergeSettings } from './merge-settings';
import type { GivenForm } from './read-import-form';

/** The form of an import with the settings of its profile and the defaults. */
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

/**
 * The form over its profile. Throws 400 when neither says what the file holds, and 422 when they contradict each other.
 */
export function completeForm(given: GivenForm, profile: NamedSettings | null): ImportForm {
  const { resource_type, dry_run, ...settings } = given;
  const merged = mergeSettings(profile?.settings ?? {}, settings);
  const { on_error, identifier_column, format, mapping, defaults, spreadsheet_safe, ...options } = merged;
  if (on_error === 'continue') {
    if (given.max_errors !== undefined) throw maxErrorsUnused();
    delete options.max_errors; // the profile has it for its own `abort`
  }
  return {
    resourceType: readResourceType(resource_type, profile),
    onError: on_error ?? 'abort',
    identifierColumn: identifier_column ?? null,
    format: format ?? null,
    mapping: mapping ?? {},
    defaults: defaults ?? {},
    dryRun: dry_run ?? false,
    spreadsheetSafe: spreadsheet_safe ?? false,
    options: { ...options, ...(profile && { profile: profile.identifier }) },
  };
}

/** An option that would do nothing is refused, so that nobody relies on it. */
function maxErrorsUnused(): Error {
  const message =
    'max_errors belongs to on_error=abort: under continue any number of rows may fail. Leave one of the two out.';
  return problem(400, 'invalid_request', message, {
    errors: [{ pointer: '/max_errors', code: 'invalid_value', message }],
  });
}

function readResourceType(given: string | undefined, profile: NamedSettings | null): string {
  const named = profile?.resourceType ?? null;
  if (given === undefined) {
    if (named !== null) return named;
    const where = profile === null ? '' : ` The profile "${profile.identifier}" does not say it.`;
    throw problem(
      400,
      'field_missing',
      `The field "resource_type" is missing: it says what the file holds, such as instruments.${where}`,
    );
  }
  if (named === null || named === given) return given;
  const message =
    `The profile "${profile?.identifier ?? ''}" is for files of ${named}, and resource_type says ${given}. ` +
    `Leave resource_type out, or use another profile.`;
  throw problem(422, 'unsupported_resource_type', message, {
    errors: [{ pointer: '/resource_type', code: 'unsupported_resource_type', message }],
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
