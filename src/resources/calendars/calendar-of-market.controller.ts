import { Param, Put } from '@nestjs/common';
import { Requires } from '../../auth/requires.decorator';
import { WorkspaceController } from '../../auth/workspace-controller.decorator';
import { WorkspaceId } from '../../auth/workspace-id.decorator';
import type { JsonValue } from '../../formats/json/json-value';
import { BodyLimit } from '../../http/body/body-limit.decorator';
import { JsonBody } from '../../http/body/json-body.decorator';
import { CalendarDocs } from './calendar-docs.decorator';
import { CalendarLoader, type CalendarCounts } from './calendar-loader';

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
    @JsonBody() body: JsonValue,
  ): Promise<CalendarCounts> {
    return this.loader.load(workspaceId, id, body);
  }
}
