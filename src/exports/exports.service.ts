import { EXPORT_KIND } from './export-kind';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Caller } from '../auth/caller';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { Database } from '../database/database';
import type { JsonValue } from '../formats/json/json-value';
import { decodeCursor, encodeCursor } from '../http/pagination/cursor';
import { type Page, readLimit, toPage } from '../http/pagination/page';
import { problem } from '../http/problem/problem.exception';
import { type AcceptedJob, JobCancellation, isJobId, missingJob } from '../jobs/job-requests';
import { JobEventStreams } from '../jobs/job-event-streams';
import type { ExportJobDto } from './export-job.dto';
import type { CreateExportDto, ExportsQuery } from './exports.dto';
import { DownloadLinks } from './download-links';
import { ExportCreation } from './export-creation';
import { ExportStore, type ExportRow } from './export-store';
import { findExportable } from './exportable';

/**
 * What clients may ask of exports. `base`: the address at which the caller has reached this server,
 * for the links.
 */
@Injectable()
export class ExportsService {
  constructor(
    private readonly creation: ExportCreation,
    private readonly store: ExportStore,
    private readonly links: DownloadLinks,
    private readonly cancellation: JobCancellation,
    private readonly streams: JobEventStreams,
    private readonly database: Database,
    private readonly registry: ResourceRegistry,
  ) {}

  async create(
    workspaceId: string,
    caller: Caller,
    order: CreateExportDto,
    filter: JsonValue,
    key: string | undefined,
    base: string | null,
  ): Promise<AcceptedJob<ExportJobDto>> {
    const { jobId, replayed } = await this.creation.create(workspaceId, caller, order, filter, key);
    return { job: await this.get(workspaceId, jobId, base), replayed };
  }

  /** Newest first. */
  async list(workspaceId: string, query: ExportsQuery, base: string | null): Promise<Page<ExportJobDto>> {
    const limit = readLimit(query.limit);
    if (query.object_type !== undefined) refuseUnlessFound(findExportable(this.registry, query.object_type));
    const [after = null] = query.after === undefined ? [] : decodeCursor(query.after, 1, [/^\d{1,18}$/]);
    const found = await this.store.list(workspaceId, {
      status: query.status ?? null,
      objectType: query.object_type ?? null,
      after,
      limit: limit + 1,
    });
    const { data, meta } = toPage(found, limit, ({ seq }) => encodeCursor([seq]));
    return { data: data.map((row) => this.view(row, base)), meta };
  }

  /** Throws 404, or 410 for an export whose time was over. */
  async get(workspaceId: string, id: string, base: string | null): Promise<ExportJobDto> {
    const row = isJobId(id) ? await this.store.find(workspaceId, id) : null;
    if (row === null) throw await missingJob(this.database, EXPORT_KIND, workspaceId, id);
    return this.view(row, base);
  }

  async cancel(workspaceId: string, caller: Caller, id: string, base: string | null): Promise<ExportJobDto> {
    await this.cancellation.cancel(EXPORT_KIND, workspaceId, id, caller.robotId);
    return this.get(workspaceId, id, base);
  }

  /**
   * The job as server-sent events until it ends; streams share a read only where their links are the
   * same.
   */
  async events(
    workspaceId: string,
    tokenId: string,
    id: string,
    base: string | null,
    response: Response,
  ): Promise<void> {
    const read = (): Promise<ExportJobDto> => this.get(workspaceId, id, base);
    await this.streams.stream(response, tokenId, EXPORT_KIND, read, base ?? '');
  }

  private view(row: ExportRow, base: string | null): ExportJobDto {
    const { id, status, object_type, format, include_archived, filter, gzip, ...others } = row.job;
    const { compression, spreadsheet_safe, bom, ...rest } = others;
    const order = { object_type, format, include_archived, filter, gzip, compression, spreadsheet_safe, bom };
    return { id, status, ...order, download_url: this.links.of(row, base), ...rest };
  }
}

function refuseUnlessFound(found: ResourceDescription | string): void {
  if (typeof found !== 'string') return;
  const errors = [{ pointer: '?object_type', code: 'invalid_value', message: found }];
  throw problem(400, 'invalid_request', found, { errors });
}
