import type { ClientBase } from 'pg';
import type { Sql } from './sql';

/** A single connection as whatever runs statements. */
export const sqlOf = (client: ClientBase): Sql => ({
  query: async <Row extends object>(text: string, params: readonly unknown[] = []): Promise<Row[]> =>
    (await client.query<Row>(text, [...params])).rows,
});
