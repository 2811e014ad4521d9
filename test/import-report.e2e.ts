import { ImportsClient, type FormFields } from './support/imports-client';
import { startTestApp, type TestApp } from './support/test-app';
import type { ImportJobDto } from '../src/imports/import-job.dto';

jest.setTimeout(60_000);

/** docs/contract.md 2.3 and 2.6, over HTTP. */
describe('The report of an import and what the form asks of it', () => {
  let app: TestApp;
  let imports: ImportsClient;
  beforeAll(async () => {
    app = await startTestApp();
    imports = new ImportsClient(app);
    await imports.addType('equity');
  });
  afterAll(() => app.stop());

  const send = (fields: FormFields, ...rows: string[]): Promise<ImportJobDto> =>
    imports.import(['identifier,name,type_id', ...rows, ''].join('\n'), {
      resource_type: 'instruments',
      ...fields,
    });

  it('skips repeats, and shows the option in the job', async () => {
    const job = await send({ on_duplicate: 'identical' }, 'a,A,equity', 'a,A,equity', 'b,B,equity');
    expect(job).toMatchObject({
      status: 'completed',
      on_duplicate: 'identical',
      created_count: 2,
      skipped_count: 1,
      row_count: 3,
      warning_count: 0,
      error_summary: [],
    });
  });

  it('leaves out rows within max_errors, and hands them out as rejected rows', async () => {
    const job = await send({ max_errors: '50%' }, 'c,C,equity', 'd,,equity');
    expect(job).toMatchObject({ status: 'completed', created_count: 1, failed_count: 1, max_errors: '50%' });
    expect(job.error_summary).toMatchObject([{ code: 'required', column: 'name', count: 1, first_row: 2 }]);
    const rejected = await imports.download(`/${job.id}/rejected-rows`);
    expect([rejected.status, rejected.text.split('\n')[1]]).toEqual([
      200,
      expect.stringContaining('d,,equity'),
    ]);
  });

  it('refuses max_errors where it would do nothing, and values of another form', async () => {
    const form = { resource_type: 'instruments', on_error: 'continue', max_errors: '5' };
    const { body } = await imports.post('identifier\n', form).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/max_errors' }]);
    for (const fields of [
      { max_errors: '101%' },
      { on_duplicate: 'all' },
      { archived: 'maybe' },
    ] as FormFields[]) {
      const [name = ''] = Object.keys(fields);
      const refused = await imports
        .post('identifier\n', { resource_type: 'instruments', ...fields })
        .expect(400);
      expect(refused.body.errors).toMatchObject([{ pointer: `/${name}` }]);
    }
  });
});
