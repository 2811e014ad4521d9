import type { Outcome } from './compare';

/** Files in which `inspect` and DuckDB differ, and why DuckDB is wrong there. */
export interface Difference {
  readonly outcome: Outcome;
  readonly why: string;
  /** What the comparison says of each of these files. */
  readonly shows: RegExp;
  readonly files: readonly string[];
}

/** Every file that is read differently. One that is not any more must be taken out. */
export const DIFFERENCES: readonly Difference[] = [
  {
    outcome: 'different',
    why: 'DuckDB finds no delimiter and reads one column, whose name is the whole header. The header has several names, and an import takes or refuses each record that has not as many cells.',
    shows: /^columns: inspect \[.*DuckDB \["[^"]*[,|][^"]*"\]$/,
    files: [
      'vendor/lean_symbol_properties.csv',
      'not-ok/footer-one-cell.csv',
      'not-ok/ragged-short.csv',
      'not-ok/ragged-surplus-empty.csv',
      'not-ok/ragged-surplus-value.csv',
      'not-ok/ragged-unquoted-comma.csv',
      'not-ok/trailing-delimiter-header.csv',
      'not-ok/unpivot-zero-rows-ragged.csv',
      'ok/ctrl-z.csv',
      'ok/footer-both-followed.csv',
      'ok/footer-one-cell-followed.csv',
      'ok/footer-skip.csv',
      'ok/nul-end.csv',
      'ok/ragged-short-followed.csv',
      'ok/ragged-surplus-empty-followed.csv',
      'ok/trailing-delimiter-header-followed.csv',
      'not-ok/nasdaq-nasdaqlisted.txt',
      'not-ok/nasdaq-otherlisted-listings.txt',
      'not-ok/nasdaq-otherlisted.txt',
      'ok/nasdaq-otherlisted-listings.txt',
      'ok/nasdaq-otherlisted.txt',
    ],
  },
  {
    outcome: 'different',
    why: 'DuckDB takes the header for a record, since a name is empty and no column has a type that texts have not. The first line has the names of the columns.',
    shows: /^inspect finds a header$/,
    files: [
      'ca-tsx-cse__cse.csv',
      'not-ok/delimiter-two-characters.csv',
      'ok/nameless-column-ignored.csv',
      'ok/trailing-delimiter-all.csv',
    ],
  },
  {
    outcome: 'different',
    why: 'DuckDB begins at the widest record and skips the header before it, and records too. The first line has the names of the columns.',
    shows: /^inspect finds a header$|^columns: .*DuckDB \["BRK-A",/,
    files: [
      'not-ok/row-prefix-not-given.csv',
      'ok/row-prefix-not-given-followed.csv',
      'ok/row-prefix-columns.csv',
      'ok/ragged-pad.csv',
      'instruments/fixtures/not-ok/a-record-that-a-comma-splits.csv',
    ],
  },
  {
    outcome: 'different',
    why: 'DuckDB takes the trailer "File Creation Time: …" for a record. No instrument has that symbol.',
    shows: /^records: inspect \d+, DuckDB \d+$/,
    files: [
      'pddl-nasdaq-listings__nasdaq-listed-symbols.csv',
      'not-ok/footer-not-given.csv',
      'ok/footer-not-given-followed.csv',
      'not-ok/profile-contradicts.txt',
      'not-ok/profile-nasdaq-changed.txt',
      'ok/profile-nasdaq.txt',
      'not-ok/nasdaq-nasdaqlisted-listings.txt',
      'ok/nasdaq-nasdaqlisted-listings.txt',
      'ok/nasdaq-nasdaqlisted.txt',
    ],
  },
  {
    outcome: 'different',
    why: 'DuckDB reads the lines around the block as records of one column. The records stand between START-OF-DATA and END-OF-DATA.',
    shows: /^columns: .*DuckDB \["START-OF-FILE"\]$/,
    files: [
      'ok/markers-columns.out',
      'ok/markers.out',
      'not-ok/bloomberg-out-instruments.out',
      'not-ok/bloomberg-out-prices.out',
      'ok/bloomberg-out-instruments.out',
      'ok/bloomberg-out-prices.out',
    ],
  },
  {
    outcome: 'different',
    why: 'DuckDB leaves out the U+FEFF in front of a cell. The identifier has that character, and an import refuses it by its name.',
    shows: /^record 1: inspect "\ufeffDDD", DuckDB "DDD"$/,
    files: ['not-ok/invisible-bom-inside.csv', 'ok/invisible-bom-inside-followed.csv'],
  },
  {
    outcome: 'different',
    why: "DuckDB takes the apostrophe for an escape and leaves it out. 1'234'567.80 is a number with apostrophes between thousands.",
    shows: /inspect "1'234'567\.80", DuckDB "1234567\.80"$/,
    files: ['ok/number-thousands-apostrophe.csv'],
  },
  {
    outcome: 'different',
    why: 'DuckDB finds no quotes and leaves those around the cell in its value. They begin and end the cell, and only those inside are characters of it.',
    shows: /inspect "Epsilon \\"E\\" Inc", DuckDB "\\"Epsilon \\"E\\" Inc\\""$/,
    files: ['ok/quote-inside-cell-lenient.csv'],
  },
  {
    outcome: 'different',
    why: 'DuckDB takes an opening quote without an end for a character of the cell. An import refuses the record, and what follows in it, as quote_malformed.',
    shows: /^records: inspect 1, DuckDB 2$/,
    files: ['not-ok/quote-unclosed.csv', 'ok/quote-unclosed-followed.csv'],
  },
  {
    outcome: 'different',
    why: 'DuckDB takes a tab in a line of blanks for the delimiter. The header has three names between commas.',
    shows: /^columns: inspect \["identifier","name","type_id"\], DuckDB \["column0","column1"\]$/,
    files: ['ok/blank-rows-of-blanks.csv'],
  },
  {
    outcome: 'refused_records',
    why: 'A record has a NUL character, which no text in the database can have: an import refuses it as nul_character.',
    shows: /^$/,
    files: ['not-ok/nul-inside.csv'],
  },
  {
    outcome: 'only_duckdb',
    why: 'The file has nothing but blanks, or nothing: an import refuses it as file_empty.',
    shows: /^no format file_empty$/,
    files: ['not-ok/file-blank.csv', 'not-ok/file-bom-only.csv', 'not-ok/file-empty.csv'],
  },
  {
    outcome: 'only_duckdb',
    why: 'The file is a web page, which DuckDB reads as one column: an import refuses it as unsupported_file_format.',
    shows: /^no format unsupported_file_format$/,
    files: ['not-ok/file-html.csv'],
  },
  {
    outcome: 'only_duckdb',
    why: 'The file is a JSON array, which DuckDB reads as one header without records: inspect proposes JSON.',
    shows: /^json $/,
    files: ['not-ok/json-array-named-csv.csv', 'ok/json-array-named-csv-followed.csv'],
  },
  {
    outcome: 'only_duckdb',
    why: 'The lines end with CR alone: an import refuses it as line_end_unsupported, since a CR may be a part of a cell.',
    shows: /^csv line_end_unsupported$/,
    files: ['not-ok/lines-cr-only.csv'],
  },
];
