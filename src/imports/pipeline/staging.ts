import { finished } from 'node:stream/promises';
import { createStageSql, INDEX_STAGE_SQL } from '../../catalog/importing/create-stage-sql';
import { findByCustomSql } from '../../catalog/importing/find-by-custom-sql';
import { stageColumnList } from '../../catalog/importing/stage-layout';
import { createTwinsSql, RESUME_TWINS_SQL } from '../../catalog/importing/twin-sql';
import { createNewThroughSql } from '../../catalog/importing/through-sql';
import { writeCopyLine } from '../../catalog/importing/write-copy-line';
import type { RowError } from '../../catalog/reading/row-error';
import { failpoint } from '../../config/failpoint';
import type { ImportRun } from './import-run';
import type { NewThrough } from './through-cache';

/** Bytes of the file that go into the staging table at once: fewer round trips than batches. */
const COPY_BYTES = 524_288;
/** Rows of a byte or two weigh far more here than in the file. */
const COPY_ROWS = 10_000;

/** Rows and row errors, ready for the staging tables. */
export interface RowsAndErrors {
  /** Lines of COPY. */
  readonly rows: readonly string[];
  readonly errors: readonly RowError[];
  /** Rows of `through` that are to be made. */
  readonly through: readonly NewThrough[];
}

/** Those of one batch, and where the batch ends. */
export interface PreparedBatch extends RowsAndErrors {
  /** Number of its last row. */
  readonly lastRow: number;
  /** Its length in bytes. */
  readonly bytes: number;
  /** Offset in the file just behind it. */
  readonly endOffset: number;
}

/** Makes the TEMP tables of the attempt, and settings under which its statements run well. */
export async function createStage({ session, layout }: ImportRun): Promise<void> {
  await session.query(`SET work_mem = '128MB'`);
  await session.query(`SET temp_buffers = '64MB'`).catch(() => undefined); // the connection used temporary tables before
  for (const statement of createStageSql(layout)) await session.query(statement);
  if (layout.resource.through) await session.query(createNewThroughSql(layout.resource.through));
}

/** Copies prepared batches into the staging tables: several small ones at once, and one while the next is made. */
export class StageWriter {
  private pending: PreparedBatch[] = [];
  private bytes = 0;
  private rows = 0;
  private copying: Promise<void> = Promise.resolve();

  constructor(private readonly run: ImportRun) {}

  async add(batch: PreparedBatch): Promise<void> {
    this.pending.push(batch);
    this.bytes += batch.bytes;
    this.rows += batch.rows.length + batch.errors.length;
    if (this.bytes >= COPY_BYTES || this.rows >= COPY_ROWS) await this.flush();
  }

  /** Resolves when everything taken so far is copied. */
  async end(): Promise<void> {
    await this.flush();
    await this.copying;
  }

  private async flush(): Promise<void> {
    const batches = this.pending;
    this.pending = [];
    this.bytes = 0;
    this.rows = 0;
    await this.copying;
    this.copying = copyBatches(this.run, batches);
    this.copying.catch(() => undefined); // awaited at the next turn, or at the end
  }
}

async function copyBatches({ session, layout }: ImportRun, batches: readonly PreparedBatch[]): Promise<void> {
  const rows = batches.map((batch) => batch.rows.join('')).join('');
  const through = batches.flatMap((batch) =>
    batch.through.map(({ id, parents }) => writeCopyLine([id, ...parents])),
  );
  const errors = batches.flatMap((batch) =>
    batch.errors.map(({ row, line, column, code, message, value }) =>
      writeCopyLine([row, line, column, code, message, value]),
    ),
  );
  if (rows !== '') await copy(session, `COPY staged (${stageColumnList(layout)}) FROM STDIN`, rows);
  if (through.length > 0) await copy(session, `COPY new_through FROM STDIN`, through.join(''));
  if (errors.length > 0) {
    await copy(
      session,
      `COPY read_errors (row, line, col, code, message, value) FROM STDIN`,
      errors.join(''),
    );
  }
  failpoint('import.staged');
}

async function copy(session: ImportRun['session'], statement: string, text: string): Promise<void> {
  const stream = session.copyIn(statement);
  stream.end(text);
  await finished(stream);
}

/** Empties the staging tables behind a range that was applied. */
export async function clearStage({ session }: ImportRun): Promise<void> {
  await session.query('TRUNCATE staged, read_errors');
}

/** Once every row is staged: indexes, statistics, the records that a custom field finds, and rows that share a key. */
export async function completeStage({ session, layout, job, request, order }: ImportRun): Promise<void> {
  for (const statement of INDEX_STAGE_SQL) await session.query(statement);
  if (layout.match.by === 'custom') {
    const [create, fill] = findByCustomSql(layout.resource, layout.match.key);
    await session.query(create ?? '');
    await session.query(fill ?? '', [job.workspaceId]);
  }
  if (order.ascending) return;
  for (const statement of createTwinsSql(layout)) await session.query(statement);
  if (request.checkpointRow > 0) await session.query(RESUME_TWINS_SQL, [job.id, request.checkpointRow]);
}
