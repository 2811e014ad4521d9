import type { FileFormat } from '../src/formats/format';
import type { ImportJobDto } from '../src/imports/import-job.dto';
import { BIG_LIST, NAUGHTY } from './fixtures/naughty-strings';
import { readCsv, writeCsvRecord } from './support/read-csv';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(180_000);

const FORMATS: readonly FileFormat[] = ['csv', 'json', 'ndjson'];
const HALF_PAIR = /\p{Surrogate}/u;

type Row = Record<string, string>;
/** What a row is reported with: its number and the code. */
type Report = [row: number, code: string];

/** A text field, and a row of its resource that holds a text in it. */
interface TextField {
  readonly name: string;
  readonly resource: string;
  readonly path: string;
  readonly column: string;
  readonly most: number;
  readonly required: boolean;
  readonly row: (index: number, text: string) => Row;
}

const key = (index: number): string => `n${String(index).padStart(4, '0')}`;
const day = (index: number): string => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);

const FIELDS: readonly TextField[] = [
  {
    name: 'the name of an instrument',
    resource: 'instruments',
    path: '/instruments',
    column: 'name',
    most: 1_000,
    required: true,
    row: (index, text) => ({ identifier: key(index), name: text, type_id: 'any' }),
  },
  {
    name: 'a custom field of a market',
    resource: 'markets',
    path: '/markets',
    column: 'note',
    most: Infinity,
    required: false,
    row: (index, text) => ({ identifier: key(index), name: 'N', type_id: 'any', note: text }),
  },
  {
    name: 'the local code of a listing',
    resource: 'market_listings',
    path: '/market-listings',
    column: 'local_code',
    most: 64,
    required: false,
    row: (index, text) => ({ instrument_id: `i${key(index)}`, market_id: 'the-market', local_code: text }),
  },
  {
    name: 'the reason of a suspension',
    resource: 'market_listing_suspensions',
    path: '/market-listing-suspensions',
    column: 'reason',
    most: 1_000,
    required: false,
    row: (index, text) => ({
      instrument_id: 'i',
      market_id: 'the-market',
      suspended_from: day(2 * index),
      suspended_until: day(2 * index + 1),
      reason: text,
    }),
  },
];

/** Characters that no one sees: they are in no identifier, and do not make a required text. */
const FORMAT = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const UNSEEN = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** Why a text cannot be in a field; null when it can, and then it must come back as it is. */
function issueOf(text: string, { most, required }: Pick<TextField, 'most' | 'required'>): string | null {
  if (text.includes('\0')) return 'nul_character';
  if (HALF_PAIR.test(text)) return 'invalid_unicode';
  if (Array.from(text).length > most) return 'value_too_long';
  const isUnseen = Array.from(text).every((letter) => UNSEEN.test(letter));
  return required && isUnseen ? 'required' : null;
}

/** Why a text cannot be an identifier. */
function identifierIssueOf(text: string): string | null {
  const issue = text === '' ? 'required' : issueOf(text, { most: 255, required: false });
  if (issue !== null) return issue;
  const hasControl = Array.from(text).some((letter) => /\p{Cc}/u.test(letter) || FORMAT.test(letter));
  const isUuid =
    text.length === 36 &&
    text
      .split('-')
      .map((part) => part.length)
      .join() === '8,4,4,4,12';
  return hasControl || isUuid || text.trim() !== text || text.normalize('NFC') !== text
    ? 'invalid_value'
    : null;
}

function fileOf(format: FileFormat, rows: readonly Row[]): string {
  if (format === 'csv') {
    const columns = Object.keys(rows[0] ?? {});
    return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
      .map(writeCsvRecord)
      .join('');
  }
  const records = rows.map((row) => JSON.stringify(row));
  return format === 'json' ? `[${records.join(',')}]` : records.map((record) => `${record}\n`).join('');
}

