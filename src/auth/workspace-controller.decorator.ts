import { applyDecorators, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';

/** A controller of `/v1/workspaces/:workspaceId/<path>`, documented under `tag`. */
export const WorkspaceController = (path: string, tag: string): ClassDecorator =>
  applyDecorators(Controller(`v1/workspaces/:workspaceId/${path}`), ApiTags(tag), ApiBearerAuth('bearer'));
