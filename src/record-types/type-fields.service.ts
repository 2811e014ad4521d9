import { Inject, Injectable } from '@nestjs/common';
import { isUuidForm } from '../formats/uuid-form';
import { DATA_TYPES } from '../catalog/record-type';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import type { Sql } from '../database/sql';
import type { JsonObject, JsonValue } from '../formats/json/json-value';
import type { Page } from '../http/pagination/page';
import { notFound, problem, type ProblemError } from '../http/problem/problem.exception';
import { findRecord, textOf } from '../records/find-record';
import type { RawQuery } from '../records/list-query';
import { inTransaction } from '../records/in-transaction';
import { RecordReader } from '../records/record-reader';
import { countUses, usesLabels } from './count-uses';
import { changeField, declareField, isError, type DeclaredField } from './declare-fields';
import { fieldAnswer } from './type-schema';
import type { CreateFieldDto, PatchFieldDto } from './field.dto';
import { bumpFields, deleteField, insertField, selectFields, updateField } from './field-store';
import { tooManyFields } from './type-limits';
import { typeFieldsResource } from './type-fields-resource';

const MAX_ORDER = 2_147_483_647;

/** The fields of types, one by one. Every change locks the type, so that no record is written between check and change. */
@Injectable()
export class TypeFieldsService {
  constructor(
    private readonly database: Database,
    private readonly registry: ResourceRegistry,
    private readonly reader: RecordReader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** All fields of all types of a workspace, or those of one. */
  async list(types: ResourceDescription, workspaceId: string, query: RawQuery): Promise<Page<JsonObject>> {
    return answered(await this.reader.list(typeFieldsResource(types), workspaceId, query));
  }

  async listOf(
    types: ResourceDescription,
    workspaceId: string,
    typeId: string,
    query: RawQuery,
  ): Promise<Page<JsonObject>> {
    const type = await findRecord(this.database, types, workspaceId, typeId);
    if (!type) throw notFound();
    return this.list(types, workspaceId, { ...query, type_id: textOf(type, 'id') ?? '' });
  }

  async filter(types: ResourceDescription, workspaceId: string, body: JsonValue): Promise<Page<JsonObject>> {
    return answered(await this.reader.filter(typeFieldsResource(types), workspaceId, body));
  }

  count(types: ResourceDescription, workspaceId: string, body: JsonValue): Promise<{ count: number }> {
    return this.reader.count(typeFieldsResource(types), workspaceId, body);
  }

  async get(types: ResourceDescription, workspaceId: string, id: string): Promise<JsonObject> {
    return fieldAnswer(await this.reader.get(typeFieldsResource(types), workspaceId, id));
  }

  /** A field of one type, by its UUID or its key. Throws 404. */
  async getOf(
    types: ResourceDescription,
    workspaceId: string,
    typeId: string,
    field: string,
  ): Promise<JsonObject> {
    const type = await findRecord(this.database, types, workspaceId, typeId);
    if (!type) throw notFound();
    const fields = await selectFields(this.database, typeFieldsResource(types), workspaceId, [
      textOf(type, 'id') ?? '',
    ]);
    return named(fields, field);
  }

  /** Adds a field. Throws 404, 409 for a key that the type has already, 422 for a default that is no value of the field. */
  create(
    types: ResourceDescription,
    workspaceId: string,
    typeId: string,
    dto: CreateFieldDto,
  ): Promise<JsonObject> {
    return this.change(types, workspaceId, typeId, async (tx, id, fields) => {
      const { fieldsPerType } = this.settings;
      if (fields.length >= fieldsPerType) throw tooManyFields(types, fieldsPerType, '/field_key');
      if (fields.some(({ field_key }) => field_key === dto.field_key)) {
        throw conflict('/field_key', `The ${types.noun} already has a field ${dto.field_key}.`);
      }
      const last = Math.max(0, ...fields.map(({ display_order }) => Number(display_order)));
      const field = declareField(dto, Math.min(last + 1, MAX_ORDER), '');
      if (isError(field)) throw refused(field);
      await insertField(tx, typeFieldsResource(types), workspaceId, id, field);
      return field.field_key;
    });
  }

  /** Changes a field. Throws 404, 409 for another key and for another data type while there are values, 422. */
  patch(
    types: ResourceDescription,
    workspaceId: string,
    typeId: string,
    field: string,
    dto: PatchFieldDto,
  ): Promise<JsonObject> {
    return this.change(types, workspaceId, typeId, async (tx, id, fields) => {
      const answer = named(fields, field);
      const present = stored(answer);
      if (dto.field_key !== undefined && dto.field_key !== present.field_key) {
        throw conflict('/field_key', 'The key of a field cannot change; add another field instead.');
      }
      if (dto.data_type && dto.data_type !== present.data_type) {
        await this.refuseUsed(tx, types, workspaceId, id, present.field_key, 'its data type cannot change');
      }
      const changed = changeField(present, dto, '');
      if (isError(changed)) throw refused(changed);
      await updateField(tx, typeFieldsResource(types), workspaceId, String(answer['id']), changed);
      return present.field_key;
    });
  }

  /** Removes a field that no record has a value under. Throws 404, 409 with the number of values otherwise. */
  async remove(
    types: ResourceDescription,
    workspaceId: string,
    typeId: string,
    field: string,
  ): Promise<void> {
    await this.change(types, workspaceId, typeId, async (tx, id, fields) => {
      const answer = named(fields, field);
      await this.refuseUsed(tx, types, workspaceId, id, String(answer['field_key']), 'it cannot be removed');
      await deleteField(tx, typeFieldsResource(types), workspaceId, String(answer['id']));
      return null;
    });
  }

  /** Runs one change under the lock of the type, and returns the field whose key `work` returns. */
  private change(
    types: ResourceDescription,
    workspaceId: string,
    typeId: string,
    work: (tx: Sql, typeId: string, fields: readonly JsonObject[]) => Promise<string | null>,
  ): Promise<JsonObject> {
    return inTransaction(this.database, async (tx) => {
      const type = await findRecord(tx, types, workspaceId, typeId, 'FOR UPDATE');
      if (!type) throw notFound();
      const id = textOf(type, 'id') ?? '';
      const resource = typeFieldsResource(types);
      const key = await work(tx, id, await selectFields(tx, resource, workspaceId, [id]));
      await bumpFields(tx, types, workspaceId, id);
      return key === null ? {} : named(await selectFields(tx, resource, workspaceId, [id]), key);
    });
  }

  private async refuseUsed(
    tx: Sql,
    types: ResourceDescription,
    workspaceId: string,
    typeId: string,
    key: string,
    consequence: string,
  ): Promise<void> {
    const uses = await countUses(tx, this.registry, types, workspaceId, typeId, key);
    if (uses === 0) return;
    throw problem(409, 'conflict', `${usesLabels(uses)} a value under ${key}, so ${consequence}.`);
  }
}

const answered = ({ data, meta }: Page<JsonObject>): Page<JsonObject> => ({
  data: data.map(fieldAnswer),
  meta,
});

function named(fields: readonly JsonObject[], name: string): JsonObject {
  const by = isUuidForm(name) ? 'id' : 'field_key';
  const found = fields.find((field) => field[by] === (by === 'id' ? name.toLowerCase() : name));
  if (!found) throw notFound();
  return found;
}

/** A returned field as it is stored. */
function stored(answer: JsonObject): DeclaredField {
  const dataType = DATA_TYPES.find((candidate) => candidate === answer['data_type']);
  if (!dataType) throw new Error(`A field has the unknown data type ${String(answer['data_type'])}.`);
  const { default_value: value } = answer;
  return {
    field_key: String(answer['field_key']),
    field_label: String(answer['field_label']),
    data_type: dataType,
    is_required: answer['is_required'] === true,
    has_default: answer['has_default'] === true,
    default_value: typeof value === 'string' ? value : null,
    allow_null: answer['allow_null'] === true,
    display_order: Number(answer['display_order']),
  };
}

const conflict = (pointer: string, message: string): Error =>
  problem(409, 'conflict', message, { errors: [{ pointer, code: 'conflict', message }] });

const refused = (error: ProblemError): Error =>
  problem(422, 'invalid_value', error.message, { errors: [error] });
