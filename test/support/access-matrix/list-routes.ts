import { type INestApplication, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS, type Access } from '../../../src/auth/decorators';

/** A route of the running application. */
export interface Route {
  readonly method: string;
  /** As registered: `/v1/workspaces/:workspaceId/imports/:id`. */
  readonly path: string;
  /** What it declares; undefined when it declares nothing, or is no handler of a controller. */
  readonly access: Access | undefined;
}

interface Layer {
  readonly route?: { readonly path: unknown; readonly methods: Readonly<Record<string, boolean>> };
}

/**
 * Every route that Express has, whoever registered it, each with the access that its controller
 * declares.
 */
export function listRoutes(app: INestApplication): Route[] {
  const declared = declaredAccess(app);
  const { stack } = (app.getHttpAdapter().getInstance() as { router: { stack: readonly Layer[] } }).router;
  const routes = stack.flatMap(({ route }) =>
    Object.keys(route?.methods ?? {}).map((method) => ({
      method: method.toUpperCase(),
      path: String(route?.path),
    })),
  );
  const distinct = new Map(routes.map((route) => [nameOf(route), route]));
  return [...distinct].map(([name, route]) => ({ ...route, access: declared.get(name) }));
}

/** `GET /v1/workspaces/:workspaceId`. */
export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

function declaredAccess(app: INestApplication): Map<string, Access | undefined> {
  const scanner = app.get(MetadataScanner, { strict: false });
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  return new Map(
    controllers.flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prefix = pathOf(metatype);
      const methods = metatype.prototype as Record<string, object>;
      return scanner
        .getAllMethodNames(methods)
        .map((name) => methods[name] ?? {})
        .filter((handler) => Reflect.hasMetadata(PATH_METADATA, handler))
        .map((handler): [string, Access | undefined] => [
          nameOf({ method: methodOf(handler), path: joined(prefix, pathOf(handler)) }),
          Reflect.getMetadata(ACCESS, handler) as Access | undefined,
        ]);
    }),
  );
}

const methodOf = (handler: object): string =>
  RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];

const pathOf = (target: object): string => String(Reflect.getMetadata(PATH_METADATA, target) ?? '');

const joined = (...parts: string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;

interface Mount {
  readonly slash?: boolean;
  readonly route?: object;
  match(path: string): boolean;
}

/**
 * True when each application or middleware that is mounted under a path of its own is mounted under
 * one of `paths`.
 */
export function mountedOnlyAt(app: INestApplication, paths: readonly string[]): boolean {
  const { stack } = (app.getHttpAdapter().getInstance() as { router: { stack: readonly Mount[] } }).router;
  const mounts = stack.filter(({ route, slash }) => route === undefined && slash === false);
  return mounts.every((mount) => paths.some((path) => mount.match(path)));
}
