import { Client } from 'pg';
import type { DatabaseServers } from '../config/database-address';
import { type HostPort, showHost } from '../config/host-list';
import { isTransient } from './transient-error';

const PROBE_MS = 2_000;
/** Milliseconds between two searches that found no primary, doubled each time. */
const PAUSE_MS = { first: 100, max: 1_000 };

/** Why no server of DATABASE_URL can be written now; the same statement may succeed after a failover. */
export class NoPrimaryError extends Error {
  /** SQLSTATE `cannot_connect_now`. */
  readonly code = '57P03';

  constructor(reasons: readonly string[]) {
    super(`no server of DATABASE_URL can be written now: ${reasons.join(', ')}`);
  }
}

/** What a server answered: that it is the primary, or why it cannot be used. */
type Probe = { readonly server: HostPort; readonly error: Error | null };

/** Finds the server of DATABASE_URL that can be written, and remembers it until a connection to it fails. */
export class PrimaryFinder {
  private known: HostPort | null = null;
  private search: Promise<HostPort> | null = null;
  private pauseMs = 0;

  constructor(readonly servers: DatabaseServers) {}

  /** The first server, in their order, that can be written. Callers share one search. Throws `NoPrimaryError`. */
  find(): Promise<HostPort> {
    if (this.known !== null) return Promise.resolve(this.known);
    this.search ??= this.probeAll().finally(() => (this.search = null));
    return this.search;
  }

  /** A connection to `server` failed, or it can no longer be written. */
  forget(server: HostPort): void {
    if (this.known === server) this.known = null;
  }

  private async probeAll(): Promise<HostPort> {
    await new Promise((resolve) => setTimeout(resolve, this.pauseMs));
    const probes = this.servers.hosts.map((server) => this.probe(server)); // all at once: one may not answer
    const failed: Probe[] = [];
    for (const probe of probes) {
      const found = await probe;
      if (found.error === null) {
        this.pauseMs = 0;
        return (this.known = found.server);
      }
      failed.push(found);
    }
    this.pauseMs = Math.min(PAUSE_MS.max, Math.max(PAUSE_MS.first, 2 * this.pauseMs));
    const lasting = failed.find(({ error }) => !isTransient(error)); // such as a wrong password
    throw lasting?.error ?? new NoPrimaryError(failed.map(describe));
  }

  private async probe(server: HostPort): Promise<Probe> {
    const { firstUrl, readWrite } = this.servers;
    const client = new Client({ connectionString: firstUrl, connectionTimeoutMillis: PROBE_MS });
    aim(client, server);
    client.on('error', () => undefined); // the running statement fails with it
    try {
      await client.connect();
      if (readWrite) await requireWritable(client);
      return { server, error: null };
    } catch (error) {
      return { server, error: error instanceof Error ? error : new Error(String(error)) };
    } finally {
      await client.end().catch(() => undefined); // it may never have been connected
    }
  }
}

/** A client that has not been connected connects to `server`, whatever its address says. */
export function aim(client: Client, { host, port }: HostPort): void {
  Object.assign(client, { host, port });
}

/** Throws `NoPrimaryError` when the server of the connection cannot be written. */
export async function requireWritable(client: Client): Promise<void> {
  const { rows } = await client.query<{ standby: boolean; read_only: boolean }>(
    `SELECT pg_is_in_recovery() AS standby, current_setting('transaction_read_only') = 'on' AS read_only`,
  );
  const server = showHost({ host: client.host, port: client.port });
  if (rows[0]?.standby !== false) throw new NoPrimaryError([`${server} is a standby`]);
  if (rows[0].read_only) throw new NoPrimaryError([`${server} is read-only`]);
}

function describe({ server, error }: Probe): string {
  if (error instanceof NoPrimaryError) return error.message.replace(/^[^:]*: /, '');
  const { code, message } = error as Error & { code?: unknown };
  return `${showHost(server)} (${message || String(code)})`;
}
