import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { codeOf, messageOf, StartError } from './start-error';

/** Where the HTTP server listens. */
export interface ListenAddress {
  host: string;
  port: number;
}

/** Listens for a moment before anything else is started. Throws a `StartError` when that fails. */
export async function checkAddress(address: ListenAddress): Promise<void> {
  const server = createServer();
  await listenOn(server, address);
  server.close();
  await once(server, 'close');
}

/** Resolves when `server` listens. Throws a `StartError` that names PORT or HOST. */
export async function listenOn(server: Server, { host, port }: ListenAddress): Promise<void> {
  const listening = once(server, 'listening');
  server.listen(port, host);
  try {
    await listening;
  } catch (error) {
    throw new StartError(describe(error, { host, port }));
  }
}

function describe(error: unknown, { host, port }: ListenAddress): string {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return (
        `PORT ${port} of ${host} is in use by another program: stop that program, or set PORT to another number ` +
        '(0 takes a free one).'
      );
    case 'EACCES':
      return `PORT ${port} may not be used by this user: set PORT to a number from 1024 on, or give the user the right to it.`;
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
      return `HOST ${host} is not an address of this machine: set HOST to one of its addresses, or to 0.0.0.0 for all of them.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST ${host} is a name that is not known: set HOST to an address of this machine, or to 0.0.0.0 for all of them.`;
    case 'EAFNOSUPPORT':
      return `HOST ${host} belongs to an address family that this machine does not have: set HOST to another address of it.`;
    default:
      return `HOST ${host} and PORT ${port} cannot be used (${messageOf(error)}): set them to others.`;
  }
}
