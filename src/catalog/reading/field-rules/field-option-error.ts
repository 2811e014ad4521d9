import type { FieldOptions } from '../../binding/field-options';

/** An option of a field that cannot be meant, found when the options are compiled. */
export class FieldOptionError extends Error {
  constructor(
    readonly option: keyof FieldOptions,
    /** What is wrong and what is allowed; a sentence. */
    message: string,
  ) {
    super(message);
  }
}
