import type { CsvOptions, ResolvedCsvOptions } from './csv-options';

/** The options of a CSV file with the defaults. `head`: its first bytes; `isWhole`: there are no others. */
export function resolveCsvOptions(
  options: CsvOptions,
  _head: Uint8Array,
  _isWhole: boolean,
): ResolvedCsvOptions {
  return { delimiter: ',', quote: '"', escape: 'double', encoding: 'utf-8', ...options };
}
