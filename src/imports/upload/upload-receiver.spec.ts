import { once } from 'node:events';
import { createServer, request as httpRequest, type ClientRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Request, Response } from 'express';
import { readSettings } from '../../config/settings';
import type { ProblemException } from '../../http/problem/problem.exception';
import { type BlobStorage, StorageFullError } from '../../storage/blob-storage';
import type { Upload } from './upload';
import { UploadReceiver } from './upload-receiver';

const HEAD = '--b\r\nContent-Disposition: form-data; name="file"; filename="f.csv"\r\n\r\n';
const TAIL = '\r\n--b--\r\n';

/** A storage that keeps its files in memory, and is as slow and as full as a test wants. */
class FakeStorage {
  readonly files = new Map<string, number>();
  pauseMs = 0;
  space = Infinity;

  async put(key: string, source: AsyncIterable<Uint8Array>): Promise<{ size: number; sha256: string }> {
    let size = 0;
    for await (const chunk of source) {
      size += chunk.length;
      if (size > this.space) throw new StorageFullError();
      await this.pause();
    }
    await this.pause();
    this.files.set(key, size);
    return { size, sha256: '' };
  }

  async remove(key: string): Promise<void> {
    this.files.delete(key);
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.pauseMs));
  }
}

describe('the receiver of an upload', () => {
  let storage: FakeStorage;
  let server: Server;
  let outcome: Promise<Upload | ProblemException>;
  const settings = { ...readSettings({}), uploadLeastRate: 1_000, uploadRateWindowMs: 100 };

  beforeEach(async () => {
    storage = new FakeStorage();
    const receiver = new UploadReceiver(storage as unknown as BlobStorage, settings);
    server = createServer((request, response) => {
      outcome = receiver
        .receive(request as Request, response as Response)
        .catch((error: ProblemException) => error);
      void outcome.then(() => response.end());
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const open = (): ClientRequest => {
    const { port } = server.address() as AddressInfo;
    const sent = httpRequest({
      port,
      host: '127.0.0.1',
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
    });
    sent.on('error', () => undefined);
    return sent;
  };
  const send = async (...pieces: string[]): Promise<Upload | ProblemException> => {
    const sent = open();
    for (const piece of pieces) sent.write(piece);
    sent.end();
    const [response] = await once(sent, 'response');
    response.resume();
    return outcome;
  };

  it('returns the stored file with its head and its name', async () => {
    const text = 'x'.repeat(100_000);
    const upload = (await send(HEAD, text, TAIL)) as Upload;
    expect(upload.file).toMatchObject({ name: 'f.csv', size: 100_000 });
    expect(upload.file.head.toString()).toBe(text.slice(0, 65_536));
    expect(storage.files.get(upload.file.key)).toBe(100_000);
  });

  it('throws storage_full when the storage has no space, and leaves nothing', async () => {
    storage.space = 10;
    expect(await send(HEAD, 'x'.repeat(1_000), TAIL)).toMatchObject({ code: 'storage_full' });
    expect(storage.files.size).toBe(0);
  });

  it('never takes a slow storage for a slow client', async () => {
    storage.pauseMs = 150;
    const upload = await send(HEAD, ...Array.from({ length: 6 }, () => 'x'.repeat(65_536)), TAIL);
    expect(upload).toMatchObject({ file: { size: 6 * 65_536 } });
  });

  it('leaves nothing when the client went away while the last of its file was being stored', async () => {
    storage.pauseMs = 100;
    const sent = open();
    sent.write(`${HEAD}abc\r\n--b\r\n`);
    await once(server, 'request');
    await new Promise((resolve) => setTimeout(resolve, 30));
    sent.destroy();
    expect(await outcome).toMatchObject({ code: 'multipart_malformed' });
    expect(storage.files.size).toBe(0);
  });

  it('leaves nothing of a file that was whole when a later part was refused', async () => {
    storage.pauseMs = 50;
    const field = '\r\n--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1';
    expect(await send(HEAD, 'abc', field, field, TAIL)).toMatchObject({ code: 'field_repeated' });
    expect(storage.files.size).toBe(0);
  });
});
