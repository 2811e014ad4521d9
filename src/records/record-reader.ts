import { Injectable } from '@nestjs/common';
import { namedFields } from '../catalog/filter/filter-fields';
import type { RecordType } from '../catalog/record-type';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { Database } from '../database/database';
import type { JsonObject, JsonValue } from '../formats/json/json-value';
import type { Page } from '../http/pagination/page';
import { notFound } from '../http/problem/problem.exception';
import { countRecords, findPage } from './find-page';
import { readCountBody, readFilterBody } from './filter-body';
import { filterSelection, listSelection, type RecordScope } from './selection';
import { findRecord, type RecordRow, textOf } from './find-record';
import { readListQuery, type RawQuery } from './list-query';
import { TypeReader } from './type-reader';
import { recordResponse } from './record-response';

/** Reads the records of any described resource. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly database: Database,
    private readonly registry: ResourceRegistry,
    private readonly types: TypeReader,
  ) {}

  /** `GET /<collection>`: the natural key is the order. */
  async list(resource: ResourceDescription, workspaceId: string, raw: RawQuery): Promise<Page<JsonObject>> {
    const query = readListQuery(resource, raw);
    const scope = this.scope(resource, workspaceId);
    const page = await findPage(this.database, scope, listSelection(resource, query), { ...query, sort: [] });
    return this.pageResponse(resource, workspaceId, page);
  }

  /** `POST /<collection>/filter`. */
  async filter(
    resource: ResourceDescription,
    workspaceId: string,
    body: JsonValue,
  ): Promise<Page<JsonObject>> {
    const request = readFilterBody(resource, await this.namedTypes(resource, workspaceId, body), body);
    const scope = this.scope(resource, workspaceId);
    const page = await findPage(this.database, scope, filterSelection(resource, request), request);
    return this.pageResponse(resource, workspaceId, page);
  }

  /** `POST /<collection>/count`. */
  async count(
    resource: ResourceDescription,
    workspaceId: string,
    body: JsonValue,
  ): Promise<{ count: number }> {
    const request = readCountBody(resource, await this.namedTypes(resource, workspaceId, body), body);
    const scope = this.scope(resource, workspaceId);
    return { count: await countRecords(this.database, scope, filterSelection(resource, request)) };
  }

  /** `GET /<collection>/{id}`, by UUID or identifier, archived or not. Throws 404. */
  async get(resource: ResourceDescription, workspaceId: string, id: string): Promise<JsonObject> {
    const row = await findRecord(this.database, resource, workspaceId, id);
    if (!row) throw notFound();
    return recordResponse(resource, await this.typesOf(resource, workspaceId, [row]), row);
  }

  /** The types of the custom fields that a filter or a sort names. */
  private namedTypes(
    resource: ResourceDescription,
    workspaceId: string,
    body: JsonValue,
  ): Promise<RecordType[]> {
    return this.types.byFields(this.database, resource, workspaceId, namedFields(body));
  }

  /** The types of the records themselves. */
  private typesOf(
    resource: ResourceDescription,
    workspaceId: string,
    rows: readonly RecordRow[],
  ): Promise<RecordType[]> {
    const { customFields } = resource;
    const ids = customFields ? rows.map((row) => textOf(row, customFields.typeField)) : [];
    return this.types.byId(this.database, resource, workspaceId, ids);
  }

  private scope(resource: ResourceDescription, workspaceId: string): RecordScope {
    return { resource, registry: this.registry, workspaceId };
  }

  private async pageResponse(
    resource: ResourceDescription,
    workspaceId: string,
    { data, meta }: Page<RecordRow>,
  ): Promise<Page<JsonObject>> {
    const types = await this.typesOf(resource, workspaceId, data);
    return { data: data.map((row) => recordResponse(resource, types, row)), meta };
  }
}
