import { jsonPointer } from '../formats/json/json-pointer';
import type { ResourceDescription } from '../catalog/resource';
import { checksOfGiven, typedValue } from '../catalog/rules/record-rules';
import { fillMessage } from '../catalog/rules/rule-messages';
import { SqlParams } from '../catalog/sql/sql-text';
import type { Sql } from '../database/sql';
import { problem } from '../http/problem/problem.exception';

/** The values of a record as it is about to be written, and which of them the request gives. */
interface CheckedRecord {
  readonly valueOf: (field: string) => string | null;
  readonly isGiven: (field: string) => boolean;
}

/**
 * Throws 422 `invalid_value` with every rule of the resource that a record breaks (docs/contract.md 5.2). Only rules over
 * some field that is given are checked, and these over the merged record.
 */
export async function checkRules(
  tx: Sql,
  resource: ResourceDescription,
  { valueOf, isGiven }: CheckedRecord,
): Promise<void> {
  const checks = checksOfGiven(resource, isGiven);
  if (checks.length === 0) return;
  const params = new SqlParams();
  const typed = (field: string): string => typedValue(resource, field, params.add(valueOf(field)));
  const conditions = checks.map(({ isBroken }) => isBroken(typed));
  const [row] = await tx.query<{ broken: (boolean | null)[] }>(
    `SELECT ARRAY[${conditions.join(', ')}] AS broken`,
    params.values,
  );
  const errors = checks
    .filter((_, at) => row?.broken[at] === true)
    .map(({ field, message, named }) => ({
      pointer: jsonPointer(field),
      code: 'invalid_value',
      message: fillMessage(message, ...named),
    }));
  const [first] = errors;
  if (first) throw problem(422, 'invalid_value', first.message, { errors });
}
