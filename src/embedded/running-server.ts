import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { RunAs } from './server-user';

/** A server that the supervisor runs. */
export interface RunningServer {
  url: string;
  /** One line for the operator: what it is and where its data is. */
  describe: string;
  /** Folder the server runs in; null when it runs inside the supervisor process. */
  folder: string | null;
  stop: () => Promise<void>;
}

/** What the servers of one supervisor share. */
export interface ServerContext {
  /** Folder of their data and logs. */
  home: string;
  runAs: RunAs;
  /** For tests: nothing is synced to the disk. */
  temporary: boolean;
  /** Aborted when the app is gone: a start in progress is given up. */
  signal: AbortSignal;
  /** Called with a sentence when a server cannot be restarted. */
  onLost: (sentence: string) => void;
}

/** The only address on which embedded servers listen. */
export const LOOPBACK = '127.0.0.1';

/** A TCP port of 127.0.0.1 that is free at the moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, LOOPBACK);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
