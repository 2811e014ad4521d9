import { fileLayoutOf } from '../import-options';
import { IMPORT_KIND } from '../import-kind';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { SETTINGS } from '../../config/config.module';
import type { Settings } from '../../config/settings';
import { Database } from '../../database/database';
import { contentTypeOf } from '../../formats/format';
import { problem } from '../../http/problem/problem.exception';
import { isFinal } from '../../jobs/job';
import { isJobId, missingJob } from '../../jobs/job-requests';
import { BlobNotFoundError, BlobStorage } from '../../storage/blob-storage';
import { ImportStore, type ImportFile } from '../import-store';
import { openContent } from '../upload/open-content';
import { failedRows } from './failed-rows';
import { readRejected } from './read-rejected';
import { writeRejected } from './write-rejected';

/** Serves the rows that an import rejected, ready to be corrected and uploaded again. */
@Injectable()
export class RejectedRowsService {
  private readonly logger = new Logger('RejectedRows');

  constructor(
    private readonly store: ImportStore,
    private readonly storage: BlobStorage,
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Streams the file. Throws 404, 409 (not final yet, or under `abort`), 410 `gone` or `stored_file_missing`. */
  async send(workspaceId: string, id: string, response: Response): Promise<void> {
    const {
      format,
      options,
      blob_key: key,
      file_size,
      file_name: name,
    } = await this.servable(workspaceId, id);
    const { compression = null, member } = options;
    const stored = { key, size: Number(file_size), name, compression, member };
    const { stream: source } = await openContent(this.storage, stored).catch(async (error: unknown) => {
      throw error instanceof BlobNotFoundError ? await this.missing(workspaceId, id) : error;
    });
    const failed = failedRows(this.store, workspaceId, id);
    const rejected = readRejected(source, format, fileLayoutOf(options), this.settings.batchBytes, failed);
    response.set({
      'Content-Type': contentTypeOf(format, rejected.encoding),
      'Content-Disposition': `attachment; filename="rejected-${id}.${format}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    try {
      await pipeline(Readable.from(writeRejected(format, rejected)), response);
    } catch (error) {
      if (!response.destroyed) throw error; // a client that went away is no failure of ours
    } finally {
      source.destroy(); // a client that left before the first byte had it never read
    }
  }

  /** 410 either way, but only what was removed in time is said to be so. */
  private async missing(workspaceId: string, id: string): Promise<Error> {
    const file = await this.store.file(workspaceId, id);
    if (file === null || file.removed) return removed(); // swept in this moment
    this.logger.error({ jobId: id }, 'the uploaded file of an import is missing in the storage');
    return problem(
      410,
      'stored_file_missing',
      'The uploaded file is missing on the server, so its rejected rows cannot be read; the list of errors names them. ' +
        'Report it to the operator of the server.',
    );
  }

  private async servable(workspaceId: string, id: string): Promise<ImportFile> {
    const file = isJobId(id) ? await this.store.file(workspaceId, id) : null;
    if (file === null) throw await missingJob(this.database, IMPORT_KIND, workspaceId, id);
    if (!isFinal(file.status))
      throw problem(409, 'conflict', `This import is still ${file.status}; wait until it ends.`);
    if (file.on_error === 'abort' && file.status !== 'completed') {
      throw problem(
        409,
        'conflict',
        'Nothing of this file was imported (on_error=abort): correct the original file and send it again.',
      );
    }
    if (file.removed) throw removed();
    return file;
  }
}

const removed = (): Error => problem(410, 'gone', 'The uploaded file has expired and was removed.');
