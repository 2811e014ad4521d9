import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { principalOf } from './principal';

/** Parameter of a handler: the UUID of the workspace in the path, whether the path says UUID or slug. */
export const WorkspaceId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { workspaceId } = principalOf(context.switchToHttp().getRequest<Request>());
  if (workspaceId === null) throw new Error('A route without a workspace in its path asked for it.');
  return workspaceId;
});
