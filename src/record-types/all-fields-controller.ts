import { Body, Get, HttpCode, Inject, Param, Post, Query, type Type } from '@nestjs/common';
import { Requires, WorkspaceId } from '../auth/decorators';
import type { ResourceDescription } from '../catalog/resource';
import type { JsonObject, JsonValue } from '../formats/json/json-value';
import type { Page } from '../http/pagination/page';
import type { RawQuery } from '../records/list-query';
import { recordsDocs } from '../records/records-docs';
import { fieldAnswerSchema } from './type-schema';
import { TypeFieldsService } from './type-fields.service';
import { typeFieldsResource } from './type-fields-resource';

/** The routes of the fields of all types of a workspace together. */
export interface AllFieldsController {
  list(workspaceId: string, query: RawQuery): Promise<Page<JsonObject>>;
  filter(workspaceId: string, body: JsonValue): Promise<Page<JsonObject>>;
  count(workspaceId: string, body: JsonValue): Promise<{ count: number }>;
  get(workspaceId: string, id: string): Promise<JsonObject>;
}

/** The base class of a controller that lists and filters the fields of all types; extend it under a `@WorkspaceController`. */
export function allFieldsController(types: ResourceDescription): Type<AllFieldsController> {
  const fields = typeFieldsResource(types);
  const docs = recordsDocs(fields, fieldAnswerSchema(fields));

  class DescribedAllFieldsController implements AllFieldsController {
    constructor(@Inject(TypeFieldsService) private readonly service: TypeFieldsService) {}

    @Get()
    @Requires('viewer')
    @docs.list
    list(@WorkspaceId() workspaceId: string, @Query() query: RawQuery): Promise<Page<JsonObject>> {
      return this.service.list(types, workspaceId, query);
    }

    @Post('filter')
    @HttpCode(200)
    @Requires('viewer')
    @docs.filter
    filter(@WorkspaceId() workspaceId: string, @Body() body: JsonValue): Promise<Page<JsonObject>> {
      return this.service.filter(types, workspaceId, body);
    }

    @Post('count')
    @HttpCode(200)
    @Requires('viewer')
    @docs.count
    count(@WorkspaceId() workspaceId: string, @Body() body: JsonValue): Promise<{ count: number }> {
      return this.service.count(types, workspaceId, body);
    }

    @Get(':id')
    @Requires('viewer')
    @docs.get
    get(@WorkspaceId() workspaceId: string, @Param('id') id: string): Promise<JsonObject> {
      return this.service.get(types, workspaceId, id);
    }
  }

  return DescribedAllFieldsController;
}
