import { applyDecorators, Body, Param, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Requires, WorkspaceController, WorkspaceId } from '../../auth/decorators';
import type { JsonSchema } from '../../catalog/openapi/json-schema';
import { createSchema } from '../../catalog/openapi/record-schema';
import type { JsonValue } from '../../formats/json/json-value';
import { BodyLimit } from '../../http/body/json-body.interceptor';
import { Problems } from '../../http/openapi/operations';
import { recordsController } from '../../records/records-controller';
import { type CalendarCounts, CalendarLoader } from './calendar-loader';
import { marketCalendars } from './market-calendars.resource';

const entry = createSchema(marketCalendars);
const ENTRY: JsonSchema = {
  ...entry,
  required: (entry.required ?? []).filter((name) => name !== 'market_id'),
};

const count = (description: string, example: number): JsonSchema => ({
  type: 'integer',
  description,
  example,
});

const COUNTS: JsonSchema = {
  type: 'object',
  required: ['created_count', 'updated_count', 'unchanged_count'],
  properties: {
    created_count: count('Days that had no entry.', 250),
    updated_count: count('Entries that differed or were archived.', 2),
    unchanged_count: count('Entries that are unchanged.', 0),
  },
};

/** The Swagger documents of `PUT /markets/{id}/calendar`. */
const CalendarDocs = (): MethodDecorator =>
  applyDecorators(
    ApiOperation({
      operationId: 'loadMarketCalendar',
      summary: 'Load many days of a calendar at once',
      description:
        'Upserts the given entries, all or nothing. A field that an entry leaves out becomes null. Days that are not given stay as they are. A body has at most 4 MiB.',
    }),
    ApiBody({ schema: { type: 'array', items: ENTRY } }),
    ApiOkResponse({ description: 'The number of entries by result.', schema: COUNTS }),
    Problems('not_found', 'invalid_value'),
  );

@WorkspaceController('market-calendars', 'Market calendars')
export class MarketCalendarsController extends recordsController(marketCalendars) {}

/** 4 MiB. */
const MAX_BYTES = 4_194_304;

@WorkspaceController('markets/:id/calendar', 'Market calendars')
export class CalendarOfMarketController {
  constructor(private readonly loader: CalendarLoader) {}

  @Put()
  @BodyLimit(MAX_BYTES)
  @Requires('member')
  @CalendarDocs()
  load(
    @WorkspaceId() workspaceId: string,
    @Param('id') id: string,
    @Body() body: JsonValue,
  ): Promise<CalendarCounts> {
    return this.loader.load(workspaceId, id, body);
  }
}
