import { join } from 'node:path';
import { createToken } from '../src/auth/bearer-token';
import { type AppProcess, spawnApp, waitUntilUp } from './support/app-process';
import { CheckoutCopy } from './support/checkout-copy';
import { createTestDatabase, type TestDatabase } from './support/test-database';
import { createTestRedis } from './support/test-redis';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(240_000);

const FOLDER = 'src/resources/credit-ratings';
const MIGRATION = /^migrations\/\d{13}-credit-ratings\.ts$/;
const CSV = `identifier,name,description
aa+,High grade,
bbb-,Lower medium grade,"The last one of the ""investment grade"""
cc,Highly speculative,
`;

describe('A resource that is added by its folder, its line and its migration', () => {
  let copy: CheckoutCopy;
  let before: Map<string, string>;
  let added: string[];

  beforeAll(async () => {
    copy = await CheckoutCopy.make();
    before = await copy.sources();
    expect(await copy.node('scripts/new-resource.mjs', 'credit-ratings')).toMatchObject({ code: 0 });
    added = [...(await copy.sources()).keys()].filter((path) => !before.has(path));
  });
  afterAll(() => copy.remove());

  it('changes no other file', async () => {
    const after = await copy.sources();
    const changed = [...before.keys()].filter((path) => after.get(path) !== before.get(path));
    expect(changed).toEqual(['src/resources/index.ts']);
    const line = `export { CreditRatingsModule } from './credit-ratings/credit-ratings.module';\n`;
    expect(after.get('src/resources/index.ts')).toBe(`${before.get('src/resources/index.ts') ?? ''}${line}`);
    const elsewhere = added.filter((path) => !path.startsWith(`${FOLDER}/`));
    expect(elsewhere).toEqual([expect.stringMatching(MIGRATION)]);
  });

  it('compiles, and reads as if it had been formatted by hand', async () => {
    expect(
      await copy.node('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.build.json'),
    ).toEqual({
      code: 0,
      output: '',
    });
    const code = added.filter((path) => path.endsWith('.ts'));
    expect(await copy.node('node_modules/prettier/bin/prettier.cjs', '--check', ...code)).toMatchObject({
      code: 0,
    });
    expect(await copy.node('node_modules/eslint/bin/eslint.js', ...code)).toEqual({ code: 0, output: '' });
  });

  it('refuses to be added twice, and names that cannot be', async () => {
    const refused = async (...args: string[]): Promise<string> => {
      const { code, output } = await copy.node('scripts/new-resource.mjs', ...args);
      expect(code).toBe(1);
      return output;
    };
    expect(await refused('credit-ratings')).toBe(`There is a folder ${FOLDER} already.\n`);
    expect(await refused()).toContain('Say what the resource is called');
    expect(await refused('CreditRatings')).toContain('"CreditRatings" is no kebab-case name');
    expect(await refused('../ratings')).toContain('"../ratings" is no kebab-case name');
    expect(await refused('market-listings')).toContain('The resource market_listings is there already');
    expect(await refused('imports')).toContain('The path /imports is served already');
    expect(await refused('robots')).toContain('There is a table robots already');
    expect(await refused('sheep')).toContain('"sheep" does not look like a plural');
  });

  describe('in an app on a fresh database', () => {
    let database: TestDatabase;
    let app: AppProcess;
    let client: WorkspaceClient;
    let url: string;

    beforeAll(async () => {
      database = await createTestDatabase();
      const redis = createTestRedis();
      const { token } = createToken();
      const environment = {
        DATABASE_URL: database.url,
        REDIS_URL: redis.url,
        REDIS_PREFIX: redis.prefix,
        DATA_DIR: join(copy.folder, 'data'),
        BOOTSTRAP_TOKEN: token,
      };
      app = spawnApp(environment, join(copy.folder, 'src/main.ts'));
      url = await waitUntilUp(app);
      client = new WorkspaceClient({ url }, token, 'default');
    });
    afterAll(async () => {
      app.child.kill('SIGTERM');
      await app.ended;
      await database.drop();
    });

    it('is imported', async () => {
      const upload = { file: CSV, resource_type: 'credit_ratings' };
      expect(await client.import(upload)).toMatchObject({
        status: 'completed',
        created_count: 3,
        errors: [],
      });
      expect(await client.import(upload)).toMatchObject({ status: 'completed', unchanged_count: 3 });
      const wrong = { ...upload, file: CSV.replace('High grade', '') };
      expect((await client.import(wrong)).errors).toMatchObject([
        { row: 1, column: 'name', code: 'required' },
      ]);
    });

    it('is read, filtered and edited', async () => {
      const filter = {
        and: [
          { field: 'name', op: 'like', value: 'GRADE' },
          { field: 'description', op: 'is_null', value: true },
        ],
      };
      const page = await client.post<{ data: object[] }>('/credit-ratings/filter', { filter });
      expect(page.data).toMatchObject([{ identifier: 'aa+', name: 'High grade', description: null }]);
      const made = await client.post('/credit-ratings', { identifier: 'd', name: 'In default' });
      expect(made).toMatchObject({ identifier: 'd', archived_at: null });
      await client.request('DELETE', '/credit-ratings/d');
      expect(await client.post('/credit-ratings/count', {})).toEqual({ count: 3 });
    });

    it('is exported as it was imported', async () => {
      const { job, file } = await client.export({ object_type: 'credit_ratings', format: 'csv' });
      expect(job).toMatchObject({ row_count: 3 });
      expect(file.toString()).toBe(CSV);
    });

    it('is in the documentation of the API', async () => {
      const openapi = (await (await fetch(`${url}/openapi.json`)).json()) as {
        paths: Record<string, object>;
      };
      expect(Object.keys(openapi.paths)).toEqual(
        expect.arrayContaining(['/v1/workspaces/{workspaceId}/credit-ratings/{id}/restore']),
      );
    });
  });

  it('passes the contract of resources as it is', async () => {
    const { code, output } = await copy.node(
      'node_modules/jest/bin/jest.js',
      ...['--selectProjects', 'slow', '--testPathPatterns', 'test/resource-contract'],
      ...['--testNamePattern', 'The contract of credit_ratings '],
    );
    expect(code === 0 ? '' : output).toBe('');
    expect(output).toMatch(/^Tests: .*\b[2-9]\d passed/m);
  });
});
