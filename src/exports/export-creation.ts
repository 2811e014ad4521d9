import { EXPORT_KIND } from './export-kind';
import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { FilterError, namesArchivedAt } from '../catalog/filter/filter';
import { namedFields } from '../catalog/filter/filter-fields';
import { readFilter } from '../catalog/filter/read-filter';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { failpoint } from '../config/failpoint';
import { Database } from '../database/database';
import type { Compression } from '../formats/compression';
import { isJsonObject, type JsonValue } from '../formats/json/json-value';
import { writeJson } from '../formats/json/write-json';
import { IdempotencyService, type IdempotentJob } from '../http/idempotency/idempotency.service';
import { problem } from '../http/problem/problem.exception';
import { JobDispatcher } from '../jobs/job-notifications';
import { JobQuota } from '../jobs/job-quota';
import { TypeReader } from '../records/type-reader';
import type { CreateExportDto } from './exports.dto';
import { ExportStore, type NewExport } from './export-store';
import { findExportable } from './exportable';

/** Validates the request for an export and queues the job. */
@Injectable()
export class ExportCreation {
  constructor(
    private readonly database: Database,
    private readonly registry: ResourceRegistry,
    private readonly idempotency: IdempotencyService,
    private readonly store: ExportStore,
    private readonly dispatcher: JobDispatcher,
    private readonly quota: JobQuota,
    private readonly types: TypeReader,
  ) {}

  /**
   * Returns the export that the request created, now or earlier. `filter` is the filter of the body with
   * its numbers unchanged; `key` is the Idempotency-Key. Throws 422 `unsupported_resource_type`, 400
   * `invalid_filter`, 429 `too_many_jobs` or `too_many_bytes`.
   */
  async create(
    workspaceId: string,
    caller: Caller,
    order: CreateExportDto,
    filter: JsonValue,
    key: string | undefined,
  ): Promise<IdempotentJob> {
    const job = await this.describe(workspaceId, caller, order, filter);
    const accepted = await this.idempotency.run(
      workspaceId,
      'POST /exports',
      key,
      fingerprintOf(job, filter),
      async (tx) => {
        await this.quota.take(tx, EXPORT_KIND, workspaceId);
        await this.store.insert(tx, job);
        return { jobId: job.id };
      },
    );
    failpoint('export.queued');
    if (!accepted.replayed) this.dispatcher.wake(EXPORT_KIND, accepted.jobId, 0);
    return accepted;
  }

  private async describe(
    workspaceId: string,
    caller: Caller,
    order: CreateExportDto,
    filter: JsonValue,
  ): Promise<NewExport> {
    const resource = this.exportable(order.object_type);
    const compression = readCompression(order);
    const liftsDefault = await this.namesArchivedAt(workspaceId, resource, filter);
    return {
      id: randomUUID(),
      workspaceId,
      createdBy: caller.robotId,
      objectType: resource.name,
      format: order.format ?? 'csv',
      includeArchived: order.include_archived ?? liftsDefault,
      filter: filter === null ? null : writeJson(filter),
      gzip: compression === 'gzip',
      compression,
      spreadsheetSafe: order.spreadsheet_safe ?? false,
      bom: order.bom ?? false,
    };
  }

  private exportable(name: string): ResourceDescription {
    const message = findExportable(this.registry, name);
    if (typeof message !== 'string') return message;
    const errors = [{ pointer: '/object_type', code: 'unsupported_resource_type', message }];
    throw problem(422, 'unsupported_resource_type', message, { errors });
  }

  /**
   * Validates the filter against the present fields of the workspace, so that an error is reported at
   * once.
   */
  private async namesArchivedAt(
    workspaceId: string,
    resource: ResourceDescription,
    filter: JsonValue,
  ): Promise<boolean> {
    if (filter === null) return false;
    const types = await this.types.byFields(this.database, resource, workspaceId, namedFields(filter));
    try {
      return namesArchivedAt(readFilter(resource, types, filter));
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      const errors = error.errors.map((issue) => ({ ...issue, pointer: `/filter${issue.pointer}` }));
      throw problem(400, 'invalid_filter', error.message, { errors });
    }
  }
}

/** `gzip` is the older way to say it. Throws a 400 when the two contradict each other. */
function readCompression({ compression = null, gzip = null }: CreateExportDto): Compression | null {
  if (gzip === null || compression === null) return gzip === true ? 'gzip' : compression;
  if (gzip === (compression === 'gzip')) return compression;
  const message = `gzip ${gzip} contradicts compression "${compression}"; leave gzip out.`;
  throw problem(400, 'invalid_request', message, {
    errors: [{ pointer: '/gzip', code: 'invalid_value', message }],
  });
}

/** Hash of a request for an export, independent of the order of members and of omitted defaults, also of those added later. */
export function fingerprintOf(job: NewExport, filter: JsonValue): string {
  const { objectType, format, includeArchived, gzip, compression, spreadsheetSafe, bom } = job;
  const said = { objectType, format, includeArchived, gzip, spreadsheetSafe, filter: sortMembers(filter) };
  return createHash('sha256')
    .update(
      writeJson({ ...said, ...(bom && { bom }), ...(!gzip && compression !== null && { compression }) }),
    )
    .digest('hex');
}

function sortMembers(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries<JsonValue>(members.map(([key, member]) => [key, sortMembers(member)]));
}
