import { Client, type ClientConfig, type PoolConfig } from 'pg';
import { databaseServers } from '../config/database-address';
import { aim, PrimaryFinder, requireWritable } from './primary-finder';

/** What this process knows about the servers of each address; all pools and connections share it. */
const finders = new Map<string, PrimaryFinder>();

/** The finder of an address that names several servers, or asks for one that can be written; null for any other address. */
function finderOf(databaseUrl: string): PrimaryFinder | null {
  const present = finders.get(databaseUrl);
  if (present !== undefined) return present;
  const servers = databaseServers(databaseUrl);
  if (servers === null) return null;
  const finder = new PrimaryFinder(servers);
  finders.set(databaseUrl, finder);
  return finder;
}

/** What the driver calls when a connection is open, or could not be opened. */
type Connected = (error: Error | null, client?: Client) => void;

/** A connection to the server that can be written at the moment of its `connect`. */
function primaryClient(finder: PrimaryFinder): typeof Client {
  return class PrimaryClient extends Client {
    override connect(): Promise<Client>;
    override connect(callback: Connected): void;
    override connect(callback?: Connected): Promise<Client> | void {
      const connected = this.connectToPrimary();
      if (callback === undefined) return connected;
      connected.then(() => callback(null, this), callback);
    }

    private async connectToPrimary(): Promise<Client> {
      const server = await finder.find();
      try {
        aim(this, server);
        await super.connect();
        if (finder.servers.readWrite) await requireWritable(this);
        return this;
      } catch (error) {
        finder.forget(server);
        throw error;
      }
    }
  };
}

/** The address of DATABASE_URL as options of a pool. */
export function poolTarget(databaseUrl: string): { connectionString: string } & Pick<PoolConfig, 'Client'> {
  const finder = finderOf(databaseUrl);
  if (finder === null) return { connectionString: databaseUrl };
  return { connectionString: finder.servers.firstUrl, Client: primaryClient(finder) };
}

/** A client for one connection of its own to the PostgreSQL of DATABASE_URL; the caller connects it. */
export function createClient(databaseUrl: string, config: ClientConfig = {}): Client {
  const finder = finderOf(databaseUrl);
  if (finder === null) return new Client({ ...config, connectionString: databaseUrl });
  return new (primaryClient(finder))({ ...config, connectionString: finder.servers.firstUrl });
}

/** True when a connection that failed may succeed on another server of the address. */
export const hasOtherServers = (databaseUrl: string): boolean =>
  (databaseServers(databaseUrl)?.hosts.length ?? 1) > 1;
