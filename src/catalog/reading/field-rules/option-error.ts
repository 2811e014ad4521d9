import type { FieldOptions } from '../field-options';

/** An option of a field that cannot be meant, found when the options are compiled. */
export class OptionError extends Error {
  constructor(
    readonly option: keyof FieldOptions,
    /** What is wrong and what is allowed; a sentence. */
    message: string,
  ) {
    super(message);
  }
}
