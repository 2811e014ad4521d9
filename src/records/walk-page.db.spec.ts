import type { JsonObject, JsonValue } from '../formats/json/json-value';
import { ImportHarness } from '../../test/support/import-harness';
import { RecordReader } from './record-reader';

jest.setTimeout(60_000);

describe('Pages of points', () => {
  let harness: ImportHarness;
  let reader: RecordReader;
  beforeAll(async () => {
    harness = await ImportHarness.start();
    reader = new RecordReader(harness.database, harness.registry, harness.types);
    const { database, workspaceId } = harness;
    const type = await harness.addType('equity');
    for (const series of ['a', 'b', 'c']) await harness.addSeries(series);
    await database.query(
      `INSERT INTO instruments (workspace_id, identifier, name, type_id)
       SELECT $1, format('i%s', lpad(n::text, 2, '0')), 'x', $2 FROM generate_series(0, 39) n`,
      [workspaceId, type],
    );
    await database.query(
      `INSERT INTO instrument_series (workspace_id, instrument_id, type_id)
       SELECT i.workspace_id, i.id, s.id FROM instruments i JOIN series s ON s.workspace_id = i.workspace_id
       ORDER BY md5(i.identifier || s.identifier)`,
    );
    // From none to six points a series, some of them archived.
    await database.query(
      `INSERT INTO time_series_values (series_id, "timestamp", value, archived_at)
       SELECT t.id, timestamptz '2026-01-01Z' + n * interval '1 day', t.id % 3, CASE WHEN (t.id + n) % 5 = 0 THEN now() END
       FROM instrument_series t, generate_series(1, t.id % 7) n`,
    );
  });
  afterAll(() => harness.stop());

  const values = () => harness.registry.get('time_series_values');

  /** The ids that SQL itself selects, in the order of the natural key. */
  async function idsOf(condition: string): Promise<string[]> {
    const rows = await harness.database.query<{ id: string }>(
      `SELECT almagest_point_id(v.series_id, v.timestamp) AS id
       FROM time_series_values v JOIN instrument_series t ON t.id = v.series_id
       JOIN series s ON s.id = t.type_id JOIN instruments i ON i.id = t.instrument_id
       WHERE ${condition} ORDER BY i.identifier, s.identifier, v.timestamp`,
    );
    return rows.map(({ id }) => id);
  }

  /** The ids on all pages of a filter, one page after the other. */
  async function walk(
    filter: JsonObject,
    limit: number,
    between?: () => Promise<unknown>,
  ): Promise<string[]> {
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await reader.filter(values(), harness.workspaceId, { filter, limit, after });
      expect(page.data.length).toBeLessThanOrEqual(limit);
      ids.push(...page.data.map(({ id }) => String(id)));
      after = page.meta.next_cursor;
      if (after === null) return ids;
      await between?.();
    }
  }

  const is = (field: string, value: JsonValue): JsonObject => ({ field, op: 'eq', value });

  it.each([1, 2, 3, 7, 50, 200])('hold every active point once and in order, %i a page', async (limit) => {
    expect(await walk({}, limit)).toEqual(await idsOf('v.archived_at IS NULL'));
  });

  it.each<[string, JsonObject, string]>([
    ['a series', is('type_id', 'b'), `s.identifier = 'b' AND v.archived_at IS NULL`],
    [
      'a series or a value, which the series alone does not decide',
      { or: [is('type_id', 'b'), is('value', 2)] },
      `(s.identifier = 'b' OR v.value = 2) AND v.archived_at IS NULL`,
    ],
    [
      'either of two instruments',
      { or: [is('instrument_id', 'i03'), is('instrument_id', 'i07')], and: [is('type_id', 'a')] },
      `i.identifier IN ('i03', 'i07') AND s.identifier = 'a' AND v.archived_at IS NULL`,
    ],
    ['archived points', { field: 'archived_at', op: 'is_null', value: false }, 'v.archived_at IS NOT NULL'],
    ['no instrument that exists', is('instrument_id', 'nope'), 'false'],
    ['nothing at all', { or: [] }, 'false'],
  ])('hold what a filter by %s selects', async (_, filter, condition) => {
    for (const limit of [3, 200]) expect(await walk(filter, limit)).toEqual(await idsOf(condition));
  });

  it('lose and repeat nothing when the point, or the series, at the position of the cursor is removed', async () => {
    const { database, workspaceId } = harness;
    const before = await idsOf('v.archived_at IS NULL');
    const first = await reader.list(values(), workspaceId, { limit: '10' });
    const last = first.data.at(-1);
    await database.query(
      `DELETE FROM time_series_values v WHERE almagest_point_id(v.series_id, v.timestamp) = $1::uuid`,
      [String(last?.['id'])],
    );
    const rest = async (): Promise<string[]> => {
      const query = { limit: '200', after: first.meta.next_cursor ?? '' };
      return (await reader.list(values(), workspaceId, query)).data.map(({ id }) => String(id));
    };
    expect(await rest()).toEqual(before.slice(10, 210));
    const instrument = String(last?.['instrument_id']);
    await database.query(`DELETE FROM instruments WHERE id = $1::uuid`, [instrument]);
    const gone = new Set(first.data.map(({ id }) => String(id)));
    const left = (await idsOf('v.archived_at IS NULL')).filter((id) => !gone.has(id));
    expect(await rest()).toEqual(left.slice(0, 200));
  });

  it('refuse a cursor that is none of theirs', async () => {
    const { workspaceId } = harness;
    const sorted = await reader.filter(values(), workspaceId, { sort: [{ field: 'value' }], limit: 1 });
    for (const after of ['x', sorted.meta.next_cursor ?? '']) {
      await expect(reader.list(values(), workspaceId, { after })).rejects.toMatchObject({
        code: 'invalid_cursor',
      });
    }
  });
});
