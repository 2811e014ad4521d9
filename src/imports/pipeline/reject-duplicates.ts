import {
  keySets,
  REJECT_DUPLICATES_SQL,
  KEEP_FIRST_OF_DUPLICATES_SQL,
} from '../../catalog/importing/duplicate-sql';
import type { Sql } from '../../database/sql';
import type { ImportRun } from './import-run';
import { labelOf } from '../reading/reading-context';
import { removeRejected } from './remove-rejected';

/** Of the rows of a range that share a key and have no error of their own, the first in the file stands. */
export async function rejectDuplicates(tx: Sql, run: ImportRun): Promise<void> {
  for (const set of keySets(run.layout).keys()) {
    await tx.query(KEEP_FIRST_OF_DUPLICATES_SQL, [set]);
    await tx.query(REJECT_DUPLICATES_SQL, [set, keyLabel(run, set)]);
    await removeRejected(tx);
  }
}

function keyLabel(run: ImportRun, set: number): string {
  const { match, resource } = run.layout;
  if (set === 0 && match.by === 'id') return 'id';
  if (set === 0 && match.by === 'custom') return labelOf(run, match.key);
  return resource.naturalKey.map((name) => labelOf(run, name)).join(', ');
}
