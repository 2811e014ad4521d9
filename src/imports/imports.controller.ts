import { Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Caller } from '../auth/caller';
import { MEDIA_TYPES } from '../formats/format';
import { CurrentCaller, Requires, WorkspaceController, WorkspaceId } from '../auth/decorators';
import { Problems } from '../http/openapi/operations';
import type { Page } from '../http/pagination/page';
import { PageQuery } from '../http/pagination/page-query';
import { RequestPath } from '../http/request-base';
import { acceptJob } from '../jobs/job-requests';
import { ImportFormDto, ImportsQuery, TemplateQuery } from './imports.dto';
import { ImportErrorPageDto, ImportJobDto, ImportPageDto, type RowErrorDto } from './import-job.dto';
import { ImportsService } from './imports.service';
import { RejectedRowsService } from './rejected/rejected-rows.service';
import type { Upload } from './upload/upload';
import { UploadReceiver } from './upload/upload-receiver';

const ImportId = (): MethodDecorator =>
  ApiParam({ name: 'id', description: 'Id of the import.', schema: { type: 'string', format: 'uuid' } });

@WorkspaceController('imports', 'Imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly rejected: RejectedRowsService,
    private readonly receiver: UploadReceiver,
  ) {}

  @Post()
  @HttpCode(202)
  @Requires('member')
  @ApiOperation({
    summary: 'Import a file',
    description:
      'Stores the file and queues a job that validates and upserts its rows. Poll the job, or follow its events.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportFormDto })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'The request is safe to repeat for 24 hours: the same request again returns the same job.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  })
  @ApiAcceptedResponse({
    type: ImportJobDto,
    description: 'The queued import.',
    headers: {
      Location: { description: 'Path of the import.', schema: { type: 'string' } },
      'Idempotent-Replayed': {
        description: '`true` when an earlier request created this job.',
        schema: { type: 'string' },
      },
    },
  })
  @Problems(
    'invalid_request',
    'multipart_malformed',
    'file_missing',
    'file_repeated',
    'field_missing',
    'field_repeated',
    'unknown_field',
    'invalid_idempotency_key',
    'request_timeout',
    'idempotency_in_flight',
    'file_too_large',
    'unsupported_media_type',
    'idempotency_key_reused',
    'unsupported_resource_type',
    'file_empty',
    'unsupported_file_format',
    'encoding_unsupported',
    'invalid_mapping',
    'too_many_jobs',
    'too_many_bytes',
    'storage_full',
  )
  async create(
    @WorkspaceId() workspaceId: string,
    @CurrentCaller() caller: Caller,
    @Headers('Idempotency-Key') key: string | undefined,
    @RequestPath() path: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ImportJobDto> {
    const receive = (): Promise<Upload> => this.receiver.receive(request, response);
    return acceptJob(response, path, await this.imports.create(workspaceId, caller, key, receive));
  }

  @Get()
  @Requires('viewer')
  @ApiOperation({ summary: 'List imports', description: 'Newest first.' })
  @ApiOkResponse({ type: ImportPageDto, description: 'A page of imports.' })
  @Problems('invalid_request', 'invalid_cursor')
  list(@WorkspaceId() workspaceId: string, @Query() query: ImportsQuery): Promise<Page<ImportJobDto>> {
    return this.imports.list(workspaceId, query);
  }

  @Get('templates/:resource_type')
  @ApiParam({
    name: 'resource_type',
    description: 'A resource type that can be imported.',
    example: 'instruments',
    schema: { type: 'string' },
  })
  @Requires('viewer')
  @ApiOperation({
    summary: 'Get a template file',
    description: 'A header and one example row; the custom fields of the type included.',
  })
  @ApiProduces(...Object.values(MEDIA_TYPES))
  @ApiOkResponse({ description: 'The template.', schema: { type: 'string' } })
  @Problems('invalid_request')
  async template(
    @WorkspaceId() workspaceId: string,
    @Param('resource_type') resourceType: string,
    @Query() query: TemplateQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { name, format, text } = await this.imports.template(workspaceId, resourceType, query);
    response.set('Content-Disposition', `attachment; filename="${name}"`);
    response.type(MEDIA_TYPES[format]);
    return text;
  }

  @Get(':id')
  @ImportId()
  @Requires('viewer')
  @ApiOperation({ summary: 'Get an import' })
  @ApiOkResponse({ type: ImportJobDto, description: 'The import.' })
  @Problems('gone')
  get(@WorkspaceId() workspaceId: string, @Param('id') id: string): Promise<ImportJobDto> {
    return this.imports.get(workspaceId, id);
  }

  @Post(':id/cancel')
  @ImportId()
  @HttpCode(200)
  @Requires('member')
  @ApiOperation({
    summary: 'Cancel an import',
    description:
      'After the response, no further row changes. Under `continue` the rows committed so far stay.',
  })
  @ApiOkResponse({ type: ImportJobDto, description: 'The cancelled import.' })
  @Problems('conflict', 'gone')
  cancel(
    @WorkspaceId() workspaceId: string,
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<ImportJobDto> {
    return this.imports.cancel(workspaceId, caller, id);
  }

  @Get(':id/errors')
  @ImportId()
  @Requires('viewer')
  @ApiOperation({
    summary: 'List the errors of an import',
    description: 'Every row error, in the order of the file.',
  })
  @ApiOkResponse({ type: ImportErrorPageDto, description: 'A page of errors.' })
  @Problems('invalid_request', 'invalid_cursor', 'gone')
  errors(
    @WorkspaceId() workspaceId: string,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<RowErrorDto>> {
    return this.imports.errors(workspaceId, id, query);
  }

  @Get(':id/rejected-rows')
  @ImportId()
  @Requires('viewer')
  @ApiOperation({
    summary: 'Download the rejected rows',
    description:
      'The failed rows in the format and with the columns of the upload, and `_row`, `_line`, `_errors`, `_raw`. Fix them and import the file again.',
  })
  @ApiProduces(...Object.values(MEDIA_TYPES))
  @ApiOkResponse({ description: 'The rejected rows.', schema: { type: 'string', format: 'binary' } })
  @Problems('conflict', 'gone', 'stored_file_missing')
  rejectedRows(
    @WorkspaceId() workspaceId: string,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.rejected.send(workspaceId, id, response);
  }

  @Get(':id/events')
  @ImportId()
  @Requires('viewer')
  @ApiOperation({
    summary: 'Follow an import',
    description:
      'Server-sent events: the job at once and after each change, until it ends or the token is no longer valid.',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'Events whose data is the import.', schema: { type: 'string' } })
  @Problems('gone', 'too_many_event_streams', 'event_streams_full')
  events(
    @WorkspaceId() workspaceId: string,
    @CurrentCaller() { tokenId }: Caller,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.imports.events(workspaceId, tokenId, id, response);
  }
}
