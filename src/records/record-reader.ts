import { Injectable } from '@nestjs/common';
import { filterSql } from '../catalog/filter/filter-sql';
import type { FilterContext } from '../catalog/filter/filter-context';
import { namesArchivedAt } from '../catalog/filter/names-archived-at';
import type { RecordType } from '../catalog/record-type';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { SqlParams } from '../catalog/sql/sql-params';
import { Database } from '../database/database';
import type { JsonObject, JsonValue } from '../formats/json/json-value';
import type { Page } from '../http/pagination/page';
import { notFound } from '../http/problem/problem.exception';
import { readCountBody, readFilterBody, type FilterBody } from './filter-body';
import { findRecord } from './find-record';
import { countRecords, findPage, inWorkspace } from './find-page';
import { archivedCondition, listConditions, searchCondition } from './list-conditions';
import { readListQuery, type RawQuery } from './list-query';
import { loadTypes } from './load-types';
import type { RecordRow } from './record-row';
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
    const context = this.contextOf(resource, workspaceId);
    const conditions = [inWorkspace(context), ...listConditions(context, query)];
    const page = await findPage(this.database, context, conditions, { ...query, sort: [] });
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
    const context = this.contextOf(resource, workspaceId);
    const page = await findPage(this.database, context, filterConditions(context, request), request);
    return this.answerPage(resource, types, page);
  }

  /** `POST /<collection>/count`. */
  async count(
    resource: ResourceDescription,
    workspaceId: string,
    body: JsonValue,
  ): Promise<{ count: number }> {
    const request = readCountBody(resource, await this.types(resource, workspaceId), body);
    const context = this.contextOf(resource, workspaceId);
    return { count: await countRecords(this.database, context, filterConditions(context, request)) };
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

  private contextOf(resource: ResourceDescription, workspaceId: string): FilterContext {
    const params = new SqlParams();
    return { resource, registry: this.registry, workspace: params.add(workspaceId), params };
  }

  private answerPage(
    resource: ResourceDescription,
    types: readonly RecordType[],
    { data, meta }: Page<RecordRow>,
  ): Page<JsonObject> {
    return { data: data.map((row) => writeAnswer(resource, types, row)), meta };
  }
}

/** Active records only, unless the filter itself speaks of `archived_at`. */
function filterConditions(context: FilterContext, { filter, q }: Pick<FilterBody, 'filter' | 'q'>): string[] {
  return [
    inWorkspace(context),
    ...archivedCondition(context, namesArchivedAt(filter) ? 'all' : 'false'),
    ...searchCondition(context, q),
    filterSql(filter, context),
  ];
}
