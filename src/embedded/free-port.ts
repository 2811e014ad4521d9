import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** The only address that embedded servers listen on. */
export const LOOPBACK = '127.0.0.1';

/** A TCP port of 127.0.0.1 that nobody listens on at the moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, LOOPBACK);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