describe('Naughty strings', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ RATE_PER_SECOND: '1000000' });
  });
  afterAll(() => app.stop());

  /** A workspace with the types, an instrument for each string, and one listing to suspend. */
  async function workspace(slug: string): Promise<WorkspaceClient> {
    const client = await WorkspaceClient.create(app, slug);
    const fields = [{ field_key: 'note' }];
    await client.post('/instrument-types', { identifier: 'any', name: 'Any', fields });
    await client.post('/market-types', { identifier: 'any', name: 'Any', fields });
    return client;
  }

  /** What listings and suspensions refer to. */
  async function addParents(client: WorkspaceClient): Promise<void> {
    await client.post('/markets', { identifier: 'the-market', name: 'M', type_id: 'any' });
    const rows = ['i', ...NAUGHTY.map((_, index) => `i${key(index)}`)];
    const file = `identifier,name,type_id\n${rows.map((row) => `${row},I,any\n`).join('')}`;
    const job = await client.import({ file, resource_type: 'instruments' });
    expect(job.status).toBe('completed');
    await client.post('/market-listings', { instrument_id: 'i', market_id: 'the-market' });
  }

  async function reportOf(client: WorkspaceClient, job: ImportJobDto): Promise<Report[]> {
    const { data } = await client.get<{ data: { row: number; code: string }[] }>(
      `/imports/${job.id}/errors?limit=200`,
    );
    return data.map(({ row, code }) => [row, code]);
  }

  async function all(client: WorkspaceClient, path: string): Promise<Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = [];
    for (let after = ''; ;) {
      const page = await client.get<{
        data: Record<string, unknown>[];
        meta: { next_cursor: string | null };
      }>(`${path}?limit=200${after}`);
      found.push(...page.data);
      if (page.meta.next_cursor === null) return found;
      after = `&after=${encodeURIComponent(page.meta.next_cursor)}`;
    }
  }

  const valueOf = (record: Record<string, unknown>, column: string): unknown =>
    column === 'note'
      ? (record['field_values'] as Record<string, unknown> | undefined)?.[column]
      : record[column];

  /** The texts that a file of an export holds in a column. */
  function exportedTexts(format: FileFormat, file: string, column: string): unknown[] {
    if (format === 'csv') {
      const [header = [], ...rows] = readCsv(file);
      return rows.map((cells) => cells[header.indexOf(column)] || null);
    }
    const records = (
      format === 'json'
        ? JSON.parse(file)
        : file
            .trimEnd()
            .split('\n')
            .map((line): unknown => JSON.parse(line))
    ) as Record<string, unknown>[];
    return records.map((record) => valueOf(record, column) ?? null);
  }

  it('are more than five hundred', () => {
    expect(BIG_LIST.length).toBeGreaterThan(480);
    expect(NAUGHTY.length).toBeGreaterThanOrEqual(550);
  });

  describe.each(FIELDS)('as $name', (field) => {
    it.each(FORMATS)(
      'are stored and come back as they were, or are refused with their code: %s',
      async (format) => {
        const client = await workspace(`${field.resource.replaceAll('_', '-')}-${format}`);
        if (field.resource.startsWith('market_')) await addParents(client);
        // No UTF-8 file holds half a pair; its bytes are tried below.
        const texts = NAUGHTY.filter((text) => format !== 'csv' || !HALF_PAIR.test(text));
        const file = fileOf(
          format,
          texts.map((text, index) => field.row(index, text)),
        );
        const upload = {
          file,
          name: `f.${format}`,
          resource_type: field.resource,
          on_error: 'continue',
        } as const;
        const job = await client.import(upload);
        const issues = texts.map((text) => issueOf(text, field));
        expect(job.status).toBe('completed');
        expect(await reportOf(client, job)).toEqual(
          issues.flatMap((code, index): Report[] => (code === null ? [] : [[index + 1, code]])),
        );
        const kept = texts
          .filter((_, index) => issues[index] === null)
          .map((text) => (text === '' ? null : text));
        const named = (await all(client, field.path)).filter(({ identifier }) => identifier !== 'the-market');
        const listed = named.map((record) => valueOf(record, field.column) ?? null);
        const own = field.resource === 'market_listings' ? [null, ...kept] : kept; // the listing to suspend comes first
        expect(listed).toEqual(own);

        for (const exported of FORMATS) {
          const { file: bytes } = await client.export({ object_type: field.resource, format: exported });
          expect(exportedTexts(exported, bytes.toString(), field.column)).toEqual(own);
          const again = await client.import({
            file: bytes,
            name: `f.${exported}`,
            resource_type: field.resource,
          });
          expect(again).toMatchObject({
            status: 'completed',
            row_count: own.length,
            unchanged_count: own.length,
          });
          const { file: after } = await client.export({ object_type: field.resource, format: exported });
          expect(after.equals(bytes)).toBe(true);
        }
      },
    );
  });

  it.each(FORMATS)('are identifiers when they may be: %s', async (format) => {
    const client = await workspace(`identifiers-${format}`);
    const texts = NAUGHTY.filter((text) => format !== 'csv' || !HALF_PAIR.test(text));
    const rows = texts.map((text) => ({ identifier: text, name: 'N', type_id: 'any' }));
    const job = await client.import({
      file: fileOf(format, rows),
      name: `f.${format}`,
      resource_type: 'instruments',
      on_error: 'continue',
    });
    const issues = texts.map(identifierIssueOf);
    expect(await reportOf(client, job)).toEqual(
      issues.flatMap((code, index): Report[] => (code === null ? [] : [[index + 1, code]])),
    );
    const kept = texts.filter((_, index) => issues[index] === null);
    const inOrder = [...kept].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect((await all(client, '/instruments')).map(({ identifier }) => identifier)).toEqual(inOrder);

    // A workspace that gets the export has the same export.
    const copy = await workspace(`copy-${format}`);
    const { file } = await client.export({ object_type: 'instruments', format });
    const copied = await copy.import({ file, name: `f.${format}`, resource_type: 'instruments' });
    expect(copied).toMatchObject({ status: 'completed', created_count: kept.length });
    expect((await copy.export({ object_type: 'instruments', format })).file.equals(file)).toBe(true);
  });

  it.each(FORMATS)('are kept in extras, as values and in keys: %s', async (format) => {
    const client = await workspace(`extras-${format}`);
    const texts = NAUGHTY.filter((text) => issueOf(text, { most: Infinity, required: false }) === null);
    const extras = texts.map((text) => JSON.stringify({ text, [`key ${text}`]: [text] }));
    const core = (index: number): Row => ({ identifier: key(index), name: 'N', type_id: 'any' });
    const file =
      format === 'csv'
        ? fileOf(
            'csv',
            extras.map((text, index) => ({ ...core(index), extras: text })),
          )
        : fileOf(
            format,
            texts.map((_, index) => core(index)),
          ).replaceAll(
            /"identifier":"n(\d+)"/g,
            (found, index) => `${found},"extras":${extras[Number(index)] ?? ''}`,
          );
    const job = await client.import({ file, name: `f.${format}`, resource_type: 'instruments' });
    expect(job).toMatchObject({ status: 'completed', created_count: texts.length });
    const listed = (await all(client, '/instruments')).map((record) => JSON.stringify(record['extras']));
    expect(listed).toEqual(extras);
    const { file: bytes } = await client.export({ object_type: 'instruments', format: 'csv' });
    const [header = [], ...rows] = readCsv(bytes.toString());
    expect(rows.map((cells) => cells[header.indexOf('extras')])).toEqual(extras);
  });

  it('are kept or refused in the bodies of requests', async () => {
    const client = await workspace('bodies');
    await client.post('/markets', { identifier: 'the-market', name: 'M', type_id: 'any' });
    const send = async (
      path: string,
      body: object,
    ): Promise<{ status: number; body: Record<string, unknown> }> => {
      const { status, body: answer } = await app.http
        .post(`/v1/workspaces/bodies${path}`)
        .set('Authorization', `Bearer ${app.token}`)
        .set('Content-Type', 'application/json')
        .send(JSON.stringify(body));
      return { status, body: answer as Record<string, unknown> };
    };
    for (const [index, text] of NAUGHTY.entries()) {
      const name = issueOf(text, { most: 1_000, required: true });
      const instrument = { identifier: key(index), name: text, type_id: 'any', field_values: { note: text } };
      const made = await send('/instruments', instrument);
      expect([text, made.status]).toEqual([text, name === null ? 201 : expect.any(Number)]);
      if (name === null) expect(made.body).toMatchObject({ name: text, field_values: { note: text } });
      else expect([400, 422]).toContain(made.status);

      const description = issueOf(text, { most: 1_000, required: false });
      const calendar = { market_id: 'the-market', date: day(index), is_open: true, description: text };
      const entry = await send('/market-calendars', calendar);
      if (description === null) {
        expect([text, entry.status, entry.body['description']]).toEqual([
          text,
          201,
          text === '' ? null : text,
        ]);
      } else expect([400, 422]).toContain(entry.status);
    }
    const { file } = await client.export({ object_type: 'market_calendars', format: 'json' });
    const kept = NAUGHTY.filter((text) => issueOf(text, { most: 1_000, required: false }) === null);
    expect(exportedTexts('json', file.toString(), 'description')).toEqual(kept.map((text) => text || null));
  });

  it('in bytes that are no UTF-8 end the file, and say where', async () => {
    const client = await workspace('bytes');
    for (const bytes of ['eda080', 'ff', 'c0af', 'f4908080', 'e9']) {
      const file = Buffer.concat([
        Buffer.from('identifier,name,type_id\na,'),
        Buffer.from(bytes, 'hex'),
        Buffer.from(',any\n'),
      ]);
      const job = await client.import({ file, resource_type: 'instruments', on_error: 'continue' });
      expect(job).toMatchObject({
        status: 'failed',
        created_count: 0,
        errors: [{ row: null, line: 2, code: 'invalid_utf8' }],
      });
    }
  });
});
