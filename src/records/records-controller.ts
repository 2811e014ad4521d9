import { Body, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query, type Type } from '@nestjs/common';
import { Requires, WorkspaceId } from '../auth/decorators';
import type { ResourceDescription } from '../catalog/resource';
import type { JsonObject, JsonValue } from '../formats/json/json-value';
import type { Page } from '../http/pagination/page';
import type { RawQuery } from './list-query';
import { RecordArchiver } from './record-archiver';
import { RecordReader } from './record-reader';
import { RecordWriter } from './record-writer';
import { recordsDocs } from './records-docs';
import { problem } from '../http/problem/problem.exception';

/** The routes of docs/contract.md 5.1 for one collection. */
export interface RecordsController {
  list(workspaceId: string, query: RawQuery): Promise<Page<JsonObject>>;
  filter(workspaceId: string, body: JsonValue): Promise<Page<JsonObject>>;
  count(workspaceId: string, body: JsonValue): Promise<{ count: number }>;
  get(workspaceId: string, id: string): Promise<JsonObject>;
  create(workspaceId: string, body: JsonValue): Promise<JsonObject>;
  patch(workspaceId: string, id: string, body: JsonValue): Promise<JsonObject>;
  remove(workspaceId: string, id: string, hard?: string): Promise<void>;
  restore(workspaceId: string, id: string): Promise<JsonObject>;
}

/**
 * The base class of a controller that serves the records of `resource`: extend it under a
 * `@WorkspaceController`. Viewers read, members write.
 */
export function recordsController(resource: ResourceDescription): Type<RecordsController> {
  const docs = recordsDocs(resource);

  class DescribedController implements RecordsController {
    constructor(
      @Inject(RecordReader) private readonly reader: RecordReader,
      @Inject(RecordWriter) private readonly writer: RecordWriter,
      @Inject(RecordArchiver) private readonly archiver: RecordArchiver,
    ) {}

    @Get()
    @Requires('viewer')
    @docs.list
    list(@WorkspaceId() workspaceId: string, @Query() query: RawQuery): Promise<Page<JsonObject>> {
      return this.reader.list(resource, workspaceId, query);
    }

    @Post('filter')
    @HttpCode(200)
    @Requires('viewer')
    @docs.filter
    filter(@WorkspaceId() workspaceId: string, @Body() body: JsonValue): Promise<Page<JsonObject>> {
      return this.reader.filter(resource, workspaceId, body);
    }

    @Post('count')
    @HttpCode(200)
    @Requires('viewer')
    @docs.count
    count(@WorkspaceId() workspaceId: string, @Body() body: JsonValue): Promise<{ count: number }> {
      return this.reader.count(resource, workspaceId, body);
    }

    @Get(':id')
    @Requires('viewer')
    @docs.get
    get(@WorkspaceId() workspaceId: string, @Param('id') id: string): Promise<JsonObject> {
      return this.reader.get(resource, workspaceId, id);
    }

    @Post()
    @Requires('member')
    @docs.create
    create(@WorkspaceId() workspaceId: string, @Body() body: JsonValue): Promise<JsonObject> {
      return this.writer.create(resource, workspaceId, body);
    }

    @Patch(':id')
    @Requires('member')
    @docs.patch
    patch(
      @WorkspaceId() workspaceId: string,
      @Param('id') id: string,
      @Body() body: JsonValue,
    ): Promise<JsonObject> {
      return this.writer.patch(resource, workspaceId, id, body);
    }

    @Delete(':id')
    @HttpCode(204)
    @Requires('member')
    @docs.remove
    remove(
      @WorkspaceId() workspaceId: string,
      @Param('id') id: string,
      @Query('hard') hard?: string,
    ): Promise<void> {
      return readHard(hard)
        ? this.archiver.remove(resource, workspaceId, id)
        : this.archiver.archive(resource, workspaceId, id);
    }

    @Post(':id/restore')
    @HttpCode(200)
    @Requires('member')
    @docs.restore
    restore(@WorkspaceId() workspaceId: string, @Param('id') id: string): Promise<JsonObject> {
      return this.archiver.restore(resource, workspaceId, id);
    }
  }

  return DescribedController;
}

/** Reads `?hard=`. Throws 400 `invalid_request` for anything but true and false. */
export function readHard(text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  const message = '"hard" is true or false.';
  throw problem(400, 'invalid_request', message, {
    errors: [{ pointer: '?hard', code: 'invalid_value', message }],
  });
}
