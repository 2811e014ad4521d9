import { COMPRESSIONS, type Compression } from '../src/formats/compression';
import { FILE_FORMATS, type FileFormat } from '../src/formats/format';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(600_000);

/** Every request for an export that differs in its file: options × formats. */
interface Wanted {
  readonly format: FileFormat;
  readonly compression: Compression | null;
  readonly spreadsheet_safe: boolean;
  readonly bom: boolean;
  readonly include_archived: boolean;
}

const BOTH = [false, true];
const ENDINGS = { gzip: '.gz', zip: '.zip', zstd: '.zst' } as const;
const WANTED: Wanted[] = FILE_FORMATS.flatMap((format) =>
  [null, ...COMPRESSIONS].flatMap((compression) =>
    BOTH.flatMap((spreadsheet_safe) =>
      BOTH.flatMap((bom) =>
        BOTH.map((include_archived) => ({ format, compression, spreadsheet_safe, bom, include_archived })),
      ),
    ),
  ),
);

/** Values that a spreadsheet or a reader of CSV would change: formulas, quotes, lines, blanks, leading zeros. */
const NAMES = [
  '=1+2',
  '-5',
  "'quoted",
  '"double", and comma',
  'two\nlines',
  ' blanks ',
  '+7',
  '@x',
  '007',
  'Ünïcode 😀',
];
const MANY = 25;

const instrument = (at: number) => ({
  identifier: `i,${at}`,
  name: NAMES[at % NAMES.length],
  type_id: 'equity',
  field_values: { isin: at % 3 === 0 ? null : `=${at}`, weight: `${at}.10` },
  extras: { note: NAMES[(at + 3) % NAMES.length] },
});

const nameOf = ({ format, compression }: Wanted): string =>
  `export.${format}${compression === null ? '' : ENDINGS[compression]}`;

describe('What an export writes, an import takes', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startTestApp({ REQUESTS_PER_SECOND: '100000' })));
  afterAll(() => app.stop());

  async function workspaceOf(count: number): Promise<WorkspaceClient> {
    const client = await WorkspaceClient.create(app, `rows-${count}`);
    const fields = [{ field_key: 'isin' }, { field_key: 'weight', data_type: 'number' }];
    await client.post('/instrument-types', { identifier: 'equity', name: 'Equity', fields });
    for (let at = 0; at < count; at++) await client.post('/instruments', instrument(at));
    if (count > 1) await client.request('DELETE', `/instruments/${encodeURIComponent('i,1')}`);
    return client;
  }

  it.each([0, 1, MANY])('with all options and in every format: %s records', async (count) => {
    const client = await workspaceOf(count);
    const archived = count > 1 ? 1 : 0;
    for (const wanted of WANTED) {
      const { job, file } = await client.export({ object_type: 'instruments', ...wanted });
      expect({ wanted, rows: job.row_count, bom: job.bom }).toEqual({
        wanted,
        rows: wanted.include_archived ? count : count - archived,
        bom: wanted.bom,
      });
      const { spreadsheet_safe } = wanted;
      const resource_type = 'instruments';
      const taken = await client.import({ file, name: nameOf(wanted), resource_type, spreadsheet_safe });
      expect({ wanted, ...taken }).toMatchObject({
        wanted,
        status: 'completed',
        row_count: job.row_count,
        unchanged_count: job.row_count,
        failed_count: 0,
        error_count: 0,
        warning_count: 0,
      });
      const again = await client.export({ object_type: 'instruments', ...wanted });
      expect({ wanted, same: again.file.equals(file) }).toEqual({ wanted, same: true });
    }
  });

  it('begins a CSV file with the mark, and no other', async () => {
    const client = await WorkspaceClient.create(app, 'marks');
    for (const format of FILE_FORMATS) {
      const { file } = await client.export({ object_type: 'instruments', format, bom: true });
      expect([format, file.subarray(0, 3).toString('hex') === 'efbbbf']).toEqual([format, format === 'csv']);
    }
  });

  it('takes an empty file of NDJSON by its name or its format, and no empty file that could be another', async () => {
    const client = await WorkspaceClient.create(app, 'nothing');
    const empty = { file: '', resource_type: 'instruments' };
    for (const upload of [
      { ...empty, name: 'a.ndjson' },
      { ...empty, name: 'a', format: 'ndjson' },
    ]) {
      expect(await client.import(upload)).toMatchObject({
        status: 'completed',
        row_count: 0,
        format: 'ndjson',
      });
    }
    await expect(client.import({ ...empty, name: 'a.csv' })).rejects.toThrow(/file_empty/);
  });
});
