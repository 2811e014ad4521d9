import { Injectable } from '@nestjs/common';
import type { RecordType } from '../catalog/record-type';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { Database } from '../database/database';
import type { JsonObject, JsonValue } from '../formats/json/json-value';
import type { Page } from '../http/pagination/page';
import { notFound } from '../http/problem/problem.exception';
import { countRecords } from './count-records';
import { readCountBody, readFilterBody } from './filter-body';
import { filterSelection } from './filter-selection';
import { findRecord } from './find-record';
import { findPage } from './find-page';
import { listSelection } from './list-selection';
import { readListQuery, type RawQuery } from './list-query';
import { loadTypes } from './load-types';
import type { RecordRow } from './record-row';
import type { RecordScope } from './record-scope';
import { writeAnswer } from './write-answer';

/** Reads the records of any described resource. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly database: Database,
    private readonly registry: ResourceRegistry,
  ) {}

  /** `GET /<collection>`: the natural key is the order. */
  async list(resource: ResourceDescription, workspaceId: string, raw: RawQuery): Promise<Page<JsonObject>> {
    const query = readListQuery(resource, raw);
    const scope = this.scope(resource, workspaceId);
    const page = await findPage(this.database, scope, listSelection(resource, query), { ...query, sort: [] });
    return this.answerPage(resource, await this.types(resource, workspaceId), page);
  }

  /** `POST /<collection>/filter`. */
  async filter(
    resource: ResourceDescription,
    workspaceId: string,
    body: JsonValue,
  ): Promise<Page<JsonObject>> {
    const types = await this.types(resource, workspaceId);
    const request = readFilterBody(resource, types, body);
    const scope = this.scope(resource, workspaceId);
    const page = await findPage(this.database, scope, filterSelection(resource, request), request);
    return this.answerPage(resource, types, page);
  }

  /** `POST /<collection>/count`. */
  async count(
    resource: ResourceDescription,
    workspaceId: string,
    body: JsonValue,
  ): Promise<{ count: number }> {
    const request = readCountBody(resource, await this.types(resource, workspaceId), body);
    const scope = this.scope(resource, workspaceId);
    return { count: await countRecords(this.database, scope, filterSelection(resource, request)) };
  }

  /** `GET /<collection>/{id}`, by UUID or identifier, archived or not. Throws 404. */
  async get(resource: ResourceDescription, workspaceId: string, id: string): Promise<JsonObject> {
    const row = await findRecord(this.database, resource, workspaceId, id);
    if (!row) throw notFound();
    return writeAnswer(resource, await this.types(resource, workspaceId), row);
  }

  private types(resource: ResourceDescription, workspaceId: string): Promise<RecordType[]> {
    return loadTypes(this.database, this.registry, resource, workspaceId);
  }

  private scope(resource: ResourceDescription, workspaceId: string): RecordScope {
    return { resource, registry: this.registry, workspaceId };
  }

  private answerPage(
    resource: ResourceDescription,
    types: readonly RecordType[],
    { data, meta }: Page<RecordRow>,
  ): Page<JsonObject> {
    return { data: data.map((row) => writeAnswer(resource, types, row)), meta };
  }
}
