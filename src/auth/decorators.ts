import {
  applyDecorators,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  SetMetadata,
} from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { PUBLIC_EXTENSION } from '../http/openapi/operations';
import { type Caller, principalOf, type Role } from './caller';

/** The access that a route requires; `public` requires nothing, not even a token. */
export type Access = 'public' | 'operator' | Role;

export const ACCESS = Symbol('access');

/** The least role that a caller of the route must have. Every route has this, `@RequiresOperator()` or `@Public()`. */
export const Requires = (role: Role): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS, role), ApiExtension('x-required-role', role));

/** Only the operator of the server may call the route. */
export const RequiresOperator = (): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS, 'operator'), ApiExtension('x-required-role', 'operator'));

/** Anybody may call the route, without a token. */
export const Public = (): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS, 'public'), ApiExtension(PUBLIC_EXTENSION, true));

export const OR_SIGNED = Symbol('or-signed');

/**
 * Beside `@Requires(role)`: the route is also open to a URL that `Signer` signed for its `:id`. Such a request has a
 * workspace but no caller.
 */
export const OrSigned = (): MethodDecorator => applyDecorators(SetMetadata(OR_SIGNED, true), ApiSecurity({}));

/** A controller of `/v1/workspaces/:workspaceId/<path>`, documented under `tag`. */
export const WorkspaceController = (path: string, tag: string): ClassDecorator =>
  applyDecorators(Controller(`v1/workspaces/:workspaceId/${path}`), ApiTags(tag), ApiBearerAuth('bearer'));

/** Parameter of a handler: the `Caller`. Not for a route with `@OrSigned()`, whose requests may have none. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = principalOf(context.switchToHttp().getRequest<Request>());
  if (caller === null) throw new Error('A route that is open to signed URLs asked for its caller.');
  return caller;
});

/** Parameter of a handler: the UUID of the workspace in the path, whether the path says UUID or slug. */
export const WorkspaceId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { workspaceId } = principalOf(context.switchToHttp().getRequest<Request>());
  if (workspaceId === null) throw new Error('A route without a workspace in its path asked for it.');
  return workspaceId;
});
