import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Caller } from './caller';
import { principalOf } from './principal';

/** Parameter of a handler: the `Caller`. Not for a route with `@OrSigned()`, whose requests may have none. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = principalOf(context.switchToHttp().getRequest<Request>());
  if (caller === null) throw new Error('A route that is open to signed URLs asked for its caller.');
  return caller;
});
