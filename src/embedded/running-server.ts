import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { RunAs } from './server-user';

/** A server that runs under the guard. */
export interface RunningServer {
  url: string;
  /** One line for the operator: what it is and where its data are. */
  describe: string;
  /** Folder the server runs in; null when it lives inside the guard. */
  folder: string | null;
  stop: () => Promise<void>;
}

/** What the servers of one guard share. */
export interface ServerContext {
  /** Folder of their data and logs. */
  home: string;
  runAs: RunAs;
  /** Nothing need survive: for tests. */
  temporary: boolean;
  /** Aborted when the app is gone, so that a start under way is given up. */
  signal: AbortSignal;
  /** Told in a sentence when a server cannot be kept running. */
  onLost: (sentence: string) => void;
}

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
