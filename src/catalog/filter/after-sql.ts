import type { SqlParams } from '../sql/sql-params';
import type { SortTerm } from './sort-sql';

/**
 * SQL that is true for the records behind the one whose sort values are `values` (canonical texts or null, one a term):
 * keyset paging, which neither loses nor repeats a record that stays where it is while others come and go.
 */
export function afterSql(
  terms: readonly SortTerm[],
  values: readonly (string | null)[],
  params: SqlParams,
): string {
  const typed = terms.map((term, at) => {
    const value = values[at] ?? null;
    return value === null ? null : `${params.add(value)}::${term.field.kind.compareType}`;
  });
  if (
    terms.every(({ descending, nullable }) => !descending && !nullable) &&
    typed.every((value) => value !== null)
  ) {
    const behind = `(${terms.map(({ sql }) => sql).join(', ')}) > (${typed.join(', ')})`;
    // A comparison of rows over several tables finds no index; what it implies for the first term alone does.
    return terms.length === 1 ? behind : `(${terms[0]?.sql ?? ''} >= ${typed[0] ?? ''} AND ${behind})`;
  }
  const steps = terms.flatMap((term, at) => {
    const behind = isBehind(term, typed[at] ?? null);
    if (behind === null) return [];
    const same = terms.slice(0, at).map((earlier, index) => isSame(earlier, typed[index] ?? null));
    return [`(${[...same, behind].join(' AND ')})`];
  });
  return steps.length === 0 ? 'false' : `(${steps.join(' OR ')})`;
}

/** Null when nothing can stand behind: nulls are last. */
function isBehind({ sql, descending, nullable }: SortTerm, value: string | null): string | null {
  if (value === null) return null;
  const behind = `${sql} ${descending ? '<' : '>'} ${value}`;
  return nullable ? `(${behind} OR ${sql} IS NULL)` : behind;
}

const isSame = ({ sql }: SortTerm, value: string | null): string =>
  value === null ? `${sql} IS NULL` : `${sql} = ${value}`;
