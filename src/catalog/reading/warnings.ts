import { shownText } from '../../formats/shown-text';

/** Something about a file that does not stop a row and that its sender may want to know. */
export interface Warning {
  /** A stable code. */
  readonly code: string;
  /** The name that the file uses; null when the warning is about whole rows or the file. */
  readonly column: string | null;
  /** What it means and what to do, with the first value as an example where there is one. */
  readonly message: string;
  /** How many rows or columns have it. */
  readonly count: number;
  /** The first row that has it; null for the file as a whole. */
  readonly first_row: number | null;
}

/** A hostile file may cause any number of different warnings. */
const MAX_WARNINGS = 100;

/** Collects the warnings of one file: one for each code and column, with a count. Pure. */
export class Warnings {
  private readonly byKey = new Map<string, Warning>();

  /** Counts one more row (or, with `row` null, one more column) that has the warning; the first message stays. */
  add(code: string, column: string | null, message: string, row: number | null = null): void {
    this.merge([{ code, column, message: shownText(message), count: 1, first_row: row }]);
  }

  /** Adds the counts of other warnings, such as those of the next batch. */
  merge(others: readonly Warning[]): void {
    for (const other of others) {
      const key = `${other.code}\n${other.column ?? ''}`;
      const known = this.byKey.get(key);
      if (known) this.byKey.set(key, { ...known, count: known.count + other.count });
      else if (this.byKey.size < MAX_WARNINGS) this.byKey.set(key, other);
    }
  }

  get all(): readonly Warning[] {
    return [...this.byKey.values()];
  }

  /** Returns the warnings collected so far and forgets them. */
  take(): readonly Warning[] {
    const taken = this.all;
    this.byKey.clear();
    return taken;
  }
}
