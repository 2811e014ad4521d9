import { existsSync, statSync } from 'node:fs';
import { chmod, chown, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { EmbeddedSettings } from '../src/embedded/start-embedded';
import { identifyProcess } from '../src/embedded/processes';
import { canRun } from '../src/embedded/server-user';
import { eventually } from './support/eventually';
import { type OwnerProcess, startOwner } from './support/owner-process';
import { findSupervisor, findPostmaster, findProcessesIn } from './support/server-processes';
import { makeTestFolder } from './support/test-servers';

jest.setTimeout(120_000);

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };
const NAMELESS = { uid: 54_321, gid: 54_321 };

/**
 * Where the servers of the running test keep their data; most tests share one folder, for making a
 * cluster is slow.
 */
let dataDir: string;
let home: string;
let owners: OwnerProcess[] = [];

async function useNewFolder(): Promise<void> {
  dataDir = await makeTestFolder();
  home = join(dataDir, 'embedded');
}

async function start(
  options?: Partial<EmbeddedSettings>,
  user?: Parameters<typeof startOwner>[1],
): Promise<OwnerProcess> {
  const owner = await startOwner({ dataDir, ...options }, user);
  owners.push(owner);
  return owner;
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // the server is killed in these tests; the query says so
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const nothingIsLeft = (): Promise<void> =>
  eventually('no server runs in the folder, and its lock is gone', () => {
    return findProcessesIn(home).length === 0 && !existsSync(join(home, 'lock'));
  });

async function endOwners(): Promise<void> {
  await Promise.all(owners.map((owner) => owner.kill()));
  owners = [];
  await nothingIsLeft();
}

describe('the embedded servers', () => {
  beforeAll(useNewFolder);
  afterEach(endOwners);
  afterAll(() => rm(dataDir, { recursive: true }));

  it('begin on an empty folder, and keep their data from one start to the next', async () => {
    const first = await start();
    await query(first.answer.databaseUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(findProcessesIn(home)).toEqual([]);

    const second = await start();
    expect(await query(second.answer.databaseUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('lose nothing in a power cut, sort by code point and speak UTC', async () => {
    const { answer } = await start();
    const settings = [
      'fsync',
      'synchronous_commit',
      'TimeZone',
      'server_encoding',
      'unix_socket_directories',
    ];
    const columns = settings.map((name) => `current_setting('${name}') AS "${name}"`);
    expect(await query(answer.databaseUrl, `SELECT ${columns.join()}`)).toEqual([
      {
        fsync: 'on',
        synchronous_commit: 'on',
        TimeZone: 'UTC',
        server_encoding: 'UTF8',
        unix_socket_directories: '',
      },
    ]);
    expect(await query(answer.databaseUrl, `SELECT 'Z' < 'a' AS code_point, upper('ä') AS upper`)).toEqual([
      { code_point: true, upper: 'Ä' },
    ]);
  });

  it('hide the password from other users of the machine, and ask for it', async () => {
    const { answer } = await start();
    const path = join(home, 'postgres', 'almagest.password');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'postgres')).mode & 0o777).toBe(0o700);
    const url = new URL(answer.databaseUrl);
    expect(url.password).toBe(await readFile(path, 'utf8'));
    url.password = 'wrong';
    await expect(query(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('leave no process behind when their owner is killed, and the next start waits for their end', async () => {
    const first = await start();
    await first.kill();
    const second = await start();
    expect(await query(second.answer.databaseUrl, 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
    await second.kill();
    await nothingIsLeft();
  });

  it('are taken over, with their data, when owner and supervisor were killed together', async () => {
    const first = await start();
    await query(first.answer.databaseUrl, 'CREATE TABLE committed ()');
    const postmaster = findPostmaster(home);
    first.child.kill('SIGSTOP'); // so that it cannot end them when the supervisor dies
    process.kill(findSupervisor(home), 'SIGKILL');
    await first.kill();
    expect(identifyProcess(postmaster)).not.toBeNull();

    const second = await start();
    expect(identifyProcess(postmaster)).toBeNull();
    expect(await query(second.answer.databaseUrl, 'SELECT FROM committed')).toEqual([]);
  });

  it('start in spite of a process id file that names a stranger', async () => {
    const first = await start();
    const file = join(home, 'postgres', 'postmaster.pid');
    const text = await readFile(file, 'utf8');
    await first.stop();
    await writeFile(file, text.replace(/^\d+/, String(process.pid)));

    const second = await start();
    expect(second.answer.error).toBeUndefined();
    expect(await query(second.answer.databaseUrl, 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
  });

  it('come back at the same address when Postgres is killed', async () => {
    const { answer } = await start();
    process.kill(findPostmaster(home), 'SIGKILL');
    await eventually('Postgres responds again', async () => {
      const rows = await query(answer.databaseUrl, 'SELECT 1').catch(() => []);
      return rows.length === 1;
    });
  });

  it('are stopped by their owner when the supervisor is killed, and the owner is notified', async () => {
    const owner = await start();
    const notice = new Promise((resolve) => owner.child.once('message', resolve));
    process.kill(findSupervisor(home), 'SIGKILL');
    expect(await notice).toEqual({ lost: expect.stringContaining('supervisor') });
    expect(findProcessesIn(home)).toEqual([]);
    await owner.kill();
    await (await start()).stop(); // and the next start finds nothing in its way
  });

  it('refuse a second owner of the same folder in a sentence, and the first goes on', async () => {
    const first = await start();
    const second = await start();
    expect(second.answer.error).toMatch(/^Another Almagest \(process \d+\) .* DATA_DIR/);
    expect(await query(first.answer.databaseUrl, 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
  });

  it('are waited for when a brief command has them', async () => {
    const command = await start({ isBrief: true });
    const app = start();
    await query(command.answer.databaseUrl, 'CREATE TABLE made_by_command ()');
    await command.stop();
    const { answer } = await app;
    expect(answer.error).toBeUndefined();
    expect(await query(answer.databaseUrl, 'SELECT FROM made_by_command')).toEqual([]);
  });

  it('refuse data of another major release in a sentence', async () => {
    const file = join(home, 'postgres', 'PG_VERSION');
    const version = await readFile(file, 'utf8');
    await writeFile(file, '9\n');
    const { answer } = await start();
    await writeFile(file, version);
    expect(answer.error).toContain('are of PostgreSQL 9');
    expect(answer.error).toContain('DATABASE_URL');
  });

  if (isRoot) {
    it('do not run as root, and take back data that root has put there', async () => {
      await chown(join(home, 'postgres'), 0, 0);
      const { answer } = await start();
      expect(answer.error).toBeUndefined();
      expect(statSync(`/proc/${findPostmaster(home)}`).uid).not.toBe(0);
    });
  }
});

if (isRoot) {
  describe('the embedded servers of another user', () => {
    beforeEach(useNewFolder);
    afterEach(async () => {
      await endOwners();
      await rm(dataDir, { recursive: true });
    });

    it('keep their data under /var/lib when root closed DATA_DIR to them', async () => {
      await chmod(dataDir, 0o700);
      const first = await start();
      home = /\/var\/lib\/almagest\/[^/]+/.exec(first.answer.describe.join())?.[0] ?? '';
      await query(first.answer.databaseUrl, 'CREATE TABLE kept ()');
      await first.stop();
      const second = await start();
      expect(await query(second.answer.databaseUrl, 'SELECT FROM kept')).toEqual([]);
      await second.stop();
      await rm(home, { recursive: true });
    });

    // A checkout below /root cannot even be read by these users.
    if (canRun({ name: 'nobody', identity: NOBODY }, 'test', ['-r', __filename])) {
      it('run as the user who starts them when that is not root', async () => {
        await chown(dataDir, NOBODY.uid, NOBODY.gid);
        const { answer } = await start({}, NOBODY);
        expect(answer.error).toBeUndefined();
        expect(statSync(`/proc/${findPostmaster(home)}`).uid).toBe(NOBODY.uid);
      });

      it('ask for DATABASE_URL when that user has no name', async () => {
        await chown(dataDir, NAMELESS.uid, NAMELESS.gid);
        const { answer } = await start({}, NAMELESS);
        expect(answer.error).toMatch(/^User id 54321 has no entry .* DATABASE_URL\.$/);
      });
    }
  });
}
