import { HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Requires, WorkspaceController, WorkspaceId } from '../../auth/decorators';
import { Problems } from '../../http/openapi/operations';
import type { FileInspection } from '../../catalog/inspect/inspection';
import { InspectionDto, InspectionFormDto } from './inspection.dto';
import { InspectionsService } from './inspections.service';

@WorkspaceController('imports/inspect', 'Imports')
export class InspectionsController {
  constructor(private readonly inspections: InspectionsService) {}

  @Post()
  @HttpCode(200)
  @Requires('viewer')
  @ApiOperation({
    summary: 'Inspect a file',
    description:
      'Shows how a file would be imported: its format, the reading options that its first mebibyte proves, what each column holds, and what would be refused. Nothing is stored. Every member that has the name of a field of `POST /imports` can be sent there as it is.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: InspectionFormDto })
  @ApiOkResponse({ type: InspectionDto, description: 'The inspection of the file.' })
  @Problems(
    'invalid_request',
    'multipart_malformed',
    'file_missing',
    'file_repeated',
    'field_repeated',
    'unknown_field',
    'request_timeout',
    'file_too_large',
    'unsupported_media_type',
    'unsupported_resource_type',
  )
  inspect(
    @WorkspaceId() workspaceId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FileInspection> {
    return this.inspections.inspect(workspaceId, request, response);
  }
}
