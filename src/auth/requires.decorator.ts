import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { PUBLIC_EXTENSION } from '../http/openapi/complete-operation';
import type { Role } from './role';

/** What a route asks of its caller; `public` asks nothing, not even a token. */
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
