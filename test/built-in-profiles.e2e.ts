import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUILT_IN_PROFILES } from '../src/profiles/built-in';
import { PROFILE_CASES, type ProfileCase } from './support/built-in-profiles/cases';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(120_000);

const FIXTURES = join(__dirname, 'fixtures/profiles');
const BARS = ['open', 'high', 'low', 'close', 'volume'];
const SERIES = [
  { identifier: 'ohlcv', kind: 'composite', fields: BARS },
  { identifier: 'ohlcv_adj', kind: 'composite', fields: [...BARS, 'adj_close'] },
  ...['close', 'trade', 'fx'].map((identifier) => ({ identifier, kind: 'scalar', fields: [] })),
];

const profileOf = ({ file }: ProfileCase): string => file.replace(/\.[a-z]+$/, '');

const csvOf = (header: string, rows: readonly string[]): string => [header, ...rows, ''].join('\n');

describe('built-in profiles', () => {
  let app: TestApp;
  let client: WorkspaceClient;

  beforeAll(async () => {
    app = await startTestApp();
    client = await WorkspaceClient.create(app, 'profiles');
    await client.post('/instrument-types', { identifier: 'equity', name: 'Equity' });
    await client.post('/market-types', { identifier: 'exchange', name: 'Exchange' });
    for (const { identifier, kind, fields } of SERIES) {
      const declared = fields.map((field_key) => ({ field_key, data_type: 'number' }));
      await client.post('/series', { identifier, name: identifier, kind, fields: declared });
    }
  });
  afterAll(() => app.stop());

  /** Leaves in the workspace only what the files of a case name. */
  async function prepare({ instruments = [], listings = [], markets = [] }: ProfileCase): Promise<void> {
    await app.database.query('DELETE FROM instruments');
    await app.database.query('DELETE FROM markets');
    await fill('instruments', 'equity', [...instruments, ...listings.map(([instrument]) => instrument)]);
    await fill('markets', 'exchange', [...markets, ...listings.map(([, market]) => market)]);
    const pairs = listings.map((pair) => pair.join(','));
    await load('market_listings', csvOf('instrument_id,market_id', pairs), pairs.length);
  }

  const fill = (resource_type: string, type: string, identifiers: readonly string[]): Promise<void> => {
    const rows = identifiers.map((identifier) => `${identifier},${identifier},${type}`);
    return load(resource_type, csvOf('identifier,name,type_id', rows), rows.length);
  };

  async function load(resource_type: string, file: string, rows: number): Promise<void> {
    if (rows === 0) return;
    const { status, errors } = await client.import({ file, resource_type });
    if (status !== 'completed') throw new Error(JSON.stringify(errors));
  }

  async function upload(one: ProfileCase, folder: 'ok' | 'not-ok') {
    const bytes = await readFile(join(FIXTURES, folder, one.file));
    const packed = one.pack === 'gzip' ? gzipSync(bytes) : bytes;
    const name = one.pack === 'gzip' ? `${one.file}.gz` : one.file;
    return { file: packed, name, profile: profileOf(one), ...one.give };
  }

  it('all have a file that loads and a file that does not', async () => {
    const files = PROFILE_CASES.map(({ file }) => file).toSorted();
    expect(PROFILE_CASES.map(profileOf)).toEqual(BUILT_IN_PROFILES.map(({ identifier }) => identifier));
    expect((await readdir(join(FIXTURES, 'ok'))).toSorted()).toEqual(files);
    expect((await readdir(join(FIXTURES, 'not-ok'))).toSorted()).toEqual(files);
  });

  describe.each(PROFILE_CASES.map((one): [string, ProfileCase] => [profileOf(one), one]))(
    '%s',
    (name, one) => {
      const resource = BUILT_IN_PROFILES.find(({ identifier }) => identifier === name)?.resourceType ?? '';
      const count = async (): Promise<unknown> =>
        (await client.post(`/${resource.replaceAll('_', '-')}/count`, {}))['count'];

      beforeAll(() => prepare(one));

      it('refuses a file whose layout changed, and writes nothing of it', async () => {
        const before = await count();
        const codes = await client.import(await upload(one, 'not-ok')).then(
          ({ status, errors }) => [status, ...errors.map(({ code }) => code)],
          (error: Error) => ['refused', /"errors":\[\{[^\]]*?"code":"([a-z_]+)"/.exec(error.message)?.[1]],
        );
        expect(['failed', 'refused']).toContain(codes[0]);
        expect(codes).toContain(one.refused);
        expect(await count()).toBe(before);
      });

      it('loads a file of the vendor: each stored value is the expected one, and nothing changes again', async () => {
        const form = await upload(one, 'ok');
        const job = await client.import(form);
        const { status, errors, failed_count, profile } = job;
        expect({ status, errors, failed_count, profile }).toEqual({
          status: 'completed',
          errors: [],
          failed_count: 0,
          profile: name,
        });
        const { file } = await client.export({ object_type: resource });
        const expected = await readFile(join(FIXTURES, 'expected', `${name}.csv`), 'utf8');
        expect(file.toString()).toBe(expected);
        const again = await client.import(form);
        const changes = [again.created_count, again.updated_count, again.failed_count];
        expect([again.status, ...changes]).toEqual(['completed', 0, 0, 0]);
        expect(again.unchanged_count).toBe(job.created_count);
        expect(job.created_count).toBe(expected.trimEnd().split('\n').length - 1);
      });
    },
  );
});
