import { jsonPointer } from '../formats/json/json-pointer';
import { Injectable } from '@nestjs/common';
import type { Draft } from '../catalog/reading/draft';
import { readCustom } from '../catalog/reading/typed-draft';
import type { RecordType } from '../catalog/record-type';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { insertRecordSql, updateRecordSql } from '../catalog/sql/write-record-sql';
import { SqlParams } from '../catalog/sql/sql-text';
import { immutableFieldNames } from '../catalog/resource-fields';
import { Database } from '../database/database';
import type { Sql } from '../database/sql';
import type { JsonObject, JsonValue } from '../formats/json/json-value';
import { notFound, problem } from '../http/problem/problem.exception';
import { checkPeriod } from './check-period';
import { checkRules } from './check-rules';
import { completeCreation, lockType, refuseInvalid, resolveDraft } from './complete-draft';
import { findRecord, type RecordRow, textOf } from './find-record';
import { inTransaction } from './in-transaction';
import { readRecordBody } from './read-record-body';
import { throwConflict } from './throw-conflict';
import { resolveParentKey } from './resolve-parent-key';
import { TypeReader } from './type-reader';
import { recordResponse } from './record-response';

/** Creates and changes single records of any described resource. */
@Injectable()
export class RecordWriter {
  constructor(
    private readonly database: Database,
    private readonly registry: ResourceRegistry,
    private readonly types: TypeReader,
  ) {}

  /** Creates a record. Throws 400, 422 `invalid_value` or `reference_not_found`, 409 when its natural key is taken. */
  create(resource: ResourceDescription, workspaceId: string, body: JsonValue): Promise<JsonObject> {
    return inTransaction(this.database, (tx) => this.createIn(tx, resource, workspaceId, body));
  }

  /** The same inside a transaction of the caller, which must be ready to run again: see `inTransaction`. */
  async createIn(
    tx: Sql,
    resource: ResourceDescription,
    workspaceId: string,
    body: JsonValue,
  ): Promise<JsonObject> {
    const draft = readRecordBody(resource, body);
    await resolveDraft(tx, this.registry, resource, workspaceId, draft);
    if (resource.parentKey) await resolveParentKey(tx, this.registry, resource.parentKey, workspaceId, draft);
    const typeId = typeIn(resource, draft);
    const type = await lockType(tx, this.registry, this.types, resource, workspaceId, typeId);
    completeCreation(draft, resource, type);
    refuseInvalid(resource, draft);
    const key = { valueOf: (name: string) => draft.core.get(name) ?? null, parentKey: draft.parentKey };
    await checkRules(tx, resource, { valueOf: key.valueOf, isGiven: (name) => draft.core.has(name) });
    await throwConflict(tx, resource, workspaceId, key, null);
    await checkPeriod(tx, resource, workspaceId, { ...key, id: null, active: true });
    const params = new SqlParams();
    const [created] = await tx.query<{ id: string }>(
      insertRecordSql(resource, workspaceId, draft, params),
      params.values,
    );
    return recordResponse(
      resource,
      listOf(type),
      await mustFind(tx, resource, workspaceId, created?.id ?? ''),
    );
  }

  /** Changes the fields that the body gives. Throws 404, and what `create` throws; another type is a 409. */
  patch(
    resource: ResourceDescription,
    workspaceId: string,
    id: string,
    body: JsonValue,
  ): Promise<JsonObject> {
    return inTransaction(this.database, async (tx) => {
      const present = await findRecord(tx, resource, workspaceId, id, 'FOR NO KEY UPDATE');
      if (!present) throw notFound();
      const draft = readRecordBody(resource, body, immutableFieldNames(resource));
      await resolveDraft(tx, this.registry, resource, workspaceId, draft);
      const typeId = resource.customFields && textOf(present, resource.customFields.typeField);
      const type = await lockType(tx, this.registry, this.types, resource, workspaceId, typeId);
      if (type) readCustom(draft, type);
      refuseInvalid(resource, draft);
      refuseImmutable(resource, draft, present);
      return recordResponse(resource, listOf(type), await update(tx, resource, workspaceId, draft, present));
    });
  }
}

const listOf = (type: RecordType | null): readonly RecordType[] => (type ? [type] : []);

async function update(
  tx: Sql,
  resource: ResourceDescription,
  workspaceId: string,
  draft: Draft,
  present: RecordRow,
): Promise<RecordRow> {
  const id = textOf(present, 'id') ?? '';
  const valueOf = (name: string): string | null =>
    draft.core.has(name) ? (draft.core.get(name) ?? null) : textOf(present, name);
  await checkRules(tx, resource, { valueOf, isGiven: (name) => draft.core.has(name) });
  if (resource.naturalKey.some((name) => !isImmutable(resource, name) && draft.core.has(name))) {
    await throwConflict(tx, resource, workspaceId, { valueOf, parentKey: null }, id);
  }
  if (resource.period && draft.core.has(resource.period.until)) {
    const active = textOf(present, 'archived_at') === null;
    await checkPeriod(tx, resource, workspaceId, { valueOf, parentKey: null, id, active });
  }
  const params = new SqlParams();
  const text = updateRecordSql(resource, workspaceId, id, draft, params);
  if (text === null) return present;
  await tx.query(text, params.values);
  return mustFind(tx, resource, workspaceId, id);
}

async function mustFind(
  tx: Sql,
  resource: ResourceDescription,
  workspaceId: string,
  id: string,
): Promise<RecordRow> {
  const row = await findRecord(tx, resource, workspaceId, id);
  if (!row) throw new Error(`The ${resource.noun} that was just written is not there.`);
  return row;
}

function typeIn({ customFields }: ResourceDescription, { core }: Draft): string | null | undefined {
  return customFields && core.get(customFields.typeField);
}

/** Immutable fields: by their description, or because they identify the parent of the record. */
function isImmutable({ fields, parentKey }: ResourceDescription, name: string): boolean {
  return (
    fields.get(name)?.immutable === true ||
    (parentKey?.fields.includes(name) ?? false) ||
    name === parentKey?.directField
  );
}

/** Throws 409 when the body gives another value to a field that is set once, such as the type. */
function refuseImmutable(resource: ResourceDescription, draft: Draft, present: RecordRow): void {
  for (const [name, value] of draft.core) {
    if (!isImmutable(resource, name) || value === textOf(present, name)) continue;
    const message = `${name} never changes once a record is created; leave it out, or create another ${resource.noun}.`;
    throw problem(409, 'conflict', message, {
      errors: [{ pointer: jsonPointer(name), code: 'conflict', message }],
    });
  }
}
