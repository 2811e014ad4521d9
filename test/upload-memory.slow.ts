import { request } from 'node:http';
import { once } from 'node:events';
import { spawnApp, waitUntilUp } from './support/app-process';
import { bearer, ImportsClient } from './support/imports-client';
import { BOUNDARY } from './support/raw-upload';
import { startTestApp } from './support/test-app';
import { residentBytes, watchMemory } from './support/watch-memory';

jest.setTimeout(120_000);

const MIB = 1_048_576;

describe('an upload of ninety megabytes', () => {
  it('streams to the storage: the memory of the process grows by a fraction of it', async () => {
    const app = await startTestApp({ ROLE: 'api' });
    const imports = new ImportsClient(app);
    const { databaseUrl, redisUrl, redisPrefix, dataDir } = imports.settings;
    const other = spawnApp({
      ...{ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, REDIS_PREFIX: redisPrefix, DATA_DIR: dataDir },
      ROLE: 'api',
    });
    try {
      const url = await waitUntilUp(other);
      const upload = async (mebibytes: number): Promise<number> => {
        const sent = request(`${url}${imports.path}`, {
          method: 'POST',
          headers: { ...bearer(app.token), 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` },
        });
        const answered = once(sent, 'response');
        sent.write(
          `--${BOUNDARY}\r\nContent-Disposition: form-data; name="resource_type"\r\n\r\ninstruments\r\n`,
        );
        sent.write(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`);
        sent.write('identifier,name,type_id\n');
        const piece = Buffer.from('identifier,name,type\n'.repeat(MIB / 21));
        for (let n = 0; n < mebibytes; n++) if (!sent.write(piece)) await once(sent, 'drain');
        sent.end(`\r\n--${BOUNDARY}--\r\n`);
        const [response] = await answered;
        response.resume();
        return response.statusCode;
      };
      const pid = other.child.pid ?? 0;
      expect(await upload(20)).toBe(202); // warm
      const before = await residentBytes(pid);
      const { result, peak } = await watchMemory(pid, () => upload(90));
      expect(result).toBe(202);
      expect((peak - before) / MIB).toBeLessThan(45);
    } finally {
      other.child.kill('SIGTERM');
      await other.ended;
      await app.stop();
    }
  });
});
