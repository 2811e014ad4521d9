import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** `before`: the COMMIT never reaches the server; `after`: the server commits, and its answer is lost. */
export type Cut = 'before' | 'after';

const COMMIT = Buffer.from('COMMIT\0');
const BEGIN = Buffer.from('BEGIN ');

/** A proxy in front of PostgreSQL that cuts a connection at the COMMIT of a transaction of the test's choice. */
export class CommitCutter {
  private armed: { cut: Cut; marker: string } | null = null;
  /** Connections that were cut so far. */
  cuts = 0;

  private constructor(
    private readonly server: Server,
    private readonly sockets: Set<Socket>,
  ) {}

  static async start(databaseUrl: string): Promise<CommitCutter> {
    const { hostname, port } = new URL(databaseUrl);
    const sockets = new Set<Socket>();
    const server = createServer((client) => cutter.join(client, connect(Number(port), hostname)));
    const cutter = new CommitCutter(server, sockets);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return cutter;
  }

  /** `databaseUrl` through the proxy. */
  through(databaseUrl: string): string {
    const url = new URL(databaseUrl);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** Cuts, once, the next COMMIT of a transaction in which the text `marker` was sent. */
  arm(cut: Cut, marker: string): void {
    this.armed = { cut, marker };
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket, server: Socket): void {
    let sent = ''; // since BEGIN
    let cutting = false;
    const end = (): void => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', end).on('close', () => {
        this.sockets.delete(socket);
        end();
      });
    }
    client.on('data', (chunk: Buffer) => {
      if (chunk.includes(BEGIN)) sent = '';
      if (this.armed !== null) sent += chunk.toString('latin1');
      const { armed } = this;
      if (armed === null || !chunk.includes(COMMIT) || !sent.includes(armed.marker)) {
        server.write(chunk);
        return;
      }
      this.armed = null;
      this.cuts += 1;
      if (armed.cut === 'before') return end();
      cutting = true;
      server.write(chunk);
    });
    server.on('data', (chunk: Buffer) => {
      if (cutting)
        end(); // the server has committed
      else client.write(chunk);
    });
  }
}
