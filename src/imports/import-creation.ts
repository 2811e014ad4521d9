import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { Binder } from '../catalog/binding/binder';
import { namedFields } from '../catalog/binding/named-fields';
import type { RecordType } from '../catalog/record-type';
import { BindingError } from '../catalog/binding/target';
import { FieldReaders } from '../catalog/reading/field-readers';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { failpoint } from '../config/failpoint';
import { Database } from '../database/database';
import { RequestStatementError } from '../database/request-errors';
import { FileError } from '../formats/format';
import { writeJson } from '../formats/json/write-json';
import { OptionError } from '../formats/option-error';
import {
  IdempotencyService,
  type ReservedKey,
  type IdempotentJob,
} from '../http/idempotency/idempotency.service';
import { problem, ProblemException } from '../http/problem/problem.exception';
import { JobDispatcher } from '../jobs/job-notifications';
import { JobQuota } from '../jobs/job-quota';
import { TypeReader } from '../records/type-reader';
import { BlobStorage } from '../storage/blob-storage';
import type { ImportJobDto } from './import-job.dto';
import { IMPORT_KIND } from './import-kind';
import { ImportStore, type NewImport } from './import-store';
import { findImportable } from './importable';
import { completeForm, fingerprintOf, type ImportForm } from './upload/complete-form';
import { ImportProfiles, namedProfile } from './upload/import-profiles';
import { readImportForm } from './upload/read-import-form';
import { resolveUpload, type ResolvedUpload } from './upload/resolve-upload';
import { loadMatches } from './reading/load-matches';
import type { Upload } from './upload/upload';

/** The import of a request, and its state when it was created; null when an earlier request made it. */
export interface CreatedImport extends IdempotentJob {
  readonly queued: ImportJobDto | null;
}

/** Has an upload received, refuses what the request itself shows to be wrong, and queues the import. */
@Injectable()
export class ImportCreation {
  constructor(
    private readonly idempotency: IdempotencyService,
    private readonly store: ImportStore,
    private readonly storage: BlobStorage,
    private readonly database: Database,
    private readonly registry: ResourceRegistry,
    private readonly dispatcher: JobDispatcher,
    private readonly quota: JobQuota,
    private readonly types: TypeReader,
    private readonly profiles: ImportProfiles,
  ) {}

  /**
   * Returns the import that this request, or an earlier equal one, created. `receive` is called when the key and the quota
   * permit an upload. When it throws a problem, the upload is removed.
   */
  async create(
    workspaceId: string,
    caller: Caller,
    key: string | undefined,
    receive: () => Promise<Upload>,
  ): Promise<CreatedImport> {
    const reserved = await this.idempotency.reserve(workspaceId, 'POST /imports', key);
    try {
      if (!reserved.bound) await this.quota.look(IMPORT_KIND, workspaceId);
      return await this.queue(workspaceId, caller, reserved, await receive());
    } finally {
      await this.idempotency.release(reserved);
    }
  }

  private async queue(
    workspaceId: string,
    caller: Caller,
    reserved: ReservedKey,
    upload: Upload,
  ): Promise<CreatedImport> {
    let queued: ImportJobDto | null = null;
    let unused = true;
    try {
      const given = readImportForm(upload.fields);
      const form = completeForm(given, await namedProfile(this.profiles, workspaceId, given.profile));
      const job = await this.describe(workspaceId, caller, form, upload);
      const fingerprint = fingerprintOf(form, upload.file.sha256);
      unused = false;
      failpoint('upload.stored');
      const answer = await this.idempotency.bind(reserved, fingerprint, async (tx) => {
        await this.quota.take(tx, IMPORT_KIND, workspaceId, job.fileSize);
        await this.store.insert(tx, job);
        queued = await this.store.find(workspaceId, job.id, tx); // before a worker can have it: the answer says queued
        return { jobId: job.id };
      });
      unused = answer.jobId !== job.id;
      if (unused) return { ...answer, queued: null };
      failpoint('import.queued');
      this.dispatcher.wake(IMPORT_KIND, job.id, 0);
      return { ...answer, queued };
    } catch (error) {
      unused ||= error instanceof ProblemException || error instanceof RequestStatementError; // otherwise its COMMIT may have succeeded: the sweeper finds out
      throw error;
    } finally {
      if (unused) await this.storage.remove(upload.file.key);
    }
  }

  private async describe(
    workspaceId: string,
    caller: Caller,
    form: ImportForm,
    { file }: Upload,
  ): Promise<NewImport> {
    const resource = this.importable(form.resourceType);
    const { format, options } = await this.resolve(form, file);
    await this.checkBinding(workspaceId, resource, form);
    return {
      id: randomUUID(),
      workspaceId,
      createdBy: caller.robotId,
      resourceType: resource.name,
      format,
      onError: form.onError,
      identifierColumn: form.identifierColumn,
      dryRun: form.dryRun,
      spreadsheetSafe: form.spreadsheetSafe,
      mapping: form.mapping,
      defaults: writeJson(form.defaults),
      options,
      fileName: file.name,
      fileSize: file.size,
      fileSha256: file.sha256,
      blobKey: file.key,
    };
  }

  /** Throws 422 for what the beginning of the file and the reading options show to be wrong. */
  private async resolve({ format, options }: ImportForm, file: Upload['file']): Promise<ResolvedUpload> {
    try {
      return await resolveUpload(this.storage, file, format, options);
    } catch (error) {
      if (error instanceof OptionError) throw unprocessable('invalid_mapping', error.pointer, error.message);
      if (!(error instanceof FileError)) throw error;
      const code =
        error.code === 'file_empty' || error.code === 'encoding_unsupported'
          ? error.code
          : 'unsupported_file_format';
      throw unprocessable(code, '/file', error.message, error.code);
    }
  }

  private importable(name: string): ResourceDescription {
    const found = findImportable(this.registry, name);
    if (typeof found !== 'string') return found;
    throw unprocessable('unsupported_resource_type', '/resource_type', found);
  }

  /** The mapping, the defaults and the options of fields are checked against the fields that the workspace has now. */
  private async checkBinding(
    workspaceId: string,
    resource: ResourceDescription,
    form: ImportForm,
  ): Promise<void> {
    const typesOf = (of: ResourceDescription, fields: readonly string[]): Promise<RecordType[]> =>
      this.types.byFields(this.database, of, workspaceId, fields, true);
    const types = await typesOf(resource, namedFields(form));
    try {
      await loadMatches(this.registry, resource, form.options.match, (target, field) =>
        typesOf(target, [field]),
      );
      new FieldReaders(new Binder(resource, types, form));
    } catch (error) {
      if (!(error instanceof BindingError)) throw error;
      throw unprocessable('invalid_mapping', error.pointer, error.message, error.code);
    }
  }
}

type Unprocessable =
  | 'unsupported_resource_type'
  | 'invalid_mapping'
  | 'file_empty'
  | 'encoding_unsupported'
  | 'unsupported_file_format';

function unprocessable(code: Unprocessable, pointer: string, message: string, detail: string = code): Error {
  return problem(422, code, message, { errors: [{ pointer, code: detail, message }] });
}
