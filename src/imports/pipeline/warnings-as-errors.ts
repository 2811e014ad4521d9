import { fileErrorOf, type RowError } from '../../catalog/reading/row-error';
import type { Warning } from '../../catalog/reading/warnings';
import type { ImportRun } from './import-run';

/** The warnings of a file as errors, when the request wants that: one for each kind of warning, and about the file. */
export function warningsAsErrors(
  { request: { options } }: Pick<ImportRun, 'request'>,
  warnings: readonly Warning[],
): RowError[] {
  if (options.warnings_as_errors !== true) return [];
  return warnings.map(({ code, column, message, count, first_row: row }) => {
    const where =
      row === null ? '' : ` ${count === 1 ? 'It is' : `There are ${count}, the first`} in row ${row}.`;
    return {
      ...fileErrorOf({ code, message: `${message}${where} Warnings count as errors in this import.` }),
      column,
    };
  });
}
