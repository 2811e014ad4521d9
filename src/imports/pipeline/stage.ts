import { finished } from 'node:stream/promises';
import { INDEX_STAGE_SQL, createStageSql, findByCustomSql } from '../../catalog/importing/stage-sql';
import { READ_ERROR_COLUMNS } from '../../catalog/importing/classify-error';
import { stageColumnList } from '../../catalog/importing/stage-layout';
import {
  RESUME_DUPLICATES_SQL,
  createDuplicatesSql,
  removeDuplicatesSql,
} from '../../catalog/importing/duplicate-sql';
import { resumeAppliedSql } from '../../catalog/importing/period-sql';
import { createNewParentsSql } from '../../catalog/importing/parent-key-sql';
import { writeCopyLine } from '../../catalog/importing/stage-row';
import { failpoint } from '../../config/failpoint';
import type { PreparedBatch } from '../reading/prepared-batch';
import { duplicatePolicy } from './duplicates';
import type { ImportRun } from './import-run';

/** Bytes that are copied into the staging tables at once: fewer round trips than batches. */
const COPY_BYTES = 1_048_576;

/** Creates the TEMP tables of the attempt, and sets the memory that its statements need. */
export async function createStage({ session, layout }: ImportRun): Promise<void> {
  await session.query(`SET work_mem = '128MB'`);
  await session.query(`SET temp_buffers = '64MB'`).catch(() => undefined); // the connection used temporary tables before
  for (const statement of createStageSql(layout)) await session.query(statement);
  if (layout.resource.parentKey) await session.query(createNewParentsSql(layout.resource.parentKey));
}

/** Copies prepared batches into the staging tables: small ones together, and one while the next is prepared. */
export class StageWriter {
  private pending: PreparedBatch[] = [];
  private bytes = 0;
  private copying: Promise<void> = Promise.resolve();

  constructor(private readonly run: ImportRun) {}

  async add(batch: PreparedBatch): Promise<void> {
    this.pending.push(batch);
    this.bytes += batch.rows.bytes.length + batch.errors.bytes.length;
    if (this.bytes >= COPY_BYTES) await this.flush();
  }

  /** Resolves when every batch that was added is copied. */
  async end(): Promise<void> {
    await this.flush();
    await this.copying;
  }

  private async flush(): Promise<void> {
    const batches = this.pending;
    this.pending = [];
    this.bytes = 0;
    await this.copying;
    this.copying = copyBatches(this.run, batches);
    this.copying.catch(() => undefined); // awaited by the next flush, or by end
  }
}

async function copyBatches({ session, layout }: ImportRun, batches: readonly PreparedBatch[]): Promise<void> {
  const newParents = batches.flatMap((batch) =>
    batch.newParents.map(({ id, parents }) => writeCopyLine([id, ...parents])),
  );
  const pieces = (of: 'rows' | 'errors'): Uint8Array[] => batches.map((batch) => batch[of].bytes);
  await copy(session, `COPY staged (${stageColumnList(layout)}) FROM STDIN`, pieces('rows'));
  await copy(session, `COPY new_parents FROM STDIN`, [Buffer.from(newParents.join(''))]);
  await copy(session, `COPY read_errors ${READ_ERROR_COLUMNS} FROM STDIN`, pieces('errors'));
  failpoint('import.staged');
}

async function copy(
  session: ImportRun['session'],
  statement: string,
  pieces: readonly Uint8Array[],
): Promise<void> {
  const filled = pieces.filter(({ length }) => length > 0);
  if (filled.length === 0) return;
  const stream = session.copyIn(statement);
  for (const piece of filled) stream.write(piece); // the pieces are in memory already: no need to wait for drain
  stream.end();
  await finished(stream);
}

/** Empties the staging tables after a range was applied. */
export async function clearStage({ session }: ImportRun): Promise<void> {
  await session.query('TRUNCATE staged, read_errors');
}

/**
 * Prepares the staged rows of a whole file for classification: indexes, statistics, the records that a custom field
 * finds, and, unless the keys of the file ascend, the rows that share a key. Returns whether there are such rows.
 */
export async function indexStage(
  { session, layout, job, request }: ImportRun,
  ascending: boolean,
): Promise<{ hasDuplicates: boolean }> {
  for (const statement of INDEX_STAGE_SQL) await session.query(statement);
  if (layout.match.by === 'custom') {
    const [create, fill] = findByCustomSql(layout.resource, layout.match.key);
    await session.query(create ?? '');
    await session.query(fill ?? '', [job.workspaceId]);
  }
  if (layout.resource.period && request.checkpointRow > 0)
    await session.query(resumeAppliedSql(layout), [job.id, request.checkpointRow]);
  if (ascending) return { hasDuplicates: false };
  const policy = duplicatePolicy({ request });
  if (policy === 'identical' || policy === 'last') await session.query(removeDuplicatesSql(layout, policy));
  for (const statement of createDuplicatesSql(layout)) await session.query(statement);
  if (request.checkpointRow > 0) await session.query(RESUME_DUPLICATES_SQL, [job.id, request.checkpointRow]);
  const [duplicates] = await session.query<{ exist: boolean }>(
    'SELECT EXISTS (SELECT FROM duplicate_rows) AS exist',
  );
  return { hasDuplicates: duplicates?.exist ?? true };
}
