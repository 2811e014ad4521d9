import { type ImportStore, rowError } from '../import-store';
import type { FailedRow } from './rejected-file';

const PAGE = 1_000;

/** The failed rows of an import in the order of the file; the report is read page by page. */
export async function* failedRows(
  store: ImportStore,
  workspaceId: string,
  id: string,
): AsyncGenerator<FailedRow> {
  let pending = null as FailedRow | null;
  let after = 0;
  for (;;) {
    const page = await store.errors(workspaceId, id, after, PAGE);
    for (const error of page) {
      after = error.seq;
      if (error.row === null) continue;
      if (pending?.row !== error.row) {
        if (pending) yield pending;
        pending = { row: error.row, line: error.line, errors: [] };
      }
      pending.errors.push(rowError(error));
    }
    if (page.length < PAGE) break;
  }
  if (pending) yield pending;
}
