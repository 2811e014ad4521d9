import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';

/** What the parameters of a handler read from the request. */
export interface RouteParams {
  readsBody: boolean;
  /** Names of the query parameters it reads; null when it takes the query (or the request) whole. */
  queryNames: ReadonlySet<string> | null;
}

const known = new WeakMap<object, RouteParams>();

/** Reads the metadata that `@Body`, `@Query` and `@Req` set on a handler of a controller. */
export function routeParams(
  controller: object & { prototype?: unknown },
  handler: { name: string },
): RouteParams {
  const found = known.get(handler);
  if (found !== undefined) return found;
  const params = readParams(controller, handler.name);
  known.set(handler, params);
  return params;
}

function readParams(controller: object, method: string): RouteParams {
  const noted = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { data?: unknown }
  >;
  const of = (type: RouteParamtypes) => Object.entries(noted).filter(([key]) => key.startsWith(`${type}:`));
  const queries = of(RouteParamtypes.QUERY).map(([, { data }]) => data);
  const whole = of(RouteParamtypes.REQUEST).length > 0 || queries.some((name) => typeof name !== 'string');
  return {
    readsBody: of(RouteParamtypes.BODY).length > 0,
    queryNames: whole ? null : new Set(queries.map(String)),
  };
}
