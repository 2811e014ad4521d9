import { date, timestamp } from '../field';
import { compileFieldRules } from '../reading/field-rules/compile-field-rules';
import { FieldOptionError } from '../reading/field-rules/field-option-error';
import type { ReaderOf } from './time-evidence';

const FIELDS = {
  date: date({ describe: 'A date.', example: '2026-01-31' }),
  timestamp: timestamp({ describe: 'A timestamp.', example: '2026-01-31T00:00:00Z' }),
};

/** The reader that an import uses for the options: every pattern that inspection proposes has read all values by it. */
export const readerOf: ReaderOf = (options, kind) => {
  try {
    const read = compileFieldRules(FIELDS[kind], options);
    return (text) => typeof read(text) === 'string';
  } catch (error) {
    if (!(error instanceof FieldOptionError)) throw error;
    return null;
  }
};
