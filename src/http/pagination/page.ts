/** One page of a list, as it is answered. */
export interface Page<T> {
  data: T[];
  meta: { next_cursor: string | null; has_more: boolean };
}

/**
 * The page out of `limit + 1` rows: the one too many says that there are more. `cursorOf` gives the cursor behind a row.
 */
export function toPage<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => string): Page<T> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { data, meta: { next_cursor: hasMore ? cursorOf(last) : null, has_more: hasMore } };
}
