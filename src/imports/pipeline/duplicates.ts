import {
  KEEP_FIRST_OF_DUPLICATES_SQL,
  SKIP_DUPLICATES_SQL,
  keySets,
  rejectDuplicatesSql,
} from '../../catalog/importing/duplicate-sql';
import type { Sql } from '../../database/sql';
import { labelOf } from '../reading/reading-context';
import type { ImportRun } from './import-run';

/** What the request wants with rows that find the same record (docs/contract.md 2.6). */
export const duplicatePolicy = ({
  request: { options },
}: Pick<ImportRun, 'request'>): 'error' | 'identical' | 'first' | 'last' => options.on_duplicate ?? 'error';

/**
 * True when the later ones of rows that share a key are skipped. Rows that find different records and give both the same
 * name share a key of another set: they contradict each other.
 */
export const skipsDuplicates = (run: ImportRun, set: number): boolean =>
  set === 0 && duplicatePolicy(run) === 'first';

/**
 * Of the rows in `planned_rows` that share a key and have no error of their own, the first in the file is valid. The others
 * are removed: skipped, or rejected as duplicates.
 */
export async function resolveDuplicates(tx: Sql, run: ImportRun): Promise<void> {
  for (const set of keySets(run.layout).keys()) {
    await tx.query(KEEP_FIRST_OF_DUPLICATES_SQL, [set]);
    if (skipsDuplicates(run, set)) await tx.query(SKIP_DUPLICATES_SQL, [set]);
    else await tx.query(rejectDuplicatesSql(run.layout), [set, keyLabel(run, set)]);
    await removeRejected(tx);
  }
}

/** Removes the rows with an error from `planned_rows`. */
export async function removeRejected(tx: Sql): Promise<void> {
  await tx.query(
    `DELETE FROM planned_rows USING (SELECT DISTINCT row FROM classify_errors) rejected
     WHERE rejected.row = planned_rows._row`,
  );
}

/** The names that the file uses for the fields of a set of keys. */
export function keyLabel(run: ImportRun, set: number): string {
  const { match, resource } = run.layout;
  if (set === 0 && match.by === 'id') return 'id';
  if (set === 0 && match.by === 'custom') return labelOf(run, match.key);
  return resource.naturalKey.map((name) => labelOf(run, name)).join(', ');
}
