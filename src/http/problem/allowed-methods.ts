import type { Request } from 'express';

/** What is used here of a layer of Express's router. */
interface Layer {
  match(path: string): unknown;
  route?: { methods: Readonly<Record<string, boolean>> };
}

/** The methods that the path of a request has, in capitals and in order; empty when no route has the path. */
export function allowedMethods(request: Request): string[] {
  const { stack } = request.app.router as unknown as { stack: readonly Layer[] };
  const methods = new Set<string>();
  for (const { route, method } of stack.flatMap(routesOf)) {
    if (route.match(request.path)) methods.add(method.toUpperCase());
  }
  if (methods.has('GET')) methods.add('HEAD'); // Express answers it with the route of GET
  return [...methods].sort();
}

function routesOf(layer: Layer): { route: Layer; method: string }[] {
  const methods = Object.entries(layer.route?.methods ?? {}).filter(([name, has]) => has && name !== '_all');
  return methods.map(([method]) => ({ route: layer, method }));
}
