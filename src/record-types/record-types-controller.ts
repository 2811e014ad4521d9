import { Body, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query, type Type } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { Requires, WorkspaceId } from '../auth/decorators';
import { createSchema } from '../catalog/openapi/record-schema';
import type { ResourceDescription } from '../catalog/resource';
import type { JsonObject, JsonValue } from '../formats/json/json-value';
import { Problems } from '../http/openapi/operations';
import type { Page } from '../http/pagination/page';
import type { RawQuery } from '../records/list-query';
import { readHard, type RecordsController } from '../records/records-controller';
import { recordsDocs, resourceLabels } from '../records/records-docs';
import { RecordTypesService } from './record-types.service';
import { typeAnswerSchema, typeBodySchema } from './type-schema';

/**
 * The base class of a controller that serves types with their fields; extend it under a `@WorkspaceController`. Viewers
 * read, editors write. The fields one by one: `typeFieldsController`.
 */
export function recordTypesController(types: ResourceDescription): Type<RecordsController> {
  const docs = recordsDocs(types, typeAnswerSchema(types));

  class DescribedTypesController implements RecordsController {
    constructor(@Inject(RecordTypesService) private readonly service: RecordTypesService) {}

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

    @Post()
    @Requires('editor')
    @docs.create
    @Problems('too_many_types', 'too_many_fields')
    @ApiBody({
      schema: { title: `Create${resourceLabels(types).one}`, ...typeBodySchema(createSchema(types)) },
    })
    create(@WorkspaceId() workspaceId: string, @Body() body: JsonValue): Promise<JsonObject> {
      return this.service.create(types, workspaceId, body);
    }

    @Patch(':id')
    @Requires('editor')
    @docs.patch
    patch(
      @WorkspaceId() workspaceId: string,
      @Param('id') id: string,
      @Body() body: JsonValue,
    ): Promise<JsonObject> {
      return this.service.patch(types, workspaceId, id, body);
    }

    @Delete(':id')
    @HttpCode(204)
    @Requires('editor')
    @docs.remove
    remove(
      @WorkspaceId() workspaceId: string,
      @Param('id') id: string,
      @Query('hard') hard?: string,
    ): Promise<void> {
      return this.service.remove(types, workspaceId, id, readHard(hard));
    }

    @Post(':id/restore')
    @HttpCode(200)
    @Requires('editor')
    @docs.restore
    restore(@WorkspaceId() workspaceId: string, @Param('id') id: string): Promise<JsonObject> {
      return this.service.restore(types, workspaceId, id);
    }
  }

  return DescribedTypesController;
}
