import type { CsvOptions } from '../formats/csv/csv-options';
import { DEFAULT_LAYOUT, type FileLayout } from '../formats/file-layout';
import { CliFailure } from './failures';
import type { ImportForm } from './import-file';

/** Options of CSV that mean the same in every part: a part has the lines up to the header, and whole records. */
const CSV_OF_RECORDS: ReadonlySet<string> = new Set([
  'delimiter',
  'quote',
  'escape',
  'header_row',
  'columns',
  'comment',
  'row_prefix_columns',
  'trim',
  'ragged',
  'lenient_quotes',
]);

/**
 * The layout by which a file is split. Throws a `CliFailure` for an option that is about the file as a whole, because the
 * parts would not have what it names, or would each have it.
 */
export function layoutOfParts(form: ImportForm): FileLayout {
  if (form.profile !== undefined)
    throw whole('--profile', 'its options may be about the whole file: give the options themselves');
  if (form.on_duplicate !== undefined && form.on_duplicate !== 'error')
    throw whole('--on-duplicate', 'the same key in two parts is not seen as a duplicate');
  if (form.max_errors !== undefined) throw whole('--max-errors', 'it would count in each part anew');
  if (form.json_options !== undefined)
    throw whole('--json-options', 'only an array of objects, or lines of objects, can be split');
  if (form.member !== undefined) throw whole('--member', 'unpack the archive first');
  const csv = form.csv_options === undefined ? {} : (JSON.parse(form.csv_options) as CsvOptions);
  for (const [name, value] of Object.entries(csv)) {
    const isUtf8 = name === 'encoding' && /^utf-?8$/i.test(String(value));
    const isList = name !== 'columns' || Array.isArray(value);
    if (isUtf8 || (CSV_OF_RECORDS.has(name) && isList)) continue;
    const why =
      name === 'encoding'
        ? 'convert the file to UTF-8 first'
        : 'it is about the whole file: remove those lines first';
    throw whole(`"${name}" of --csv-options`, why);
  }
  return { ...DEFAULT_LAYOUT, csv };
}

const whole = (option: string, why: string): CliFailure =>
  new CliFailure(`--split cannot be combined with ${option}: ${why}.`);
