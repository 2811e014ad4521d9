/** What is wrong with one record of a file (docs/contract.md 2.4). A file error has `row: null`. */
export interface RowError {
  row: number | null;
  line: number | null;
  column: string | null;
  code: string;
  message: string;
  /** The value as given, cut at 200 characters; null when there is none to show. */
  value: string | null;
  /** Under `unpivot`: the row of the file; `row` counts the rows that the file becomes. */
  fileRow?: number | null;
}

const SHOWN = 200;
const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Cuts a value for the report, never through a surrogate pair, and shows a NUL as U+2400: Postgres stores none. */
export function shownValue(value: string): string {
  const cut = value.length <= SHOWN ? value : [...value.slice(0, SHOWN + 1)].slice(0, SHOWN).join('');
  return cut.replace(LONE_SURROGATES, '\ufffd').replace(/\0/g, '\u2400');
}

/** What is wrong with the file as a whole, as the report shows it. */
export const fileErrorOf = ({
  code,
  message,
  line = null,
}: {
  readonly code: string;
  readonly message: string;
  readonly line?: number | null;
}): RowError => ({ row: null, line, column: null, code, message, value: null });
