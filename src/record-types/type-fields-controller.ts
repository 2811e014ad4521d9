import { Body, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query, type Type } from '@nestjs/common';
import { Requires, WorkspaceId } from '../auth/decorators';
import type { ResourceDescription } from '../catalog/resource';
import type { JsonObject } from '../formats/json/json-value';
import type { Page } from '../http/pagination/page';
import { fieldAnswerSchema } from './type-schema';
import { CreateFieldDto, PatchFieldDto } from './field.dto';
import { fieldsDocs } from './fields-docs';
import { TypeFieldsService } from './type-fields.service';
import { typeFieldsResource } from './type-fields-resource';

/** The routes of the fields of one type. */
export interface TypeFieldsController {
  list(workspaceId: string, id: string, limit?: string, after?: string): Promise<Page<JsonObject>>;
  get(workspaceId: string, id: string, field: string): Promise<JsonObject>;
  create(workspaceId: string, id: string, dto: CreateFieldDto): Promise<JsonObject>;
  patch(workspaceId: string, id: string, field: string, dto: PatchFieldDto): Promise<JsonObject>;
  remove(workspaceId: string, id: string, field: string): Promise<void>;
}

/**
 * The base class of a controller that serves the fields of a type one by one; extend it under the `@WorkspaceController`
 * path `<types>/:id/fields`. Viewers read, editors write.
 */
export function typeFieldsController(types: ResourceDescription): Type<TypeFieldsController> {
  const docs = fieldsDocs(types, fieldAnswerSchema(typeFieldsResource(types)));

  class DescribedFieldsController implements TypeFieldsController {
    constructor(@Inject(TypeFieldsService) private readonly fields: TypeFieldsService) {}

    @Get()
    @Requires('viewer')
    @docs.list
    list(
      @WorkspaceId() workspaceId: string,
      @Param('id') id: string,
      @Query('limit') limit?: string,
      @Query('after') after?: string,
    ): Promise<Page<JsonObject>> {
      return this.fields.listOf(types, workspaceId, id, { limit, after });
    }

    @Get(':field')
    @Requires('viewer')
    @docs.get
    get(
      @WorkspaceId() workspaceId: string,
      @Param('id') id: string,
      @Param('field') field: string,
    ): Promise<JsonObject> {
      return this.fields.getOf(types, workspaceId, id, field);
    }

    @Post()
    @Requires('editor')
    @docs.create
    create(
      @WorkspaceId() workspaceId: string,
      @Param('id') id: string,
      @Body() dto: CreateFieldDto,
    ): Promise<JsonObject> {
      return this.fields.create(types, workspaceId, id, dto);
    }

    @Patch(':field')
    @Requires('editor')
    @docs.patch
    patch(
      @WorkspaceId() workspaceId: string,
      @Param('id') id: string,
      @Param('field') field: string,
      @Body() dto: PatchFieldDto,
    ): Promise<JsonObject> {
      return this.fields.patch(types, workspaceId, id, field, dto);
    }

    @Delete(':field')
    @HttpCode(204)
    @Requires('editor')
    @docs.remove
    remove(
      @WorkspaceId() workspaceId: string,
      @Param('id') id: string,
      @Param('field') field: string,
    ): Promise<void> {
      return this.fields.remove(types, workspaceId, id, field);
    }
  }

  return DescribedFieldsController;
}
