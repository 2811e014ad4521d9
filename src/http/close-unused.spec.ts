import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { closeUnused } from './close-unused';

describe('a server that closes', () => {
  it('waits for a request that is being answered, but not for a connection that never had one', async () => {
    let finish: () => void = () => undefined;
    const server = createServer((_request, response) => {
      finish = () => response.writeHead(200, { Connection: 'close' }).end('answered');
    });
    closeUnused(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const unused = connect(port, '127.0.0.1');
    await once(server, 'connection');
    const sent = request({ port, host: '127.0.0.1' });
    const answered = once(sent.end(), 'response');
    await once(server, 'request');
    const closed = new Promise((resolve) => server.close(resolve));
    await once(unused.resume(), 'close');
    finish();
    const [response] = await answered;
    expect(await text(response)).toBe('answered');
    await closed;
  });
});
