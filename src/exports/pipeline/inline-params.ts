import type { Sql, SqlParameter } from '../../database/sql';

/**
 * A statement with its parameters written into it, for COPY takes none. Postgres itself quotes them: they travel as bound
 * parameters of `quote_nullable`, which knows how this session reads literals, and a quoted literal has no type of its
 * own, just like a parameter. So no escaping of ours stands between user input and SQL, and the plan knows the values.
 */
export async function inlineParams(sql: Sql, text: string, params: readonly SqlParameter[]): Promise<string> {
  if (params.length === 0) return text;
  const quoted = params.map((_, index) => `quote_nullable($${index + 1}::text)`);
  const [row] = await sql.query<{ literals: string[] }>(
    `SELECT ARRAY[${quoted.join(', ')}] AS literals`,
    params,
  );
  return text.replace(/\$(\d+)/g, (placeholder, number: string) => {
    const literal = row?.literals[Number(number) - 1];
    if (literal === undefined) throw new Error(`The statement has no parameter ${placeholder}.`);
    return literal;
  });
}
