import {
  type CallHandler,
  type CustomDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { routeParams } from '../route-params';
import { readJsonBody } from './read-body';

const BODY_LIMIT = Symbol('body-limit');

/** Largest JSON body of a route in bytes, where 262,144 (256 KiB) are too few. */
export const BodyLimit = (bytes: number): CustomDecorator<symbol> => SetMetadata(BODY_LIMIT, bytes);

const DEFAULT_LIMIT = 262_144;

/**
 * Reads the body of routes that have a `@Body()` parameter. An interceptor on purpose: it runs after the
 * guard, so nobody's body is read before their token is known, and before the pipes, which check what was read.
 */
@Injectable()
export class JsonBodyInterceptor implements NestInterceptor {
  private readonly reflector = new Reflector();

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const handler = context.getHandler();
    if (routeParams(context.getClass(), handler).readsBody) {
      const limit = this.reflector.getAllAndOverride<number | undefined>(BODY_LIMIT, [
        handler,
        context.getClass(),
      ]);
      const request = context.switchToHttp().getRequest<Request>();
      request.body = await readJsonBody(request, limit ?? DEFAULT_LIMIT);
    }
    return next.handle();
  }
}
