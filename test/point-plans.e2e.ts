import type { Database } from '../src/database/database';
import { inWorkspace } from '../src/database/work-context';
import { planExport } from '../src/exports/pipeline/plan-export';
import type { JsonObject, JsonValue } from '../src/formats/json/json-value';
import { RecordReader } from '../src/records/record-reader';
import { compositeValueItems } from '../src/resources/composite-time-series/composite-value-items.resource';
import { explain, RecordingSql, type SentStatement } from './support/explain';
import { ImportHarness } from './support/import-harness';
import { fillWithPoints } from './support/many-points';

jest.setTimeout(180_000);

const LIMIT = 50;
const PLAIN = { includeArchived: false, compression: null, spreadsheetSafe: false, bom: false } as const;

/** The statements are those that the service really sends, on more than a million points. */
describe('Plans of requests over points', () => {
  let harness: ImportHarness;
  let recorded: RecordingSql;
  let reader: RecordReader;
  beforeAll(async () => {
    harness = await ImportHarness.start();
    await fillWithPoints(harness);
    recorded = new RecordingSql(harness.inside);
    reader = new RecordReader(recorded as unknown as Database, harness.registry, harness.types);
  });
  afterAll(() => harness.stop());

  const condition = (field: string, op: string, value: JsonValue): JsonObject => ({ field, op, value });
  const list = async (resource: string, query: Record<string, string>) =>
    reader.list(harness.registry.get(resource), harness.workspaceId, query);
  const filter = async (resource: string, body: JsonObject) =>
    reader.filter(harness.registry.get(resource), harness.workspaceId, body);
  const count = async (resource: string, body: JsonObject) =>
    (await reader.count(harness.registry.get(resource), harness.workspaceId, body)).count;

  /** What `work` sends that is about `table`. */
  async function sentBy(table: string, work: () => Promise<unknown>): Promise<SentStatement[]> {
    recorded.sent.length = 0;
    await work();
    return recorded.sent.filter(({ text }) => text.includes(`"${table}" r`));
  }

  /**
   * Runs the statements again, each of which must use an index of `table`, and returns the points
   * they read there.
   */
  async function readThroughIndex(table: string, sent: readonly SentStatement[]): Promise<number> {
    expect(sent.length).toBeGreaterThan(0);
    let rows = 0;
    for (const { text, params } of sent) {
      const nodes = await explain(harness.inside, text, params);
      const scans = nodes.filter((node) => node['Relation Name'] === table);
      expect(scans.map((node) => node['Node Type'])).not.toContain('Seq Scan');
      expect(scans).not.toEqual([]);
      for (const scan of scans) rows += (scan['Actual Rows'] ?? 0) * (scan['Actual Loops'] ?? 0);
    }
    return Math.round(rows);
  }

  const RESOURCES = [
    ['time_series_values', 'i0500', 'close', '2021-01-01', '2021-02-01'],
    ['composite_time_series_values', 'i1105', 'bar', '2001-01-01', '2001-02-01'],
  ] as const;

  describe.each(RESOURCES)('%s', (table, instrument_id, type_id, from, to) => {
    const mostOfAPage = 2 * (LIMIT + 1);

    it('read no more than a page for the first page of everything', async () => {
      const sent = await sentBy(table, () => list(table, {}));
      expect(await readThroughIndex(table, sent)).toBeLessThanOrEqual(mostOfAPage);
    });

    it('read no more than a page however deep the cursor is', async () => {
      const { meta } = await filter(table, {
        filter: condition('instrument_id', 'eq', instrument_id),
        limit: 199,
      });
      const sent = await sentBy(table, () => list(table, { after: meta.next_cursor ?? '' }));
      expect(await readThroughIndex(table, sent)).toBeLessThanOrEqual(mostOfAPage);
    });

    it.each([
      ['an instrument', { instrument_id }],
      ['an instrument and a type', { instrument_id, type_id }],
      ['an instrument, a type and a period', { instrument_id, type_id, from, to }],
      ['a period of all', { from, to }],
    ])('read no more than a page for the list of %s', async (_, query) => {
      const sent = await sentBy(table, async () => {
        const { data } = await list(table, query);
        expect(data.length).toBeGreaterThan(0);
      });
      expect(await readThroughIndex(table, sent)).toBeLessThanOrEqual(16 * (LIMIT + 1));
    });

    it('read no more than a page for a filter of an instrument and a period', async () => {
      const body = {
        filter: {
          and: [
            condition('instrument_id', 'eq', instrument_id),
            condition('timestamp', 'gte', from),
            condition('timestamp', 'lt', '2021-12-31'),
          ],
        },
      };
      const sent = await sentBy(table, () => filter(table, body));
      expect(await readThroughIndex(table, sent)).toBeLessThanOrEqual(LIMIT + 1);
    });

    it('read one instrument for its latest points', async () => {
      const body = {
        filter: condition('instrument_id', 'eq', instrument_id),
        sort: [{ field: 'timestamp', direction: 'desc' }],
        limit: 1,
      };
      const sent = await sentBy(table, () => filter(table, body));
      expect(await readThroughIndex(table, sent)).toBeLessThanOrEqual(5_000);
    });

    it('read the points named and no others', async () => {
      const { data } = await list(table, { instrument_id, limit: '5' });
      const ids = data.map(({ id }) => String(id));
      const byList = await sentBy(table, () => list(table, { ids: ids.join(',') }));
      expect(await readThroughIndex(table, byList)).toBe(5);
      const byFilter = await sentBy(table, () => filter(table, { filter: condition('id', 'in', ids) }));
      expect(await readThroughIndex(table, byFilter)).toBe(5);
      const one = await sentBy(table, () =>
        reader.get(harness.registry.get(table), harness.workspaceId, ids[0] ?? ''),
      );
      expect(await readThroughIndex(table, one)).toBe(1);
    });

    it('count one instrument by reading it alone', async () => {
      const body = { filter: condition('instrument_id', 'eq', instrument_id) };
      const number = await count(table, body);
      const sent = await sentBy(table, () => count(table, body));
      expect(await readThroughIndex(table, sent)).toBe(number);
      expect(number).toBeGreaterThanOrEqual(1_000);
    });

    it('export one instrument by reading it alone', async () => {
      const order = {
        objectType: table,
        format: 'csv',
        filter: condition('instrument_id', 'eq', instrument_id),
        ...PLAIN,
      } as const;
      let copied = '';
      const sent = await sentBy(table, async () => {
        const { copy } = await planExport(
          recorded,
          harness.registry,
          harness.types,
          harness.workspaceId,
          order,
        );
        copied = /^COPY \(([^]*)\) TO STDOUT/.exec(copy)?.[1] ?? '';
      });
      const records = await count(table, { filter: order.filter });
      const looks = sent.filter(({ text }) => text.includes('AS type')); // only where there are custom fields
      expect(looks).toHaveLength(harness.registry.get(table).customFields ? 1 : 0);
      for (const look of looks) expect(await readThroughIndex(table, [look])).toBe(1); // the first of the series
      expect(await readThroughIndex(table, [{ text: copied, params: [] }])).toBe(records);
    });
  });

  it('export everything series by series, and sort no more than one at once', async () => {
    const table = 'time_series_values';
    await harness.database.query(`CLUSTER ${table} USING ${table}_pkey`); // as files leave it behind
    await harness.database.query(`ANALYZE ${table}`);
    const order = { objectType: table, format: 'csv', filter: null, ...PLAIN } as const;
    const nodes = await inWorkspace(harness.workspaceId, () =>
      harness.app.session('point-plans', (session) =>
        session.transaction('REPEATABLE READ READ ONLY', async (tx) => {
          const { copy } = await planExport(tx, harness.registry, harness.types, harness.workspaceId, order);
          return explain(tx, /^COPY \(([^]*)\) TO STDOUT/.exec(copy)?.[1] ?? '');
        }),
      ),
    );
    expect(nodes.map((node) => node['Node Type'])).toContain('Incremental Sort');
    const sorted = nodes
      .filter((node) => node['Node Type'] === 'Sort')
      .map((node) => node['Actual Rows'] ?? 0);
    expect(Math.max(...sorted)).toBeLessThanOrEqual(2_000); // the series, not their points
    expect(nodes[0]?.['Actual Rows']).toBeGreaterThan(1_000_000);
  });

  it('read only the values whose items are on the page', async () => {
    const table = 'composite_time_series_values';
    const reads = async (work: () => Promise<unknown>): Promise<number> => {
      recorded.sent.length = 0;
      await work();
      return readThroughIndex(
        table,
        recorded.sent.filter(({ text }) => text.includes('"composite_time_series_value_items" r')),
      );
    };
    const { workspaceId } = harness;
    const first = await reader.list(compositeValueItems, workspaceId, {});
    expect(await reads(() => reader.list(compositeValueItems, workspaceId, {}))).toBeLessThan(LIMIT);
    const after = first.meta.next_cursor ?? '';
    expect(await reads(() => reader.list(compositeValueItems, workspaceId, { after }))).toBeLessThan(LIMIT);
    const [{ id, value_id: value } = {}] = first.data;
    expect(await reads(() => reader.get(compositeValueItems, workspaceId, String(id)))).toBe(1);
    const named = { value_id: String(value) };
    expect(await reads(() => reader.list(compositeValueItems, workspaceId, named))).toBeLessThanOrEqual(4);
    const ids = first.data.map((item) => String(item['id'])).join(',');
    expect(await reads(() => reader.list(compositeValueItems, workspaceId, { ids }))).toBe(LIMIT);
  });

  it('a walk over all pages meets every point once, in the order of the natural key', async () => {
    const table = 'time_series_values';
    const body = {
      filter: { and: [condition('type_id', 'eq', 'close'), condition('value', 'in', [3, 500, 501, 999])] },
      limit: 200,
    };
    const met: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await filter(table, { ...body, after });
      met.push(...page.data.map(({ id }) => String(id)));
      after = page.meta.next_cursor;
      if (after === null) break;
    }
    expect(met).toHaveLength(4_000);
    const rows = await harness.database.query<{ id: string }>(
      `SELECT almagest_point_id(v.series_id, v.timestamp) AS id FROM time_series_values v
       JOIN instrument_series t ON t.id = v.series_id JOIN series s ON s.id = t.type_id JOIN instruments i ON i.id = t.instrument_id
       WHERE t.workspace_id = $1 AND s.identifier = 'close' AND v.value IN (3, 500, 501, 999)
       ORDER BY i.identifier, s.identifier, v.timestamp`,
      [harness.workspaceId],
    );
    expect(met).toEqual(rows.map(({ id }) => id));
  });
});
