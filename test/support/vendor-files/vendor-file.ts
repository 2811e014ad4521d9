import { readCsv } from '../read-csv';

/** A record as an export writes it, by field. Custom fields and items are fields too. */
export type Expected = Readonly<Record<string, string>>;

/** A real file, what is given by hand beside what its inspection returns, and what is stored of it. */
export interface VendorFile {
  /** Its path in the folder of real files. */
  readonly file: string;
  readonly type: string;
  /** Fields of the form that are given by hand; none: the inspection proves all. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** Fields of the form that the inspection does not take: they say what an import does with the records. */
  readonly also?: Readonly<Record<string, unknown>>;
  /** Why the inspection cannot find what is given. */
  readonly why?: string;
  /** Codes of the questions that the inspection has without what is given. */
  readonly asks?: readonly string[];
  /** The type or series that is created first, where the inspection proposes none. */
  readonly before?: { readonly path: string; readonly body: object };
  /** Rows after the import: refused ones by the reason, and those that are skipped. */
  readonly refused?: readonly Refused[];
  readonly skipped?: number;
  /** Codes of the problems that the inspection finds in its part of the file, where they are not those of `refused`. */
  readonly issues?: readonly string[];
  /** Rows that are stored. */
  readonly rows: number;
  /** The records of the file, read without the code under test. */
  readonly expected: (text: string) => readonly Expected[];
}

export interface Refused {
  readonly code: string;
  readonly rows: number;
  readonly why: string;
}

/** A file that no import takes, and why. */
export interface NoImport {
  readonly file: string;
  readonly why: string;
  /** The form with which it is tried. */
  readonly form: Readonly<Record<string, unknown>>;
  readonly code: string;
}

/** The records of a CSV file by the names of its header, or by `names` when it has none. */
export function csv(text: string, names?: readonly string[]): Expected[] {
  const whole = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const records = readCsv(whole.endsWith('\n') ? whole : `${whole}\n`);
  const header = names ?? records[0] ?? [];
  return records
    .slice(names === undefined ? 1 : 0)
    .map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

type Reader = string | ((row: Expected) => string);

/** Records with these fields, each the text of a column or what a function computes from the row. */
export const pick = (rows: readonly Expected[], fields: Readonly<Record<string, Reader>>): Expected[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(fields).map(([field, from]) => [
        field,
        typeof from === 'string' ? (row[from] ?? '') : from(row),
      ]),
    ),
  );

/** The fields that have the name of their column. */
export const same = (...columns: string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, column]));

export const constant = (text: string) => (): string => text;

/** Midnight UTC of a plain date. */
export const midnight =
  (column: string) =>
  (row: Expected): string =>
    `${row[column] ?? ''}T00:00:00Z`;

/** A text that means null is empty. */
export const without =
  (column: string, ...nulls: string[]) =>
  (row: Expected): string =>
    nulls.includes(row[column] ?? '') ? '' : (row[column] ?? '');

/** Digits `20261130` as a date. */
export const date8 =
  (column: string) =>
  (row: Expected): string =>
    (row[column] ?? '').replace(/^(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');

/** A truth value in lower case; `Y` and `N` too. */
export const truth =
  (column: string) =>
  (row: Expected): string =>
    ({ Y: 'true', N: 'false', True: 'true', False: 'false' })[row[column] ?? ''] ?? '';

/** The cells of a wide file as rows: the name of the column, the cell, and the other fields. */
export const long = (
  rows: readonly Expected[],
  except: readonly string[],
  nulls: readonly string[],
  record: (row: Expected, column: string, cell: string) => Expected,
): Expected[] =>
  rows.flatMap((row) =>
    Object.entries(row)
      .filter(([column, cell]) => column !== '' && !except.includes(column) && !nulls.includes(cell))
      .map(([column, cell]) => record(row, column, cell)),
  );

/** A number with its exponent written out: `3.6e-05` is 0.000036, `1.479E+7` is 14790000. */
export function plain(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)\.?(\d*)[eE]([-+]?\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const digits = `${whole}${fraction}`;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

export const decimal =
  (column: string) =>
  (row: Expected): string =>
    plain(row[column] ?? '');
