import { afterSql } from '../catalog/filter/after-sql';
import { orderSql, sortTerms } from '../catalog/filter/sort-sql';
import { recordColumnsSql } from '../catalog/sql/record-columns-sql';
import { fromRecords } from '../catalog/sql/record-source';
import type { Sql } from '../database/sql';
import type { Parent } from './find-parents';
import { limitSql } from './limit-sql';
import { textOf, type RecordRow } from './record-row';
import { newStatement, type RecordScope } from './record-scope';
import { inWorkspace, type Selection } from './selection';

const CURSOR = '_cursor_';
const ORDER = '_order_';
const HOLDER = '_holder';

/** A record with what its place in the order of the natural key is made of. */
export interface ChildRecord {
  readonly row: RecordRow;
  readonly holder: Parent;
  /** Canonical texts of the natural key behind the fields of `through`. */
  readonly rest: readonly (string | null)[];
}

/**
 * The first `wanted` records that hang on `holders`, in the order of these and of the rest of the natural key; only those
 * behind `behind`, when it is given. The holders are in order already and each one's records come from the primary key,
 * so that no more is read than is answered, and never more than `wanted` of one holder.
 */
export async function readChildren(
  sql: Sql,
  scope: RecordScope,
  selection: Selection,
  parents: readonly Parent[],
  behind: readonly (string | null)[] | null,
  wanted: number,
): Promise<ChildRecord[]> {
  const context = newStatement(scope);
  const { resource, params } = context;
  const { fields = [], pgType = 'bigint' } = resource.parentKey ?? {};
  const terms = sortTerms([], context).slice(fields.length);
  const conditions = [inWorkspace(context), 'r_t.id = w.id', ...selection.own(context)];
  if (behind !== null) conditions.push(afterSql(terms, behind, params));
  const keys = `${params.add(parents.map(({ key }) => key))}::${pgType}[]`;
  const limit = `${params.add(wanted)}::int`;
  const hidden = limitSql(params, wanted);
  const places = terms.map(
    ({ sql: typed, text }, at) => `${typed} AS "${ORDER}${at}", ${text} AS "${CURSOR}${at}"`,
  );
  const rows = await sql.query<RecordRow>(
    `SELECT p.*, w.nr::text AS "${HOLDER}"
     FROM (SELECT k.id, k.nr FROM unnest(${keys}) WITH ORDINALITY AS k (id, nr) ORDER BY k.nr) w
     CROSS JOIN LATERAL (
       SELECT ${[recordColumnsSql(resource), ...places].join(', ')} FROM ${fromRecords(resource)}
       WHERE ${conditions.join(' AND ')} ORDER BY ${orderSql(terms)} LIMIT ${hidden}) p
     ORDER BY ${['w.nr', ...terms.map((_, at) => `p."${ORDER}${at}"`)].join(', ')} LIMIT ${limit}`,
    params.values,
  );
  return rows.flatMap((row) => {
    const holder = parents[Number(textOf(row, HOLDER)) - 1];
    return holder ? [{ row, holder, rest: terms.map((_, at) => textOf(row, `${CURSOR}${at}`)) }] : [];
  });
}
