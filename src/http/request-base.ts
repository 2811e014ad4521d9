import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

const MAX_HOST = 255;
/** A name, an IPv4 address, or an IPv6 address in brackets; then perhaps a port. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * The address at which the caller has reached this server, such as `https://almagest.example.org`, without a slash at the
 * end. Host and scheme are those that a proxy forwards where TRUST_PROXY trusts it, else those of the request itself. Null
 * when the host is none. A caller can name any host: show it to that caller alone.
 */
function baseOf(request: Pick<Request, 'protocol' | 'host'>): string | null {
  const { protocol } = request;
  const host = request.host as string | undefined; // HTTP/1.0 has none
  if (protocol !== 'http' && protocol !== 'https') return null;
  if (host === undefined || host.length > MAX_HOST || !HOST.test(host)) return null;
  return URL.canParse(`${protocol}://${host}`) ? `${protocol}://${host.toLowerCase()}` : null;
}

/** Parameter of a handler: the path as the caller wrote it, without the query and without a slash at its end. */
export const RequestPath = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const [path = ''] = context.switchToHttp().getRequest<Request>().originalUrl.split('?', 1);
  return path.replace(/\/$/, '');
});

/** Parameter of a handler: `baseOf` its request. */
export const RequestBase = createParamDecorator((_: unknown, context: ExecutionContext): string | null =>
  baseOf(context.switchToHttp().getRequest<Request>()),
);
