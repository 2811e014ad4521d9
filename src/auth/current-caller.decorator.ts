import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Caller } from './caller';
import { principalOf } from './principal';

/** Parameter of a handler: the `Caller`. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller =>
    principalOf(context.switchToHttp().getRequest<Request>()).caller,
);
