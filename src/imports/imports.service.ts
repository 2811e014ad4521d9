import type { PageQuery } from '../http/pagination/page-query';
import { IMPORT_KIND } from './import-kind';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Caller } from '../auth/caller';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { UnknownTypeError, templateFile } from '../catalog/write-template';
import { Database } from '../database/database';
import type { FileFormat } from '../formats/format';
import { decodeCursor, encodeCursor } from '../http/pagination/cursor';
import { type Page, readLimit, toPage } from '../http/pagination/page';
import { problem } from '../http/problem/problem.exception';
import { type AcceptedJob, JobCancellation, isJobId, missingJob } from '../jobs/job-requests';
import { JobEventStreams } from '../jobs/job-event-streams';
import { TypeReader } from '../records/type-reader';
import { ImportCreation } from './import-creation';
import { findImportable } from './importable';
import type { ImportJobDto, RowErrorDto } from './import-job.dto';
import { ImportStore, rowError } from './import-store';
import type { ImportsQuery, TemplateQuery } from './imports.dto';
import type { Upload } from './upload/upload';

export interface TemplateFile {
  readonly name: string;
  readonly format: FileFormat;
  readonly text: string;
}

/** What clients may ask of imports. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly creation: ImportCreation,
    private readonly store: ImportStore,
    private readonly cancellation: JobCancellation,
    private readonly streams: JobEventStreams,
    private readonly database: Database,
    private readonly registry: ResourceRegistry,
    private readonly types: TypeReader,
  ) {}

  /** Queues the import of an upload; `receive` is called once the request may send one. `key`: the Idempotency-Key. */
  async create(
    workspaceId: string,
    caller: Caller,
    key: string | undefined,
    receive: () => Promise<Upload>,
  ): Promise<AcceptedJob<ImportJobDto>> {
    const { jobId, replayed, queued } = await this.creation.create(workspaceId, caller, key, receive);
    return { job: queued ?? (await this.get(workspaceId, jobId)), replayed };
  }

  /** Newest first. */
  async list(workspaceId: string, query: ImportsQuery): Promise<Page<ImportJobDto>> {
    const limit = readLimit(query.limit);
    const after = query.after === undefined ? null : (readSeq(query.after) ?? null);
    const { status, resource_type: resourceType } = query;
    if (resourceType !== undefined) refuseUnlessFound(findImportable(this.registry, resourceType));
    const found = await this.store.list(workspaceId, {
      ...(status !== undefined && { status }),
      ...(resourceType !== undefined && { resourceType }),
      after,
      limit,
    });
    const { data, meta } = toPage(found, limit, ({ seq }) => encodeCursor([seq]));
    return { data: data.map(({ job }) => job), meta };
  }

  /** Throws 404, or 410 for an import whose time was over. */
  async get(workspaceId: string, id: string): Promise<ImportJobDto> {
    const job = isJobId(id) ? await this.store.find(workspaceId, id) : null;
    if (job === null) throw await missingJob(this.database, IMPORT_KIND, workspaceId, id);
    return job;
  }

  async cancel(workspaceId: string, caller: Caller, id: string): Promise<ImportJobDto> {
    await this.cancellation.cancel(IMPORT_KIND, workspaceId, id, caller.robotId);
    return this.get(workspaceId, id);
  }

  async errors(workspaceId: string, id: string, query: PageQuery): Promise<Page<RowErrorDto>> {
    const limit = readLimit(query.limit);
    const after = query.after === undefined ? 0 : Number(readSeq(query.after));
    await this.get(workspaceId, id);
    if ((await this.store.file(workspaceId, id))?.removed)
      throw problem(410, 'gone', 'The error report has expired and was removed.');
    const found = await this.store.errors(workspaceId, id, after, limit + 1);
    const { data, meta } = toPage(found, limit, ({ seq }) => encodeCursor([String(seq)]));
    return { data: data.map(rowError), meta };
  }

  /** The job as server-sent events until it ends. */
  async events(workspaceId: string, tokenId: string, id: string, response: Response): Promise<void> {
    await this.streams.stream(response, tokenId, IMPORT_KIND, () => this.get(workspaceId, id));
  }

  /** A file with a header and one example row; custom fields of the type included. */
  async template(workspaceId: string, name: string, query: TemplateQuery): Promise<TemplateFile> {
    // Not a byte of a 404 depends on what was asked for.
    const resource = findImportable(this.registry, name, 'of that name');
    if (typeof resource === 'string') throw problem(404, 'not_found', `There is no template. ${resource}`);
    const format: FileFormat = query.format ?? 'csv';
    const { type_id: typeName = null } = query;
    const types =
      typeName === null ? [] : await this.types.byName(this.database, resource, workspaceId, typeName);
    const text = fileOfType(this.registry, resource, () => templateFile(resource, types, typeName, format));
    return { name: `${name}-template.${format}`, format, text };
  }
}

/** One answer for a type that does not exist and for one of another workspace: it does not repeat the name. */
function fileOfType(registry: ResourceRegistry, resource: ResourceDescription, write: () => string): string {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof UnknownTypeError)) throw error;
    const types = registry.typesOf(resource);
    const why =
      types === null
        ? `The columns of ${resource.title.toLowerCase()} do not depend on a type: leave type_id out.`
        : `type_id names no ${types.noun} of this workspace: give its identifier, which is case-sensitive, or its ` +
          `UUID. GET /${types.name.replaceAll('_', '-')} lists them.`;
    throw problem(404, 'not_found', why);
  }
}

function refuseUnlessFound(found: ResourceDescription | string): void {
  if (typeof found !== 'string') return;
  const errors = [{ pointer: '?resource_type', code: 'invalid_value', message: found }];
  throw problem(400, 'invalid_request', found, { errors });
}

function readSeq(cursor: string): string | null {
  const [seq = null] = decodeCursor(cursor, 1, [/^\d{1,18}$/]);
  return seq;
}
