/** A CSV file as one program reads it. */
export interface Reading {
  /** Names of the columns, as the program gives them. */
  readonly header: readonly string[];
  /** Cells of each record; null for a record that is refused. Records of empty cells are left out. */
  readonly records: readonly (readonly string[] | null)[];
  /** The file has no header: its names are made up. */
  readonly hasMadeNames: boolean;
  /** Blanks around cells are no part of them. */
  readonly isTrimmed: boolean;
}

/** A file that the program does not read, and what it says. */
export interface Refused {
  readonly refused: string;
}

/** An import skips and counts records without a value; DuckDB passes over some of them. */
export const hasValue = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');
