import fs, { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportsClient, bearer } from './support/imports-client';
import { csvPart, INSTRUMENTS, sendForm, type RawAnswer } from './support/raw-upload';
import { makeSmallDisk, type SmallDisk } from './support/small-disk';
import { startTestApp, type TestApp } from './support/test-app';
import type { ExportJobDto } from '../src/exports/export-job.dto';
import { eventually } from './support/eventually';

const DISK = 8_388_608;
const FILE_BYTES = 3_145_728;
const HEADER = 'identifier,name,type_id\n';

/** A file of about 3 MiB that imports without an error. */
function largeFile(): string {
  const row = (n: number): string => `n${n},${'x'.repeat(200)},equity\n`;
  return HEADER + Array.from({ length: Math.ceil(FILE_BYTES / 210) }, (_, n) => row(n)).join('');
}
const SMALL = `${HEADER}a,A,equity\n`;

/**
 * How the disk is made full, and the file that meets it there. Where nothing can be mounted every
 * new file is /dev/full.
 */
const CASES: [string, string, (disk: SmallDisk) => Promise<void>][] = [
  ['at the first byte of a small file', SMALL, (disk) => disk.fill(0)],
  ['at the first byte of a large file', largeFile(), (disk) => disk.fill(0)],
  ['in the middle of the file', largeFile(), (disk) => disk.fill(1_048_576)],
  ['at the last chunk of the file', largeFile(), (disk) => disk.fill(FILE_BYTES - 65_536)],
  ['where the temporary file is made', SMALL, (disk) => disk.fillNames(0)],
  ['where the folder of the final name is made', largeFile(), (disk) => disk.fillNames(1)],
];

describe('a full disk', () => {
  let disk: SmallDisk | null;
  let app: TestApp;
  let client: ImportsClient;
  let restore = (): void => undefined;

  beforeAll(async () => {
    disk = await makeSmallDisk(DISK);
    app = await startTestApp(disk === null ? {} : { DATA_DIR: disk.folder });
    client = new ImportsClient(app);
    await client.addType('equity');
  });

  afterAll(async () => {
    await app.stop();
    await disk?.remove();
  });

  /** The folders too, so that each test begins with the storage of a first start. */
  beforeEach(async () => {
    for (const folder of ['imports', 'exports', '.tmp'])
      await rm(join(client.settings.dataDir, 'files', folder), { recursive: true, force: true });
  });

  afterEach(async () => {
    await makeSpace();
    await app.database.query('UPDATE import_jobs SET blob_removed_at = now()');
  });

  /**
   * The next best where nothing can be mounted: the kernel's own full device in place of each new
   * file.
   */
  const makeFull = async (fill: (disk: SmallDisk) => Promise<void>): Promise<void> => {
    if (disk !== null) return fill(disk);
    const open = fs.open.bind(fs);
    const spy = jest
      .spyOn(fs, 'open')
      .mockImplementation((path, flags, mode) =>
        open(flags === 'wx' ? '/dev/full' : path, flags === 'wx' ? 'w' : flags, mode),
      );
    restore = () => spy.mockRestore();
  };
  const makeSpace = async (): Promise<void> => {
    restore();
    await disk?.empty();
  };

  const upload = (file: string, fileFirst: boolean): Promise<RawAnswer> =>
    sendForm(client, ...(fileFirst ? [csvPart(file), INSTRUMENTS] : [INSTRUMENTS, csvPart(file)]));

  describe.each(CASES)('%s', (_name, file, fill) => {
    it.each([true, false])(
      'refuses the upload with 507, leaves nothing, and takes it when there is space (file first: %s)',
      async (fileFirst) => {
        const jobs = await client.count('import_jobs');
        await makeFull(fill);
        const { status, body } = await upload(file, fileFirst);
        expect([status, body.code]).toEqual([507, 'storage_full']);
        expect(body.detail).toMatch(/space/);
        await eventually('no file is left', async () => (await client.storedFiles()).length === 0);
        expect(await client.count('import_jobs')).toBe(jobs);
        await makeSpace();
        const again = await upload(file, fileFirst);
        expect(again.status).toBe(202);
        expect(await client.finished(String(again.body['id']))).toMatchObject({ status: 'completed' });
      },
    );

    it('ends the export as failed with storage_full, leaves nothing, and exports when there is space', async () => {
      expect(await client.import(largeFile())).toMatchObject({ status: 'completed' });
      await removeUploads();
      await makeFull(fill);
      const failed = await exported(await orderExport());
      expect([failed.status, failed.error?.code, failed.download_url]).toEqual([
        'failed',
        'storage_full',
        null,
      ]);
      await eventually('no file is left', async () => (await client.storedFiles()).length === 0);
      await makeSpace();
      const { status, row_count: rows } = await exported(await orderExport());
      expect([status, Number(rows) > 10_000]).toEqual(['completed', true]);
    });
  });

  it('does not bind the Idempotency-Key of the upload that it refused', async () => {
    await makeFull((small) => small.fill(0));
    const headers = { 'Idempotency-Key': 'once' };
    const refused = await client.post(largeFile(), { resource_type: 'instruments' }, { headers });
    expect(refused.status).toBe(507);
    await makeSpace();
    const { status, header } = await client.post(largeFile(), { resource_type: 'instruments' }, { headers });
    expect([status, header['idempotent-replayed']]).toEqual([202, undefined]);
  });

  it('does not keep the rejected rows from being served: they are written to no disk', async () => {
    const { id } = await client.import(`${HEADER}a,A,equity\nb,B,none\n`, {
      resource_type: 'instruments',
      on_error: 'continue',
    });
    await makeFull((small) => small.fill(0));
    const { status, text } = await client.download(`/${id}/rejected-rows`);
    expect([status, text]).toEqual([
      200,
      expect.stringMatching(/\nb,B,none,2,3,"type_id: reference_not_found/),
    ]);
  });

  /** The folder of exports is made by the first of them; the uploads must not keep its disk. */
  async function removeUploads(): Promise<void> {
    const uploads = join(client.settings.dataDir, 'files', 'imports');
    for (const name of await readdir(uploads)) await rm(join(uploads, name));
  }

  async function orderExport(): Promise<string> {
    const { body } = await app.http
      .post(`/v1/workspaces/${app.workspace}/exports`)
      .set(bearer(app.token))
      .send({ object_type: 'instruments' })
      .expect(202);
    return String(body.id);
  }

  async function exported(id: string): Promise<ExportJobDto> {
    let job: ExportJobDto | undefined;
    await eventually('the export ends', async () => {
      const path = `/v1/workspaces/${app.workspace}/exports/${id}`;
      job = (await app.http.get(path).set(bearer(app.token)).expect(200)).body as ExportJobDto;
      return ['completed', 'failed'].includes(job.status);
    });
    return job as ExportJobDto;
  }
});
