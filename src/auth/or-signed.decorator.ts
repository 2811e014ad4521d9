import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';

export const OR_SIGNED = Symbol('or-signed');

/**
 * Beside `@Requires(role)`: the route is open to a URL that `Signer` signed for its `:id`, too. Such a request has
 * no caller and no workspace, so the handler reads the workspace from the path itself.
 */
export const OrSigned = (): MethodDecorator => applyDecorators(SetMetadata(OR_SIGNED, true), ApiSecurity({}));
