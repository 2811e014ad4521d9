import { cutText, shownJson } from '../../formats/shown-text';
import { FileError } from '../../formats/format';

/** Maximum columns of the header in a message, and characters of a name. */
const MAX_SHOWN_COLUMNS = 20;
const MAX_SHOWN_NAME = 60;
/** Columns of a header that are named in advice about a file without one. */
const MAX_ADVISED = 3;

/** A name of a column as messages show it. */
export const shownName = (name: string): string => cutText(name, MAX_SHOWN_NAME);

/** Names in quotes, at most 20 of them. */
export function list(names: readonly string[]): string {
  const shown = names.slice(0, MAX_SHOWN_COLUMNS).map((name) => `"${shownName(name)}"`);
  const more = names.length > MAX_SHOWN_COLUMNS ? ` and ${names.length - MAX_SHOWN_COLUMNS} more` : '';
  return `${shown.join(', ')}${more}`;
}

/** The file lacks a column; the message shows the header and what may be meant. */
export function missingColumn(what: string, header: readonly string[], advice = ''): FileError {
  const ending = advice === '' ? noHeaderAdvice(header) : advice;
  return new FileError('missing_column', `${what} The columns of the file are: ${list(header)}.${ending}`, 1);
}

/** Numbers, dates and times: they are values of rows and rarely name a column. */
const VALUE =
  /^[-+]?\d+(?:[.,]\d+)*(?:[eE][-+]?\d+)?%?$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T]|$)|^\d{1,2}:\d{2}/;

/** True when the first record looks like a row of values and not like names: a value, or a cell without text. */
const looksLikeData = (header: readonly string[]): boolean => header.some((name) => VALUE.test(name.trim()));

/** A character that may separate cells, other than those that are detected. */
const SEPARATOR = /[^\p{L}\p{N}\s_"'.,;|/()%$#&+-]/u;

/** What to do when no column of the header is known, and none has a similar name. */
export function unknownHeaderAdvice(header: readonly string[]): string {
  const data = noHeaderAdvice(header);
  if (data !== '') return data;
  const [only = ''] = header;
  const separator = header.length === 1 ? SEPARATOR.exec(only)?.[0] : undefined;
  if (separator !== undefined) {
    const given = shownJson({ delimiter: separator });
    return ` It is one column. If "${separator}" separates the cells, send csv_options=${given}.`;
  }
  return (
    ' If these are the names, say which one feeds which field: mapping={"column":"field"}. If they are in a later line, ' +
    `give its number: csv_options={"header_row":…}. If the file has no header, name its columns: csv_options={"columns":[…]}.`
  );
}

/** What to do when the file has no header row; empty when its first record looks like names. */
export function noHeaderAdvice(header: readonly string[]): string {
  if (!looksLikeData(header)) return '';
  const names = header.slice(0, MAX_ADVISED).map((_, index) => `"name${index + 1}"`);
  const more = header.length > MAX_ADVISED ? ',…' : '';
  return (
    ` The first record looks like data. No header row? Give the names of its ${header.length} ` +
    `${header.length === 1 ? 'column' : 'columns'}: csv_options={"columns":[${names.join(',')}${more}]}.`
  );
}
