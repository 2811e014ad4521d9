import type { SortKey } from '../catalog/filter/read-sort';
import type { SortTerm } from '../catalog/filter/sort-sql';
import { isUuidForm } from '../formats/uuid-form';
import { isValueIssue } from '../catalog/reading/read-value';
import { decodeCursor, encodeCursor } from '../http/pagination/cursor';
import { problem } from '../http/problem/problem.exception';

/** Writes and reads the cursors of one order. A cursor contains the order and the values of `terms`. */
export class PageCursor {
  private readonly order: string;

  constructor(
    sort: readonly SortKey[],
    private readonly terms: readonly SortTerm[],
  ) {
    this.order = sort
      .map(({ field, descending }) => `${descending ? '-' : ''}${field.scope}.${field.name}`)
      .join(',');
  }

  write(values: readonly (string | null)[]): string {
    return encodeCursor([this.order, ...values]);
  }

  /** Throws 400 `invalid_cursor` for a cursor of another list or another order. */
  read(after: string): (string | null)[] {
    const [order, ...values] = decodeCursor(after, this.terms.length + 1);
    if (order !== this.order) {
      const detail = '"after" is a cursor of another order. Begin this one at its start.';
      throw problem(400, 'invalid_cursor', detail);
    }
    return values.map((value, at) => readValue(this.terms[at], value));
  }
}

function readValue(term: SortTerm | undefined, value: string | null): string | null {
  if (value === null || !term) return null;
  const read = term.field.kind.read(value, { max: null, values: null });
  if (isValueIssue(read) || (term.field.kind.pgType === 'uuid' && !isUuidForm(read))) {
    throw problem(400, 'invalid_cursor', '"after" is not a next_cursor of this list.');
  }
  return read;
}
