import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInUse, lockFolder } from './folder-lock';
import { identifyProcess } from './processes';

describe('the lock of a folder', () => {
  const running = identifyProcess(process.pid);
  const dead = { pid: process.pid, began: 'long ago' };
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'almagest-lock-'));
    path = join(folder, 'lock');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('keeps the keys that released versions read', async () => {
    const unlock = await lockFolder(folder, process.pid, false);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      guard: running,
      owner: running,
      isBrief: false,
    });
    expect(await isInUse(folder)).toBe(true);
    await unlock();
    expect(await isInUse(folder)).toBe(false);
  });

  it('of a released version whose app runs is respected', async () => {
    await writeFile(path, JSON.stringify({ guard: running, owner: running }));
    expect(await isInUse(folder)).toBe(true);
    await expect(lockFolder(folder, process.pid, false)).rejects.toThrow(
      `Another Almagest (process ${process.pid}) runs the servers in ${folder}`,
    );
  });

  it('of a released version whose supervisor is dead is replaced', async () => {
    await writeFile(path, JSON.stringify({ guard: dead, owner: dead, isBrief: true }));
    expect(await isInUse(folder)).toBe(false);
    const unlock = await lockFolder(folder, process.pid, true);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ guard: running, isBrief: true });
    await unlock();
  });
});
