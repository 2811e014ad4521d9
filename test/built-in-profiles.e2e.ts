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

describe('built-in profiles', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  /** A workspace with what the files of a case name. */
  async function prepare(one: ProfileCase, suffix: string): Promise<WorkspaceClient> {
    const client = await WorkspaceClient.create(app, `${profileOf(one)}-${suffix}`);
    const { instruments = [], listings = [], markets = [] } = one;
    await client.post('/instrument-types', { identifier: 'equity', name: 'Equity' });
    await client.post('/market-types', { identifier: 'exchange', name: 'Exchange' });
    for (const { identifier, kind, fields } of SERIES) {
      const declared = fields.map((field_key) => ({ field_key, data_type: 'number' }));
      await client.post('/series', { identifier, name: identifier, kind, fields: declared });
    }
    const listed = listings.map(([instrument]) => instrument);
    for (const identifier of [...instruments, ...listed]) {
      await client.post('/instruments', { identifier, name: identifier, type_id: 'equity' });
    }
    for (const identifier of [...markets, ...listings.map(([, market]) => market)]) {
      await client.post('/markets', { identifier, name: identifier, type_id: 'exchange' });
    }
    for (const [instrument_id, market_id] of listings) {
      await client.post('/market-listings', { instrument_id, market_id });
    }
    return client;
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
      it('loads a file of the vendor: every stored value is the expected one, and nothing changes again', async () => {
        const client = await prepare(one, 'ok');
        const form = await upload(one, 'ok');
        const job = await client.import(form);
        const { status, errors, failed_count, profile, row_count } = job;
        expect({ status, errors, failed_count, profile }).toEqual({
          status: 'completed',
          errors: [],
          failed_count: 0,
          profile: name,
        });
        const { file } = await client.export({ object_type: job.resource_type });
        const expected = await readFile(join(FIXTURES, 'expected', `${name}.csv`), 'utf8');
        expect(file.toString()).toBe(expected);
        const again = await client.import(form);
        const changes = [again.created_count, again.updated_count, again.failed_count];
        expect([again.status, ...changes]).toEqual(['completed', 0, 0, 0]);
        expect(again.unchanged_count).toBe(job.created_count);
        expect(row_count).toBe(again.row_count);
        expect(job.created_count).toBe(expected.trimEnd().split('\n').length - 1);
      });

      it('refuses a file whose layout changed, and writes nothing of it', async () => {
        const client = await prepare(one, 'not-ok');
        const codes = await client.import(await upload(one, 'not-ok')).then(
          ({ status, errors }) => [status, ...errors.map(({ code }) => code)],
          (error: Error) => ['422', /"errors":\[\{[^\]]*?"code":"([a-z_]+)"/.exec(error.message)?.[1]],
        );
        expect(codes.slice(1)).toContain(one.refused);
        expect(['failed', '422']).toContain(codes[0]);
        const resource = BUILT_IN_PROFILES.find(({ identifier }) => identifier === name)?.resourceType;
        const { file } = await client.export({ object_type: resource });
        const before = (one.instruments ?? []).length * Number(resource === 'instruments');
        expect(file.toString().trimEnd().split('\n')).toHaveLength(1 + before);
      });
    },
  );
});
