import { Body, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { Requires, WorkspaceController, WorkspaceId } from '../auth/decorators';
import type { JsonObject, JsonValue } from '../formats/json/json-value';
import { Problems } from '../http/openapi/operations';
import { type Page, pageSchema } from '../http/pagination/page';
import { ChangeImportProfileDto, CreateImportProfileDto, ImportProfileDto } from './import-profile.dto';
import { ImportProfilesService } from './import-profiles.service';
import { ProfilesQuery } from './profiles-query';

const ID = ApiParam({
  name: 'id',
  description: 'UUID or identifier of the profile.',
  example: 'nasdaq-nasdaqlisted',
  schema: { type: 'string' },
});

@WorkspaceController('import-profiles', 'Import profiles')
export class ImportProfilesController {
  constructor(private readonly profiles: ImportProfilesService) {}

  @Get()
  @Requires('viewer')
  @ApiOperation({
    summary: 'List import profiles',
    description: 'Those of the workspace and the built-in ones, in the order of their identifiers.',
  })
  @ApiOkResponse({ schema: pageSchema(ImportProfileDto), description: 'A page of profiles.' })
  @Problems('invalid_cursor')
  list(@WorkspaceId() workspaceId: string, @Query() query: ProfilesQuery): Promise<Page<JsonObject>> {
    return this.profiles.list(workspaceId, query);
  }

  @Get(':id')
  @ID
  @Requires('viewer')
  @ApiOperation({ summary: 'Get an import profile' })
  @ApiOkResponse({ type: ImportProfileDto, description: 'The profile.' })
  get(@WorkspaceId() workspaceId: string, @Param('id') id: string): Promise<JsonObject> {
    return this.profiles.get(workspaceId, id);
  }

  @Post()
  @Requires('member')
  @ApiOperation({
    summary: 'Create an import profile',
    description:
      'How the files of one vendor are read, under a name. To copy a profile, send what `GET` returns with ' +
      'another identifier.',
  })
  @ApiBody({ type: CreateImportProfileDto })
  @ApiCreatedResponse({ type: ImportProfileDto, description: 'The new profile.' })
  @Problems('invalid_value', 'conflict', 'too_many_profiles', 'unsupported_resource_type', 'invalid_mapping')
  async create(
    @WorkspaceId() workspaceId: string,
    @Body() body: JsonValue,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JsonObject> {
    const profile = await this.profiles.create(workspaceId, body);
    response.location(`/v1/workspaces/${workspaceId}/import-profiles/${String(profile['id'])}`);
    return profile;
  }

  @Patch(':id')
  @ID
  @Requires('member')
  @ApiOperation({
    summary: 'Change an import profile',
    description:
      'What the body leaves out stays as it is; null removes a setting, an object replaces it as a whole. ' +
      'Imports that exist already keep the settings that they were created with.',
  })
  @ApiBody({ type: ChangeImportProfileDto })
  @ApiOkResponse({ type: ImportProfileDto, description: 'The profile as it is now.' })
  @Problems('invalid_value', 'conflict', 'unsupported_resource_type', 'invalid_mapping')
  change(
    @WorkspaceId() workspaceId: string,
    @Param('id') id: string,
    @Body() body: JsonValue,
  ): Promise<JsonObject> {
    return this.profiles.change(workspaceId, id, body);
  }

  @Delete(':id')
  @ID
  @HttpCode(204)
  @Requires('member')
  @ApiOperation({
    summary: 'Delete an import profile',
    description: 'For good: nothing refers to a profile, and imports that used it keep their settings.',
  })
  @ApiNoContentResponse({ description: 'The profile is deleted.' })
  @Problems('conflict')
  remove(@WorkspaceId() workspaceId: string, @Param('id') id: string): Promise<void> {
    return this.profiles.remove(workspaceId, id);
  }
}
