import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import type { Sql, SqlParameter } from '../database/sql';
import { decodeCursor, encodeCursor } from '../http/pagination/cursor';
import { type Page, readLimit, toPage } from '../http/pagination/page';

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The query parameters of a list. */
export class ListQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: 50,
    description: 'Most objects of the page; more than 200 counts as 200.',
  })
  @IsOptional()
  @IsString()
  limit?: string;

  @ApiPropertyOptional({ description: 'The `next_cursor` of the page before.' })
  @IsOptional()
  @IsString()
  after?: string;

  @ApiPropertyOptional({
    enum: ['true', 'false', 'all'],
    default: 'false',
    description: '`true`: archived (or revoked) ones only; `all`: both.',
  })
  @IsOptional()
  @IsIn(['true', 'false', 'all'])
  archived?: 'true' | 'false' | 'all';

  @ApiPropertyOptional({ description: 'Only these, by UUID, with commas between.' })
  @IsOptional()
  @IsString()
  ids?: string;
}

/** A list of rows that have `id` and `created_at` and are never deleted. */
export interface ListSource {
  /** SQL of the returned columns, `id` among them. */
  columns: string;
  table: string;
  /** SQL of the condition that restricts rows to their owner, with the parameters `owners`. */
  where: string;
  owners: readonly SqlParameter[];
  /** Column that is null while a row is active. */
  endedAt: string;
}

/** One page, oldest first. The cursor is the id of the last row: rows stay, so it never misses or repeats one. */
export async function selectPage<Row extends { id: string }>(
  sql: Sql,
  source: ListSource,
  query: ListQuery,
): Promise<Page<Row>> {
  const { columns, table, where, owners, endedAt } = source;
  const limit = readLimit(query.limit);
  const params: SqlParameter[] = [...owners, limit + 1];
  const conditions = [where, ACTIVE[query.archived ?? 'false'](endedAt)];
  if (query.ids !== undefined) {
    params.push(query.ids.split(',').filter((id) => UUID.test(id)));
    conditions.push(`id = ANY ($${params.length}::uuid[])`);
  }
  if (query.after !== undefined) {
    params.push(decodeCursor(query.after, 1, [UUID])[0] ?? null);
    conditions.push(
      `(created_at, id) > (SELECT created_at, id FROM ${table} WHERE ${where} AND id = $${params.length})`,
    );
  }
  const rows = await sql.query<Row>(
    `SELECT ${columns} FROM ${table} WHERE ${conditions.join(' AND ')}
     ORDER BY ${table}.created_at, id LIMIT $${owners.length + 1}`,
    params,
  );
  return toPage(rows, limit, ({ id }) => encodeCursor([id]));
}

const ACTIVE = {
  false: (column: string) => `${column} IS NULL`,
  true: (column: string) => `${column} IS NOT NULL`,
  all: () => 'true',
};
