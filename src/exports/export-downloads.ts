import { EXPORT_KIND } from './export-kind';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import { COMPRESSED_ENDINGS, COMPRESSED_MEDIA_TYPES } from '../formats/compression';
import { contentTypeOf } from '../formats/format';
import { problem } from '../http/problem/problem.exception';
import { isJobId, missingJob } from '../jobs/job-requests';
import { BlobNotFoundError, BlobStorage } from '../storage/blob-storage';
import { type ExportRow, ExportStore } from './export-store';

/** A published file. */
interface ExportFile {
  readonly id: string;
  readonly workspaceId: string;
  readonly key: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly etag: string;
}

/** Serves the files of exports. */
@Injectable()
export class ExportDownloads {
  private readonly logger = new Logger('ExportDownloads');

  constructor(
    private readonly database: Database,
    private readonly store: ExportStore,
    private readonly storage: BlobStorage,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Sends the file of an export, or the one range that the request names; under DOWNLOADS=redirect a signed GET is sent to
   * the bucket. A request with a token is not: its client might send the token there too. Throws 404, 409 `conflict`
   * while there is no file, 410 `gone` after the file was removed, 410 `stored_file_missing` when the
   * storage has lost it, 416 for a range outside of the file.
   */
  async send(workspaceId: string, id: string, request: Request, response: Response): Promise<void> {
    const file = await this.find(workspaceId, id);
    if (await this.redirects(file, request, response)) return;
    const range = readRange(request, file.size, file.etag);
    if (range === 'unsatisfiable') {
      const headers = { 'Content-Range': `bytes */${file.size}` };
      throw problem(416, 'range_not_satisfiable', `The file has ${file.size} bytes.`, { headers });
    }
    const bytes = await this.open(file, range);
    writeHead(response, file, range);
    if (request.method !== 'HEAD') return deliver(bytes, request, response);
    bytes.destroy();
    response.end();
  }

  /** False when this request gets its bytes from here. */
  private async redirects(file: ExportFile, request: Request, response: Response): Promise<boolean> {
    const { downloads, downloadMinutes } = this.settings;
    if (downloads === 'proxy' || request.method !== 'GET' || request.headers.authorization !== undefined)
      return false;
    if ((await this.storage.stat(file.key)) === null) throw await this.missing(file);
    const url = await this.storage.link(file.key, file, downloadMinutes * 60);
    if (url === null) return false;
    response.set({ 'Cache-Control': 'private, no-store' }).redirect(302, url);
    return true;
  }

  private async find(workspaceId: string, id: string): Promise<ExportFile> {
    const row = isJobId(id) ? await this.store.find(workspaceId, id) : null;
    if (row === null) throw await missingJob(this.database, EXPORT_KIND, workspaceId, id);
    return fileOf(row);
  }

  private async open(file: ExportFile, range: ByteRange | null): Promise<Readable> {
    try {
      return await this.storage.open(file.key, range ?? {});
    } catch (error) {
      if (!(error instanceof BlobNotFoundError)) throw error;
      throw await this.missing(file);
    }
  }

  /** 410 in both cases: `gone` when the file was removed at its time, otherwise `stored_file_missing`. */
  private async missing({ workspaceId, id }: ExportFile): Promise<Error> {
    const row = await this.store.find(workspaceId, id);
    if (row === null || row.removed) return gone(); // removed a moment ago
    this.logger.error({ jobId: id }, 'the file of a completed export is missing in the storage');
    return problem(
      410,
      'stored_file_missing',
      'The file of this export is missing on the server. Export again, and report it to the operator of the server.',
    );
  }
}

function fileOf({ job, workspaceId, blobKey, removed }: ExportRow): ExportFile {
  const { id, status, object_type, format, compression, byte_count: size, sha256 } = job;
  if (status !== 'completed') {
    throw problem(409, 'conflict', `This export is ${status}: there is no file to download.`);
  }
  if (removed || blobKey === null || size === null || sha256 === null) throw gone();
  return {
    id,
    workspaceId,
    key: blobKey,
    name: `${object_type}-${id}.${format}${compression === null ? '' : COMPRESSED_ENDINGS[compression]}`,
    contentType: compression === null ? contentTypeOf(format) : COMPRESSED_MEDIA_TYPES[compression],
    size,
    etag: `"${sha256}"`,
  };
}

const gone = (): Error => problem(410, 'gone', 'The file of this export has expired and was removed.');

function writeHead(response: Response, file: ExportFile, range: ByteRange | null): void {
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  response.status(range === null ? 200 : 206).set({
    'Content-Type': file.contentType,
    'Content-Disposition': `attachment; filename="${file.name}"`,
    'Content-Length': String(end - start + 1),
    ETag: file.etag,
    'Accept-Ranges': 'bytes',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  });
  if (range !== null) response.set('Content-Range', `bytes ${start}-${end}/${file.size}`);
}

/** A client that goes away in the middle is no error of ours. */
async function deliver(bytes: Readable, request: Request, response: Response): Promise<void> {
  try {
    await pipeline(bytes, response);
  } catch (error) {
    if (!request.destroyed && !response.closed) throw error;
  }
}

/** Bytes of a file, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The one range that a GET asks for; null: the whole file, as for several ranges, another unit, or an
 * If-Range that names another file. `unsatisfiable` when the range is outside of the file.
 */
export function readRange(request: Request, size: number, etag: string): ByteRange | 'unsatisfiable' | null {
  const ifRange = request.headers['if-range'];
  if (request.method !== 'GET' || (ifRange !== undefined && ifRange !== etag)) return null;
  const ranges = request.range(size);
  if (ranges === -1) return 'unsatisfiable';
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return null;
  return ranges[0] ?? null;
}
