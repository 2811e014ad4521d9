import type { Client } from 'pg';

/** How many rows of custom fields the database sent to this process. */
export interface FieldRows {
  count: () => number;
  restore: () => void;
}

interface Answer {
  rows?: Record<string, unknown>[];
}

/**
 * Counts the rows with a `field_key` in what Postgres sends to any connection of `client`'s class.
 */
export function countFieldRows(client: typeof Client): FieldRows {
  let count = 0;
  const { prototype } = client as unknown as { prototype: { query: (...given: unknown[]) => unknown } };
  const query = prototype.query;
  const spy = jest.spyOn(prototype, 'query').mockImplementation(function (this: unknown, ...given) {
    const sent = query.apply(this, given);
    if (!(sent instanceof Promise)) return sent;
    return sent.then((answer: Answer | undefined) => {
      count += (answer?.rows ?? []).filter((row) => typeof row['field_key'] === 'string').length;
      return answer;
    });
  });
  return { count: () => count, restore: () => spy.mockRestore() };
}
