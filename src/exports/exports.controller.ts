import { Body, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiResponse,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Caller } from '../auth/caller';
import { CurrentCaller, OrSigned, Requires, WorkspaceController, WorkspaceId } from '../auth/decorators';
import type { JsonObject } from '../formats/json/json-value';
import { RequestBase, RequestPath } from '../http/request-base';
import { Problems } from '../http/openapi/operations';
import type { Page } from '../http/pagination/page';
import { acceptJob } from '../jobs/job-requests';
import { ExportJobDto, ExportPageDto } from './export-job.dto';
import { CreateExportDto, DOWNLOAD_HEADERS, ExportsQuery, FILE_CONTENT } from './exports.dto';
import { ExportDownloads } from './export-downloads';
import { ExportsService } from './exports.service';

const ExportId = (): MethodDecorator =>
  ApiParam({ name: 'id', description: 'Id of the export.', schema: { type: 'string', format: 'uuid' } });

/** Exports: order one, follow it, fetch its file. */
@WorkspaceController('exports', 'Exports')
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly downloads: ExportDownloads,
  ) {}

  @Post()
  @HttpCode(202)
  @Requires('member')
  @ApiOperation({
    summary: 'Export records to a file',
    description:
      'Queues a job that writes one consistent snapshot, ordered by the natural key. Poll the job, or follow its events.',
  })
  @ApiBody({ type: CreateExportDto })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'The request is safe to repeat for 24 hours: the same request again returns the same job.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  })
  @ApiAcceptedResponse({
    type: ExportJobDto,
    description: 'The queued export.',
    headers: {
      Location: { description: 'Path of the export.', schema: { type: 'string' } },
      'Idempotent-Replayed': {
        description: '`true` when an earlier request created this job.',
        schema: { type: 'string' },
      },
    },
  })
  @Problems(
    'invalid_filter',
    'invalid_idempotency_key',
    'idempotency_in_flight',
    'idempotency_key_reused',
    'unsupported_resource_type',
    'too_many_jobs',
    'too_many_bytes',
  )
  async create(
    @WorkspaceId() workspaceId: string,
    @CurrentCaller() caller: Caller,
    @Body() order: CreateExportDto,
    @Body() body: JsonObject,
    @Headers('Idempotency-Key') key: string | undefined,
    @RequestBase() base: string | null,
    @RequestPath() path: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ExportJobDto> {
    const filter = body['filter'] ?? null;
    const accepted = await this.exports.create(workspaceId, caller, order, filter, key, base);
    return acceptJob(response, path, accepted);
  }

  @Get()
  @Requires('viewer')
  @ApiOperation({ summary: 'List exports', description: 'Newest first.' })
  @ApiOkResponse({ type: ExportPageDto, description: 'A page of exports.' })
  @Problems('invalid_cursor')
  list(
    @WorkspaceId() workspaceId: string,
    @Query() query: ExportsQuery,
    @RequestBase() base: string | null,
  ): Promise<Page<ExportJobDto>> {
    return this.exports.list(workspaceId, query, base);
  }

  @Get(':id')
  @ExportId()
  @Requires('viewer')
  @ApiOperation({
    summary: 'Get an export',
    description: 'With a new `download_url` once it is completed.',
  })
  @ApiOkResponse({ type: ExportJobDto, description: 'The export.' })
  @Problems('gone')
  get(
    @WorkspaceId() workspaceId: string,
    @Param('id') id: string,
    @RequestBase() base: string | null,
  ): Promise<ExportJobDto> {
    return this.exports.get(workspaceId, id, base);
  }

  @Post(':id/cancel')
  @ExportId()
  @HttpCode(200)
  @Requires('member')
  @ApiOperation({
    summary: 'Cancel an export',
    description: 'Its file, as far as it was written, is removed.',
  })
  @ApiOkResponse({ type: ExportJobDto, description: 'The cancelled export.' })
  @Problems('conflict', 'gone')
  cancel(
    @WorkspaceId() workspaceId: string,
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @RequestBase() base: string | null,
  ): Promise<ExportJobDto> {
    return this.exports.cancel(workspaceId, caller, id, base);
  }

  @Get(':id/events')
  @ExportId()
  @Requires('viewer')
  @ApiOperation({
    summary: 'Follow an export',
    description:
      'Server-sent events: the job at once and after each change, until it ends or the token is no longer valid.',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'Events whose data is the export.', schema: { type: 'string' } })
  @Problems('gone', 'too_many_event_streams', 'event_streams_full')
  events(
    @WorkspaceId() workspaceId: string,
    @CurrentCaller() { tokenId }: Caller,
    @Param('id') id: string,
    @RequestBase() base: string | null,
    @Res() response: Response,
  ): Promise<void> {
    return this.exports.events(workspaceId, tokenId, id, base, response);
  }

  @Get(':id/download')
  @ExportId()
  @Requires('viewer')
  @OrSigned()
  @ApiOperation({
    summary: 'Download the file of an export',
    description:
      'With a token, or with the signature in the `download_url` of the export. Ranges can be asked for.',
  })
  @ApiQuery({
    name: 'expires',
    required: false,
    description: 'Part of a signed URL: seconds since 1970.',
    schema: { type: 'integer' },
  })
  @ApiQuery({
    name: 'signature',
    required: false,
    description: 'Part of a signed URL.',
    schema: { type: 'string' },
  })
  @ApiHeader({
    name: 'Range',
    required: false,
    description: 'One range of bytes.',
    schema: { type: 'string' },
  })
  @ApiHeader({
    name: 'If-Range',
    required: false,
    description: 'The ETag to which the range belongs.',
    schema: { type: 'string' },
  })
  @ApiResponse({ status: 200, description: 'The file.', headers: DOWNLOAD_HEADERS, content: FILE_CONTENT })
  @ApiResponse({
    status: 206,
    description: 'A part of the file.',
    headers: DOWNLOAD_HEADERS,
    content: FILE_CONTENT,
  })
  @ApiResponse({
    status: 302,
    description: 'To the object storage, where the server has one; only for a signed URL without a token.',
    headers: { Location: { description: 'A signed URL of the storage.', schema: { type: 'string' } } },
  })
  @Problems('link_expired', 'conflict', 'gone', 'stored_file_missing', 'range_not_satisfiable')
  download(
    @WorkspaceId() workspaceId: string,
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.downloads.send(workspaceId, id, request, response);
  }
}
