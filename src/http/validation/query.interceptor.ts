import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { routeParams } from '../route-params';
import { notFound, problem, type ProblemError } from '../problem/problem.exception';

/**
 * Refuses what is never right in a URL: a query parameter that the route does not read (a typo must not silently mean the
 * default), one that is repeated, and NUL, which Postgres cannot store.
 */
@Injectable()
export class QueryInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { params, query } = context.switchToHttp().getRequest<Request>();
    if (Object.values(params).some((value) => String(value).includes('\0'))) throw notFound();
    const { queryNames } = routeParams(context.getClass(), context.getHandler());
    const errors = Object.entries(query).flatMap(([name, value]) => faultOf(name, value, queryNames));
    if (errors.length > 0) {
      throw problem(400, 'invalid_request', errors[0]?.message ?? '', { errors });
    }
    return next.handle();
  }
}

function faultOf(name: string, value: unknown, names: ReadonlySet<string> | null): ProblemError[] {
  const shown = name.slice(0, 100).replaceAll('\0', '');
  const pointer = `?${shown}`;
  if (names !== null && !names.has(name)) {
    const known = names.size === 0 ? 'This operation has none.' : `Known: ${[...names].sort().join(', ')}.`;
    return [
      { pointer, code: 'unknown_parameter', message: `There is no query parameter "${shown}". ${known}` },
    ];
  }
  if (typeof value !== 'string') {
    return [
      {
        pointer,
        code: 'repeated_parameter',
        message: `The query parameter "${shown}" is given more than once.`,
      },
    ];
  }
  if (`${name}${value}`.includes('\0')) {
    return [
      { pointer, code: 'nul_character', message: `The query parameter "${shown}" has a NUL character.` },
    ];
  }
  return [];
}
