import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkLibraries } from './postgres-binaries';

describe('linking the libraries of Postgres', () => {
  let native: string;

  beforeEach(async () => {
    native = await mkdtemp(join(tmpdir(), 'almagest-link-'));
    await mkdir(join(native, 'lib'));
    await writeFile(join(native, 'lib', 'libpq.so.5.18'), 'library');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  });

  afterEach(() => rm(native, { recursive: true }));

  it('creates relative links that an installation without scripts lacks', async () => {
    await linkLibraries(native);
    expect(await readFile(join(native, 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
    expect(await readlink(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  });

  it('leaves existing files alone', async () => {
    await writeFile(join(native, 'lib', 'libpq.so.5'), 'a copy');
    await linkLibraries(native);
    expect(await readFile(join(native, 'lib', 'libpq.so.5'), 'utf8')).toBe('a copy');
  });
});
