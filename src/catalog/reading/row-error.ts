import { shownText } from '../../formats/shown-text';

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

const MAX_SHOWN = 200;

/** Cuts a value for the report, never through a surrogate pair, and shows unseen characters like `<U+200B>`. */
export function shownValue(value: string): string {
  const cut =
    value.length <= MAX_SHOWN ? value : [...value.slice(0, 2 * MAX_SHOWN)].slice(0, MAX_SHOWN).join('');
  return shownText(cut);
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
}): RowError => ({ row: null, line, column: null, code, message: shownText(message), value: null });
