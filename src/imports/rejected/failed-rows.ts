import type { ImportStore } from '../import-store';
import { rowError } from '../import-store';
import type { RowErrorDto } from '../import-job.dto';

const PAGE = 1_000;

/** A row that failed, with everything that is wrong with it. */
export interface FailedRow {
  readonly row: number;
  readonly line: number | null;
  readonly errors: RowErrorDto[];
}

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
