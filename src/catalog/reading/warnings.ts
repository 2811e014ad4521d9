import { shownText } from '../../formats/shown-text';
import { Groups, type Group } from './groups';

/** Something about a file that does not stop a row and that its sender may want to know. */
export type Warning = Group;

const MORE = {
  code: 'more_warnings',
  message: 'The file has more kinds of warnings than a job lists; the count of this one is theirs.',
};

/** Collects the warnings of one file: one for each code and column, with a count. Pure. */
export class Warnings extends Groups {
  constructor() {
    super(MORE);
  }

  /** Counts one more row (or, with `row` null, one more column) that has the warning; the first message stays. */
  add(code: string, column: string | null, message: string, row: number | null = null): void {
    this.merge([{ code, column, message: shownText(message), count: 1, first_row: row }]);
  }
}

/** The warnings of both lists together. */
export function addWarnings(some: readonly Warning[], others: readonly Warning[]): readonly Warning[] {
  if (others.length === 0) return some;
  const all = new Warnings();
  all.merge(some);
  all.merge(others);
  return all.all;
}
