import { EVERY_FIELD } from '../catalog/binding/field-options';
import { jsonPointer } from '../formats/json/json-pointer';
import { BindingError, targetsOf } from '../catalog/binding/target';
import { checkCommonOptions, checkFieldOptions } from '../catalog/reading/field-rules/check-field-options';
import type { ResourceDescription } from '../catalog/resource';
import { checkCsvOptions } from '../formats/csv/check-csv-options';
import { encodingOfLabel, unknownEncoding } from '../formats/encodings/encoding-label';
import { jsonLayout } from '../formats/json/json-layout';
import { OptionError } from '../formats/option-error';
import { problem } from '../http/problem/problem.exception';
import type { ImportSettings } from '../imports/import-settings';

/** A custom field that the workspace may have when a file is imported; now it need not be there. */
const CUSTOM = /^(?:field\.)?[a-z][a-z0-9_]{0,62}$/;

/**
 * Throws 422 `invalid_mapping` for a field that no file of the resource can feed. Custom fields are checked when a file is
 * imported: a profile may be there before the types.
 */
export function checkFields(resource: ResourceDescription, settings: ImportSettings): void {
  const core = targetsOf(resource, []);
  const isField = (name: string): boolean =>
    core.has(name) || name === 'id' || (resource.customFields !== null && CUSTOM.test(name));
  for (const [pointer, name] of namedFields(settings)) {
    if (isField(name)) continue;
    const message =
      `There is no field "${name}". The fields are: ${[...core.keys()].join(', ')}` +
      (resource.customFields === null ? '.' : ', and the custom fields of the type.');
    throw problem(422, 'invalid_mapping', message, {
      errors: [{ pointer, code: 'invalid_mapping', message }],
    });
  }
}

/** The fields of the resource that settings name, each with its JSON pointer. */
function* namedFields(settings: ImportSettings): Generator<[string, string]> {
  const {
    mapping = {},
    defaults = {},
    field_options = {},
    match = {},
    unpivot,
    identifier_column,
  } = settings;
  for (const [column, field] of Object.entries(mapping)) {
    if (field !== null) yield [jsonPointer('mapping', column), field];
  }
  for (const field of Object.keys(defaults)) yield [jsonPointer('defaults', field), field];
  for (const field of Object.keys(field_options)) {
    if (field !== EVERY_FIELD) yield [jsonPointer('field_options', field), field];
  }
  for (const field of Object.keys(match)) yield [jsonPointer('match', field), field];
  if (unpivot !== undefined) {
    yield ['/unpivot/name_to', unpivot.name_to];
    yield ['/unpivot/value_to', unpivot.value_to];
  }
  if (identifier_column !== undefined && !Object.hasOwn(mapping, identifier_column)) {
    yield ['/identifier_column', identifier_column];
  }
}

/**
 * Throws 422 `invalid_mapping` for options of fields that cannot be meant, such as an unknown time zone. Without a resource
 * only those of all fields are checked; the kind of a custom field is not known before an import.
 */
export function checkOptions(
  resource: ResourceDescription | null,
  { field_options = {} }: ImportSettings,
): void {
  try {
    checkCommonOptions(field_options);
    for (const [name, field] of resource?.fields ?? []) checkFieldOptions(name, field, field_options);
  } catch (error) {
    if (!(error instanceof BindingError)) throw error;
    const { code, pointer, message } = error;
    throw problem(422, 'invalid_mapping', message, { errors: [{ pointer, code, message }] });
  }
}

/** Throws 422 `invalid_mapping` for options of the file that contradict each other, for a pointer or an encoding that is none. */
export function checkFileOptions({ csv_options = {}, json_options = {} }: ImportSettings): void {
  try {
    checkCsvOptions(csv_options);
    jsonLayout(json_options);
    checkEncoding('/csv_options/encoding', csv_options.encoding);
    checkEncoding('/json_options/encoding', json_options.encoding);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    const { pointer, message } = error;
    throw problem(422, 'invalid_mapping', message, {
      errors: [{ pointer, code: 'invalid_mapping', message }],
    });
  }
}

function checkEncoding(pointer: string, label: string | undefined): void {
  if (label !== undefined && encodingOfLabel(label) === null)
    throw new OptionError(pointer, unknownEncoding(label));
}
