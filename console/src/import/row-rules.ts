import type { FormOptions } from '../api/inspection';

/** What happens with rows; an empty text: as the profile says, or the default. */
export interface RowRules {
  onDuplicate: string;
  unknownColumns: string;
  archived: string;
  /** A number of rows or a percentage; under `abort` only. */
  maxErrors: string;
  warningsAsErrors: string;
}

export const DEFAULT_RULES: RowRules = {
  onDuplicate: '',
  unknownColumns: '',
  archived: '',
  maxErrors: '',
  warningsAsErrors: '',
};

/** The rules as fields of the form; what is not chosen is left out. */
export function writeRules(rules: RowRules, onError: 'abort' | 'continue'): FormOptions {
  const { onDuplicate, unknownColumns, archived, warningsAsErrors } = rules;
  const maxErrors = onError === 'abort' ? rules.maxErrors.trim() : '';
  return {
    ...(onDuplicate !== '' && { on_duplicate: onDuplicate }),
    ...(unknownColumns !== '' && { unknown_columns: unknownColumns }),
    ...(archived !== '' && { archived }),
    ...(maxErrors !== '' && { max_errors: maxErrors }),
    ...(warningsAsErrors !== '' && { warnings_as_errors: warningsAsErrors === 'true' }),
  };
}
