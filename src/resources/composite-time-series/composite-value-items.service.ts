import { Injectable } from '@nestjs/common';
import type { JsonSchema } from '../../catalog/openapi/json-schema';
import { answerSchema } from '../../catalog/openapi/record-schema';
import type { JsonObject, JsonValue } from '../../formats/json/json-value';
import type { Page } from '../../http/pagination/page';
import type { RawQuery } from '../../records/list-query';
import { RecordReader } from '../../records/record-reader';
import { compositeValueItems } from './composite-value-items.resource';

/** Reads the items of composite values one by one. An item is archived with its value; a field that is unset has none. */
@Injectable()
export class CompositeValueItemsService {
  constructor(private readonly reader: RecordReader) {}

  /** In the order of their values, and of the fields within a value. Throws 400. */
  async list(workspaceId: string, query: RawQuery): Promise<Page<JsonObject>> {
    return answered(await this.reader.list(compositeValueItems, workspaceId, query));
  }

  /** Throws 400 `invalid_filter`. */
  async filter(workspaceId: string, body: JsonValue): Promise<Page<JsonObject>> {
    return answered(await this.reader.filter(compositeValueItems, workspaceId, body));
  }

  count(workspaceId: string, body: JsonValue): Promise<{ count: number }> {
    return this.reader.count(compositeValueItems, workspaceId, body);
  }

  /** Throws 404. */
  async get(workspaceId: string, id: string): Promise<JsonObject> {
    return itemAnswer(await this.reader.get(compositeValueItems, workspaceId, id));
  }
}

const answered = ({ data, meta }: Page<JsonObject>): Page<JsonObject> => ({
  data: data.map(itemAnswer),
  meta,
});

const NAMES = ['id', 'value_id', 'field_key', 'value', 'archived_at'] as const;

/** An item as the API returns it; its other properties are in its value. */
const itemAnswer = (record: JsonObject): JsonObject =>
  Object.fromEntries(NAMES.map((name) => [name, record[name] ?? null]));

/** Schema of `itemAnswer`. */
export function itemAnswerSchema(): JsonSchema {
  const { properties = {} } = answerSchema(compositeValueItems);
  const picked = NAMES.map((name): [string, JsonSchema] => [name, properties[name] ?? {}]);
  return { type: 'object', properties: Object.fromEntries(picked), required: [...NAMES] };
}
