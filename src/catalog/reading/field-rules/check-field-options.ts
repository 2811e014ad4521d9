import { jsonPointer } from '../../../formats/json/json-pointer';
import { BindingError } from '../../binding/target';
import type { Field } from '../../field';
import { DATA_TYPES, fieldOfDataType } from '../../record-type';
import { EVERY_FIELD, type FieldOptions, type OptionsByField } from '../../binding/field-options';
import { mergeOptions, OF_ONE_FIELD } from './applicable-options';
import { compileFieldRules, type ReadCell } from './compile-field-rules';
import { FieldOptionError } from './field-option-error';
import { parsePattern } from './date-pattern';
import { EPOCH_UNITS } from './epoch';
import { zoneOf } from './local-time';

const OPTION_CODE = 'invalid_field_options';

/**
 * Compiles the options of one field that `field_options` has under `name`, and those under `*` below them. Null: there are
 * none. Throws a BindingError with the pointer `/field_options/<name>/<option>` for options that cannot be meant.
 */
export function checkFieldOptions(name: string, field: Field, options: OptionsByField): ReadCell | null {
  const own = Object.hasOwn(options, name) ? options[name] : undefined;
  const merged = mergeOptions(field.kind, own, options[EVERY_FIELD]);
  if (!Object.keys(merged).some((option) => !OF_BINDING.includes(option))) return null;
  try {
    return compileFieldRules(field, merged);
  } catch (error) {
    if (!(error instanceof FieldOptionError)) throw error;
    throw refusal(ownerOf(error.option, name, own, merged), error.option, error.message);
  }
}

/** The columns of a field are bound before its cells are read. */
const OF_BINDING: readonly string[] = ['from', 'separator'];

/** An option that is missing is asked for where the others are. */
function ownerOf(
  option: keyof FieldOptions,
  name: string,
  own: FieldOptions | undefined,
  merged: FieldOptions,
): string {
  if (own === undefined) return EVERY_FIELD;
  return own[option] === undefined && merged[option] !== undefined ? EVERY_FIELD : name;
}

/** Checks what can be said of the options under `*` without a field. Throws a BindingError. */
export function checkCommonOptions(options: OptionsByField): void {
  const common = options[EVERY_FIELD];
  if (!common) return;
  const option = OF_ONE_FIELD.find((one) => common[one] !== undefined);
  if (option)
    throw refusal(EVERY_FIELD, option, `${option} is about one field; give it under the name of that field.`);
  try {
    if (common.time_zone !== undefined) zoneOf(common.time_zone);
    if (common.format !== undefined && !EPOCH_UNITS.has(common.format)) parsePattern(common.format);
  } catch (error) {
    if (!(error instanceof FieldOptionError)) throw error;
    throw refusal(EVERY_FIELD, error.option, error.message);
  }
  // The kinds of custom fields: those of the workspace are met only row by row.
  for (const dataType of DATA_TYPES) checkFieldOptions(EVERY_OTHER, fieldOfDataType(dataType), options);
}

/** No field has this name. */
const EVERY_OTHER = '';

/** A refusal of one option of one field. */
const refusal = (name: string, option: string, message: string): BindingError =>
  new BindingError(OPTION_CODE, jsonPointer('field_options', name, option), message);
