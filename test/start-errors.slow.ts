import { existsSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { compileApp } from './faults/compile-app';
import { spawnApp } from './support/app-process';
import { createTestDatabase, type TestDatabase } from './support/test-database';
import { makeTestFolder } from './support/test-servers';

jest.setTimeout(240_000);

/** The application is compiled once, so that each of the many processes starts quickly. */
let folder: string;
let main: string;
let database: TestDatabase;
let servers: Server[] = [];
let cases = 0;

async function serve(answer: (server: Server) => void = () => undefined): Promise<number> {
  const server = createServer();
  answer(server);
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  servers.push(server);
  return (server.address() as AddressInfo).port;
}

async function execute(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The address of the test database with parts of it changed. */
function changed(change: (url: URL) => void): string {
  const url = new URL(database.url);
  change(url);
  return url.href;
}

interface Refusal {
  code: number | null;
  /** What was written to standard error. */
  sentence: string;
  dataDir: string;
}

/**
 * Starts the application in a new folder, and waits for its end; its standard error must be one
 * JSON line with a sentence.
 */
async function refuse(environment: Record<string, string>): Promise<Refusal> {
  const dataDir = environment.DATA_DIR ?? join(folder, `data-${++cases}`);
  const app = spawnApp({ ...environment, DATA_DIR: dataDir }, main, []);
  const code = await app.ended;
  const lines = app.errors().trim().split('\n');
  expect([environment, lines]).toEqual([environment, [expect.stringMatching(/^\{.*\}$/)]]);
  const { level, msg } = JSON.parse(lines[0] ?? '') as { level: string; msg: string };
  expect([level, code]).toEqual(['fatal', 1]);
  for (const line of app.output().split('\n').filter(Boolean)) JSON.parse(line);
  expect(app.output() + app.errors()).not.toMatch(/^ +at |"stack"|\\n +at /m);
  expect(msg).toMatch(/\.$/);
  return { code, sentence: msg, dataDir };
}

const hasCluster = (dataDir: string): boolean => existsSync(join(dataDir, 'embedded', 'postgres'));

beforeAll(async () => {
  folder = await makeTestFolder();
  main = await compileApp(folder);
  database = await createTestDatabase();
});
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('a setting that is not as it must be', () => {
  it.each([
    ['PORT', 'many', /^PORT must be a whole number from 0 to 65535, not "many"/],
    ['PORT', '70000', /^PORT must be a whole number/],
    ['HOST', '192.0.2.7', /^HOST 192\.0\.2\.7 is not an address of this machine: set HOST/],
    ['HOST', 'no-such-host.invalid', /^HOST no-such-host\.invalid is a name that is not known: set HOST/],
    ['ROLE', 'master', /^ROLE must be one of all, api, worker, not "master"/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be one of/],
    ['PUBLIC_URL', 'almagest.example.org', /^PUBLIC_URL must be an http or https address/],
    ['PUBLIC_URL', 'https://', /^PUBLIC_URL must be/],
    ['PUBLIC_URL', 'https://example.org/?a=b', /^PUBLIC_URL must be/],
    ['REDIS_URL', 'localhost:6379', /^REDIS_URL must be an address such as redis:\/\/host:6379/],
    ['REDIS_URL', 'http://localhost', /^REDIS_URL must be/],
    ['DATABASE_URL', 'localhost/almagest', /^DATABASE_URL must be an address such as postgres:\/\//],
    ['DATABASE_URL', 'mysql://root@localhost/almagest', /^DATABASE_URL must be/],
    ['DATABASE_URL', 'postgres://me:pass/word@localhost/x', /^DATABASE_URL must be .*%2F/],
    ['BOOTSTRAP_TOKEN', 'secret', /^BOOTSTRAP_TOKEN must be ptk_live_/],
    ['BOOTSTRAP_WORKSPACE', 'No Slug', /^BOOTSTRAP_WORKSPACE is not a slug/],
    ['FAILPOINTS', 'job.claimed=exit', /^FAILPOINTS is for tests/],
  ])('%s=%s is named before anything is made', async (name, value, sentence) => {
    const refusal = await refuse({ [name]: value });
    expect(refusal.sentence).toMatch(sentence);
    if (name.endsWith('_URL') && name !== 'PUBLIC_URL') expect(refusal.sentence).not.toContain(value);
    expect(existsSync(refusal.dataDir)).toBe(false);
  });

  it('of a port that is taken is named before anything is made', async () => {
    const port = await serve();
    const { sentence, dataDir } = await refuse({ PORT: String(port) });
    expect(sentence).toMatch(new RegExp(`^PORT ${port} of 127\\.0\\.0\\.1 is in use .*set PORT to another`));
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe('a DATA_DIR', () => {
  it.each([
    ['is a file', 'file', /is a file and not a folder; set DATA_DIR/],
    ['is below a file', 'file/data', /is a file and not a folder/],
    ['has a file in place of the stored files', 'with-file', /with-file\/files.* is a file/],
    [
      'has a file in place of the private servers',
      'with-servers-file',
      /with-servers-file\/embedded.* is a file/,
    ],
    ['is below /proc', '/proc/almagest/data', /\/proc\/almagest.* does not accept files|may not write/],
    ['is /proc', '/proc', /\/proc.*(does not accept files|may not write)/],
    ['is below /sys', '/sys/almagest', /(may not write in|does not accept files|read-only).*set DATA_DIR/],
    ['is a device', '/dev/null', /is a file and not a folder/],
  ])('that %s', async (_, path, sentence) => {
    await writeFile(join(folder, 'file'), '');
    for (const [name, file] of [
      ['with-file', 'files'],
      ['with-servers-file', 'embedded'],
    ] as const) {
      await mkdir(join(folder, name), { recursive: true });
      await writeFile(join(folder, name, file), '');
    }
    const dataDir = path.startsWith('/') ? path : join(folder, path);
    const { sentence: said } = await refuse({ DATA_DIR: dataDir });
    expect(said).toMatch(/^DATA_DIR cannot be used: /);
    expect(said).toMatch(sentence);
    expect(hasCluster(dataDir)).toBe(false);
  });

  if (process.getuid?.() !== 0) {
    it('that this user may not write', async () => {
      const dataDir = join(folder, 'closed');
      await mkdir(dataDir);
      await chmod(dataDir, 0o500);
      expect((await refuse({ DATA_DIR: dataDir })).sentence).toMatch(/this user may not write in/);
    });
  }
});

describe('a DATABASE_URL', () => {
  const LOGIN = 'start_errors_login';
  beforeAll(() =>
    execute(
      `CREATE ROLE ${LOGIN} LOGIN PASSWORD 'right'`,
      `CREATE ROLE ${LOGIN}_full LOGIN PASSWORD 'right' CONNECTION LIMIT 0`,
      `CREATE ROLE ${LOGIN}_reader LOGIN PASSWORD 'right'`,
      `ALTER ROLE ${LOGIN}_reader SET default_transaction_read_only = on`,
    ),
  );
  afterAll(() => execute(`DROP ROLE ${LOGIN}, ${LOGIN}_full, ${LOGIN}_reader`));

  const as = (user: string, password = 'right'): string =>
    changed((url) => {
      url.username = user;
      url.password = password;
    });

  it.each<[string, () => string | Promise<string>, RegExp]>([
    [
      'at which nothing listens',
      () => 'postgres://me:secret@127.0.0.1:1/almagest',
      /nothing listens at 127\.0\.0\.1:1; start PostgreSQL/,
    ],
    [
      'of a host that is not known',
      () => 'postgres://me:secret@no-such-host.invalid/almagest',
      /the host of no-such-host\.invalid:5432 is not known/,
    ],
    [
      'with a wrong password',
      () => as(LOGIN, 'wrong'),
      /refuses the password of the user start_errors_login/,
    ],
    [
      'with a user that is not there',
      () => as('nobody_here'),
      /refuses the password of the user nobody_here/,
    ],
    ['without a password', () => as(LOGIN, ''), /asks for a password, and DATABASE_URL has none/],
    [
      'of a database that is not there',
      () => changed((url) => (url.pathname = 'not_there')),
      /has no database not_there; create it with createdb/,
    ],
    ['whose connections are used up', () => as(`${LOGIN}_full`), /has no connection left; raise/],
    ['of a user who may only read', () => as(`${LOGIN}_reader`), /the server is read-only/],
    [
      'of a user who may make no tables',
      () => as(LOGIN),
      /does not give the user start_errors_login the rights/,
    ],
    [
      'that asks for TLS of a server without',
      () => changed((url) => url.searchParams.set('sslmode', 'verify-full')),
      /does not support SSL/,
    ],
    [
      'at which something else listens',
      async () => {
        const port = await serve((server) =>
          server.on('connection', (socket) => socket.end('HTTP/1.1 400 Bad\r\n\r\n')),
        );
        return `postgres://me:secret@127.0.0.1:${port}/almagest`;
      },
      /PostgreSQL at 127\.0\.0\.1:\d+ cannot be used/,
    ],
    [
      'at which something listens and says nothing',
      async () => `postgres://me:secret@127.0.0.1:${await serve()}/almagest`,
      /does not answer within 5 s/,
    ],
  ])('%s', async (_, makeUrl, sentence) => {
    const { sentence: said, dataDir } = await refuse({
      DATABASE_URL: await makeUrl(),
      REDIS_URL: 'redis://127.0.0.1:1',
    });
    expect(said).toMatch(/^DATABASE_URL: /);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/secret|right@|wrong/);
    expect(existsSync(join(dataDir, 'embedded'))).toBe(false);
  });
});

describe('a variable that is written almost like a setting', () => {
  it('is said with the setting that was meant', async () => {
    const app = spawnApp({ PORTT: '4000', ALMAGEST_DATA_DIR: '/srv', DATA_DIR: '/proc/none' }, main, []);
    await app.ended;
    const said = app
      .output()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { level: string; msg: string });
    expect(said.map(({ level, msg }) => `${level}: ${msg}`)).toEqual([
      'warn: ALMAGEST_DATA_DIR is not a setting of Almagest and is not read: did you mean DATA_DIR?',
      'warn: PORTT is not a setting of Almagest and is not read: did you mean PORT?',
    ]);
  });
});
