import { randomUUID } from 'node:crypto';
import { ResourceRegistry } from '../src/catalog/registry';
import { quote } from '../src/catalog/sql/sql-text';
import { sqlState } from '../src/database/transient-error';
import { RESOURCES } from '../src/resources/resources.module';
import { fillWorkspace } from './support/fill-workspace';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(120_000);

const FOREIGN_KEY = '23503';
/** The period of the other workspace's record may be in the way before its foreign key is. */
const REFUSED = /^(23503|23P01)$/;

/** A column that refers to records of `target`. */
interface StoredReference {
  readonly what: string;
  readonly table: string;
  readonly column: string;
  readonly target: string;
  /** Type of the id of the table's rows. */
  readonly idType: 'bigint' | 'uuid';
  /**
   * The column that must be another one in a second row; null when the reference is in the key
   * itself.
   */
  readonly key: string | null;
}

/**
 * Every reference of every resource, where it is stored, and the types that custom fields belong
 * to.
 */
const REFERENCES: readonly StoredReference[] = RESOURCES.flatMap((resource) => {
  const { name: of, table, parentKey, fieldsTable, identifiedBy } = resource;
  const stored = [...resource.fields].flatMap(([name, { target }]): StoredReference[] => {
    if (target === null) return [];
    const what = `${of}.${name}`;
    if (parentKey?.fields.includes(name)) {
      return [{ what, table: parentKey.table, column: name, target, idType: parentKey.pgType, key: null }];
    }
    const column = name === parentKey?.directField ? parentKey.column : name;
    return [{ what, table, column, target, idType: 'uuid', key: identifiedBy }];
  });
  const fields: StoredReference[] =
    fieldsTable === null
      ? []
      : [{ what: fieldsTable, table: fieldsTable, column: 'type_id', target: of, idType: 'uuid', key: null }];
  return [...stored, ...fields];
});

describe('Two workspaces in one database', () => {
  let app: TestApp;
  const ids: string[] = [];
  beforeAll(async () => {
    app = await startTestApp();
    for (const slug of ['here', 'elsewhere']) {
      const client = await WorkspaceClient.create(app, slug);
      await fillWorkspace(app, client);
      ids.push((await client.get<{ id: string }>('')).id);
    }
  });
  afterAll(() => app.stop());

  it('know every reference: those of instruments, series, points, markets and what hangs on them', () => {
    const tables = new Set(REFERENCES.map(({ table }) => table));
    expect([...tables].sort()).toEqual([
      'instrument_series',
      'instrument_type_fields',
      'instruments',
      'market_calendars',
      'market_listing_suspensions',
      'market_listings',
      'market_type_fields',
      'markets',
      'series_fields',
    ]);
  });

  it.each(REFERENCES.map((reference) => [reference.what, reference] as const))(
    'never meet in %s: the database itself refuses the row',
    async (_, { table, column, target, idType, key }) => {
      const [here = '', elsewhere = ''] = ids;
      const targetTable = app.app.get(ResourceRegistry).get(target).table;
      const [own] = await app.database.query<{ id: string }>(
        `SELECT ${quote(column)} AS id FROM ${quote(table)} WHERE workspace_id = $1 LIMIT 1`,
        [here],
      );
      const [foreign] = await app.database.query<{ id: string }>(
        `SELECT id FROM ${quote(targetTable)} WHERE workspace_id = $1 LIMIT 1`,
        [elsewhere],
      );
      expect(own?.id).toBeDefined();
      expect(foreign?.id).toBeDefined();
      // Archived, so that no period of the other workspace is in the way before the reference is.
      const archived_at = '2026-01-01T00:00:00Z';
      const copy = { [column]: foreign?.id, archived_at, ...(key !== null && { [key]: randomUUID() }) };
      const newId =
        idType === 'bigint' ? '(SELECT max(id) + 1000 FROM instrument_series)' : 'gen_random_uuid()';
      const insert = app.database.query(
        `INSERT INTO ${quote(table)} SELECT (jsonb_populate_record(NULL::${quote(table)},
           to_jsonb(r) || $2::jsonb || jsonb_build_object('id', ${newId}))).*
         FROM ${quote(table)} r WHERE workspace_id = $1 LIMIT 1`,
        [here, JSON.stringify(copy)],
      );
      expect(await insert.then(() => 'taken', sqlState)).toBe(FOREIGN_KEY);
      const update = app.database.query(
        `UPDATE ${quote(table)} SET ${quote(column)} = $2
         WHERE ctid = (SELECT ctid FROM ${quote(table)} WHERE workspace_id = $1 LIMIT 1)`,
        [here, foreign?.id ?? ''],
      );
      expect(await update.then(() => 'taken', sqlState)).toMatch(REFUSED);
    },
  );

  it('own a point by its row of instrument_series alone: there is nothing that could say otherwise', async () => {
    const points = RESOURCES.filter(({ packedId }) => packedId !== null).map(({ table }) => table);
    expect(points).toHaveLength(2);
    const columns = await app.database.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_name = ANY ($1) AND (column_name = 'workspace_id' OR data_type = 'uuid')`,
      [points],
    );
    expect(columns).toEqual([]);
  });
});
