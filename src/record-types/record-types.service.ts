import { Inject, Injectable } from '@nestjs/common';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { systemFieldsOf } from '../catalog/resource-fields';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import { isJsonObject, type JsonObject, type JsonValue } from '../formats/json/json-value';
import type { Page } from '../http/pagination/page';
import { notFound, problem } from '../http/problem/problem.exception';
import { findRecord, textOf } from '../records/find-record';
import type { RawQuery } from '../records/list-query';
import { inTransaction } from '../records/in-transaction';
import { RecordArchiver } from '../records/record-archiver';
import { RecordReader } from '../records/record-reader';
import { RecordWriter } from '../records/record-writer';
import { countUses, usesLabels } from './count-uses';
import { declareFields, readInlineFields } from './declare-fields';
import { insertField, selectFields } from './field-store';
import { refuseTooManyTypes, tooManyFields } from './type-limits';
import { typeFieldsResource } from './type-fields-resource';

/** Types with their fields, for any resource whose records are types. */
@Injectable()
export class RecordTypesService {
  constructor(
    private readonly database: Database,
    private readonly registry: ResourceRegistry,
    private readonly reader: RecordReader,
    private readonly writer: RecordWriter,
    private readonly archiver: RecordArchiver,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async list(types: ResourceDescription, workspaceId: string, query: RawQuery): Promise<Page<JsonObject>> {
    const { data, meta } = await this.reader.list(types, workspaceId, query);
    return { data: await this.withFields(types, workspaceId, data), meta };
  }

  async filter(types: ResourceDescription, workspaceId: string, body: JsonValue): Promise<Page<JsonObject>> {
    const { data, meta } = await this.reader.filter(types, workspaceId, body);
    return { data: await this.withFields(types, workspaceId, data), meta };
  }

  count(types: ResourceDescription, workspaceId: string, body: JsonValue): Promise<{ count: number }> {
    return this.reader.count(types, workspaceId, body);
  }

  async get(types: ResourceDescription, workspaceId: string, id: string): Promise<JsonObject> {
    return this.one(types, workspaceId, await this.reader.get(types, workspaceId, id));
  }

  /**
   * Creates a type with its fields. An answer of `get` is taken as it is: what only Almagest sets is ignored. Throws 422
   * `too_many_types` and `too_many_fields`, and what `RecordWriter.create` throws.
   */
  async create(types: ResourceDescription, workspaceId: string, body: JsonValue): Promise<JsonObject> {
    const { fields: inline, ...own } = isJsonObject(body) ? body : {};
    const { typesPerWorkspace, fieldsPerType } = this.settings;
    if (Array.isArray(inline) && inline.length > fieldsPerType) {
      throw tooManyFields(types, fieldsPerType, '/fields');
    }
    const declared = declareFields(readInlineFields(inline));
    const core = isJsonObject(body) ? withoutSystemFields(types, own) : body;
    const type = await inTransaction(this.database, async (tx) => {
      await refuseTooManyTypes(tx, types, workspaceId, typesPerWorkspace);
      const created = await this.writer.createIn(tx, types, workspaceId, core);
      for (const field of declared) {
        await insertField(tx, typeFieldsResource(types), workspaceId, String(created['id']), field);
      }
      return created;
    });
    return this.one(types, workspaceId, type);
  }

  /** Changes the type itself. Throws 400 for `fields`, which are changed one by one. */
  async patch(
    types: ResourceDescription,
    workspaceId: string,
    id: string,
    body: JsonValue,
  ): Promise<JsonObject> {
    if (isJsonObject(body) && Object.hasOwn(body, 'fields')) {
      const message = '"fields" are changed one by one, under /{id}/fields.';
      throw problem(400, 'invalid_request', message, {
        errors: [{ pointer: '/fields', code: 'read_only', message }],
      });
    }
    return this.one(types, workspaceId, await this.writer.patch(types, workspaceId, id, body));
  }

  /** Archives a type that no record has. Throws 404, 409 with the number of records otherwise. */
  async remove(types: ResourceDescription, workspaceId: string, id: string, hard: boolean): Promise<void> {
    if (hard) return this.archiver.remove(types, workspaceId, id);
    await this.database.transaction('READ COMMITTED', async (tx) => {
      const type = await findRecord(tx, types, workspaceId, id, 'FOR UPDATE');
      if (!type) throw notFound();
      const uses = await countUses(tx, this.registry, types, workspaceId, textOf(type, 'id') ?? '');
      if (uses > 0) throw problem(409, 'conflict', `This ${types.noun} is in use: ${usesLabels(uses)} it.`);
      await this.archiver.archiveIn(tx, types, workspaceId, id);
    });
  }

  async restore(types: ResourceDescription, workspaceId: string, id: string): Promise<JsonObject> {
    return this.one(types, workspaceId, await this.archiver.restore(types, workspaceId, id));
  }

  private async one(types: ResourceDescription, workspaceId: string, type: JsonObject): Promise<JsonObject> {
    const [answer] = await this.withFields(types, workspaceId, [type]);
    return answer ?? type;
  }

  /** Gives each type its fields; they come after the fields of the type itself. */
  private async withFields(
    types: ResourceDescription,
    workspaceId: string,
    answers: readonly JsonObject[],
  ): Promise<JsonObject[]> {
    const ids = answers.map(({ id }) => String(id));
    const fields = await selectFields(this.database, typeFieldsResource(types), workspaceId, ids);
    return answers.map((answer) => ({
      ...answer,
      fields: fields.filter(({ type_id }) => type_id === answer['id']),
    }));
  }
}

/** A body without the fields that only responses have. */
function withoutSystemFields(types: ResourceDescription, body: JsonObject): JsonObject {
  const system = systemFieldsOf(types);
  return Object.fromEntries(Object.entries(body).filter(([name]) => !system.has(name)));
}
