import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Lets the server close at once although clients hold connections on which they never sent a request, as browsers and
 * connection pools do in advance: Node takes such a connection for a busy one until its headers are overdue.
 */
export function closeUnused(server: Server): void {
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  const close = server.close.bind(server);
  server.close = (done) => {
    for (const socket of unused) socket.destroy();
    return close(done);
  };
}
