import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createToken } from '../src/auth/bearer-token';
import { spawnApp, waitUntilUp, type AppProcess } from './support/app-process';
import { BombClient } from './support/bomb-client';
import { BOMBS, isAsExpected } from './support/bombs';
import { createTestDatabase, type TestDatabase } from './support/test-database';
import { createTestRedis } from './support/test-redis';
import { residentBytes, watchMemory } from './support/watch-memory';

jest.setTimeout(300_000);

const SIZE = 1_200_000;
const MAX_MEMORY = 300 * 1_048_576;

/**
 * Small ones, so that every run of the tests throws them; `npm run test:bombs` throws them at full
 * size.
 */
describe('A bomb', () => {
  let database: TestDatabase;
  let folder: string;
  let app: AppProcess;
  let client: BombClient;
  let idle: number;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'almagest-bombs-'));
    const { token } = createToken();
    const redis = createTestRedis();
    app = spawnApp({
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      REDIS_PREFIX: redis.prefix,
      DATA_DIR: folder,
      BOOTSTRAP_TOKEN: token,
    });
    client = new BombClient(await waitUntilUp(app), token, 'default');
    await client.prepare();
    idle = await residentBytes(app.child.pid ?? 0);
  });
  afterAll(async () => {
    app.child.kill('SIGTERM');
    await app.ended;
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(BOMBS.map((bomb) => [bomb.name, bomb] as const))(
    'is refused or reported, in little memory: %s',
    async (_, bomb) => {
      const { result, peak } = await watchMemory(app.child.pid ?? 0, () => client.throw(bomb, SIZE));
      expect({ result, asExpected: isAsExpected(bomb, result) }).toEqual({ result, asExpected: true });
      expect(peak - idle).toBeLessThan(MAX_MEMORY);
    },
  );

  it('leaves a server that responds as if nothing had been', async () => {
    const [sound] = BOMBS.filter(({ name }) => name === 'doubled quotes in every cell');
    if (!sound) throw new Error('That bomb is gone.');
    expect(await client.throw(sound, 100_000)).toMatchObject({ status: 'completed', errors: 0 });
    expect(app.errors()).toBe('');
  });
});
