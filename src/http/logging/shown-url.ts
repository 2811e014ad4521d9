import type { Request } from 'express';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Parameters that say how something is asked for, and never what the data say. */
const PLAIN: ReadonlySet<string> = new Set([
  'workspaceId',
  'resource_type',
  'object_type',
  'limit',
  'archived',
  'format',
  'status',
  'hard',
  'expires',
]);
const SANE = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * The URL of a request as it may be logged: an identifier is data of a workspace, and so is what is searched for. Ids that
 * we gave stay, and so does what only says how something is asked for; the name of a parameter stands for anything else.
 */
export function shownUrl({
  originalUrl,
  route,
  params,
}: Pick<Request, 'originalUrl' | 'route' | 'params'>): string {
  const [path = '', query] = originalUrl.split('?', 2);
  const pattern = (route as { path?: unknown } | undefined)?.path;
  const shown =
    typeof pattern === 'string'
      ? pattern.replace(/:(\w+)/g, (_, name: string) =>
          shownValue(name, String(params[name] ?? ''), `:${name}`),
        )
      : path;
  if (query === undefined) return shown;
  const pairs = [...new URLSearchParams(query)].map(
    ([name, value]) => `${SANE.test(name) ? name : '…'}=${shownValue(name, value, '…')}`,
  );
  return `${shown}?${pairs.join('&')}`;
}

function shownValue(name: string, value: string, otherwise: string): string {
  return UUID.test(value) || (PLAIN.has(name) && SANE.test(value)) ? value : otherwise;
}
