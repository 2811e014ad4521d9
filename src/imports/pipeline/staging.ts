import { finished } from 'node:stream/promises';
import { createStageSql, INDEX_STAGE_SQL } from '../../catalog/importing/create-stage-sql';
import { findByCustomSql } from '../../catalog/importing/find-by-custom-sql';
import { stageColumnList } from '../../catalog/importing/stage-layout';
import { createTwinsSql, RESUME_TWINS_SQL } from '../../catalog/importing/twin-sql';
import { createNewThroughSql } from '../../catalog/importing/through-sql';
import { writeCopyLine } from '../../catalog/importing/write-copy-line';
import type { RowError } from '../../catalog/reading/row-error';
import type { ImportRun } from './import-run';
import type { NewThrough } from './through-cache';

/** The rows and row errors of one batch, ready for the staging tables. */
export interface PreparedBatch {
  /** Lines of COPY. */
  readonly rows: readonly string[];
  readonly errors: readonly RowError[];
  /** Rows of `through` that are to be made. */
  readonly through: readonly NewThrough[];
}

/** Makes the TEMP tables of the attempt, and settings under which its statements run well. */
export async function createStage({ session, layout }: ImportRun): Promise<void> {
  await session.query(`SET work_mem = '128MB'`);
  await session.query(`SET temp_buffers = '64MB'`).catch(() => undefined); // the connection used temporary tables before
  for (const statement of createStageSql(layout)) await session.query(statement);
  if (layout.resource.through) await session.query(createNewThroughSql(layout.resource.through));
}

/** Copies a prepared batch into the staging tables. */
export async function copyBatch(
  { session, layout }: ImportRun,
  { rows, errors, through }: PreparedBatch,
): Promise<void> {
  if (rows.length > 0)
    await copy(session, `COPY staged (${stageColumnList(layout)}) FROM STDIN`, rows.join(''));
  if (through.length > 0) {
    await copy(
      session,
      `COPY new_through FROM STDIN`,
      through.map(({ id, parents }) => writeCopyLine([id, ...parents])).join(''),
    );
  }
  if (errors.length === 0) return;
  const lines = errors.map(({ row, line, column, code, message, value }) =>
    writeCopyLine([row, line, column, code, message, value]),
  );
  await copy(session, `COPY read_errors (row, line, col, code, message, value) FROM STDIN`, lines.join(''));
}

async function copy(session: ImportRun['session'], statement: string, text: string): Promise<void> {
  const stream = session.copyIn(statement);
  stream.end(text);
  await finished(stream);
}

/** Once every row is staged: indexes, statistics, the records that a custom field finds, and rows that share a key. */
export async function completeStage({ session, layout, job, request }: ImportRun): Promise<void> {
  for (const statement of INDEX_STAGE_SQL) await session.query(statement);
  if (layout.match.by === 'custom') {
    const [create, fill] = findByCustomSql(layout.resource, layout.match.key);
    await session.query(create ?? '');
    await session.query(fill ?? '', [job.workspaceId]);
  }
  await session.query(createTwinsSql(layout));
  await session.query('ANALYZE twins');
  if (request.checkpointRow > 0) await session.query(RESUME_TWINS_SQL, [job.id, request.checkpointRow]);
}
