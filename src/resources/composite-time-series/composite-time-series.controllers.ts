import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Requires, WorkspaceController, WorkspaceId } from '../../auth/decorators';
import type { JsonObject, JsonValue } from '../../formats/json/json-value';
import type { Page } from '../../http/pagination/page';
import type { RawQuery } from '../../records/list-query';
import { recordsController } from '../../records/records-controller';
import { recordsDocs } from '../../records/records-docs';
import { compositeTimeSeriesValues } from './composite-time-series-values.resource';
import { compositeValueItems } from './composite-value-items.resource';
import { CompositeValueItemsService, itemAnswerSchema } from './composite-value-items.service';

@WorkspaceController('composite-time-series-values', 'Composite time series values')
export class CompositeTimeSeriesValuesController extends recordsController(compositeTimeSeriesValues) {}

const docs = recordsDocs(compositeValueItems, itemAnswerSchema());

@WorkspaceController('composite-time-series-value-items', 'Composite time series values')
export class CompositeValueItemsController {
  constructor(private readonly items: CompositeValueItemsService) {}

  @Get()
  @Requires('viewer')
  @docs.list
  list(@WorkspaceId() workspaceId: string, @Query() query: RawQuery): Promise<Page<JsonObject>> {
    return this.items.list(workspaceId, query);
  }

  @Post('filter')
  @HttpCode(200)
  @Requires('viewer')
  @docs.filter
  filter(@WorkspaceId() workspaceId: string, @Body() body: JsonValue): Promise<Page<JsonObject>> {
    return this.items.filter(workspaceId, body);
  }

  @Post('count')
  @HttpCode(200)
  @Requires('viewer')
  @docs.count
  count(@WorkspaceId() workspaceId: string, @Body() body: JsonValue): Promise<{ count: number }> {
    return this.items.count(workspaceId, body);
  }

  @Get(':id')
  @Requires('viewer')
  @docs.get
  get(@WorkspaceId() workspaceId: string, @Param('id') id: string): Promise<JsonObject> {
    return this.items.get(workspaceId, id);
  }
}
