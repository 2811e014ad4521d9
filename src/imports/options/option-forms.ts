import { ValidateBy } from 'class-validator';

/** Maximum characters of a name or another text in an option. */
export const MAX_TEXT = 1_000;
/** Maximum names of columns in an option. */
export const MAX_COLUMNS = 10_000;
/** Maximum values in a list or a map of an option. */
export const MAX_VALUES = 10_000;

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_TEXT;

/** True for a list of texts with at most `max` items. */
export const isTexts = (value: unknown, max: number): value is string[] =>
  Array.isArray(value) && value.length <= max && value.every(isText);

/** True for an object whose at most `max` values are texts. */
export function isTextRecord(value: unknown, max: number): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= max && entries.every(([key, text]) => isText(key) && isText(text));
}

/** A property that has one of several forms, which `wanted` describes in words. */
export const IsOfForm = (wanted: string, isValid: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({
    name: 'isOfForm',
    validator: { validate: isValid, defaultMessage: () => `$property must be ${wanted}` },
  });
