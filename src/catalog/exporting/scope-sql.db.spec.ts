import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import type { FileFormat } from '../../formats/format';
import { defineResource } from '../define-resource';
import { boolean, date, decimal, identifier, reference } from '../field';
import type { CustomField } from '../record-type';
import { ResourceRegistry } from '../registry';
import { SqlParams } from '../sql/sql-text';
import { linesSql } from './lines-sql';
import type { ExportLayout } from './export-scope';
import { occurringTypesSql } from './scope-sql';

const words = { describe: 'A field.', example: 'x' };
const shared = { noun: 'thing', entity: class {} };
const places = defineResource({
  ...shared,
  name: 'places',
  title: 'Places',
  table: 'places',
  naturalKey: ['identifier'],
  identifiedBy: 'identifier',
  fields: { identifier: identifier(words) },
});
const notes = defineResource({
  ...shared,
  name: 'notes',
  title: 'Notes',
  table: 'notes',
  naturalKey: ['identifier'],
  archivable: false,
  fields: { identifier: identifier(words) },
});
const days = defineResource({
  ...shared,
  name: 'days',
  title: 'Days',
  table: 'days',
  naturalKey: ['place_id', 'date'],
  fields: {
    place_id: reference('places', words),
    date: date(words),
    is_open: boolean(words),
    price: decimal(words),
    note_id: reference('notes', words),
  },
});

const kinds = defineResource({
  ...shared,
  name: 'kinds',
  title: 'Kinds',
  table: 'kinds',
  naturalKey: ['identifier'],
  identifiedBy: 'identifier',
  fieldsTable: 'kind_fields',
  fields: { identifier: identifier(words) },
});
const points = defineResource({
  ...shared,
  name: 'points',
  title: 'Points',
  table: 'points',
  naturalKey: ['place_id', 'kind_id', 'date'],
  fields: {
    place_id: reference('places', words),
    kind_id: reference('kinds', words),
    row_id: reference('places', words),
    date: date(words),
  },
  parentKey: {
    table: 'point_keys',
    column: 'key_id',
    pgType: 'uuid',
    fields: ['place_id', 'kind_id'],
    resource: null,
    directField: 'row_id',
  },
  customFields: { typeField: 'kind_id', column: 'items', key: 'items', form: 'list' },
});

const id = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const [W, OTHER] = [id('1'), id('2')] as const;

describe('The SQL of an export', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    const system = 'id uuid, workspace_id uuid, archived_at timestamptz';
    await client.query(`
      CREATE FUNCTION almagest_instant(timestamptz) RETURNS text LANGUAGE sql AS $$ SELECT 'archived' WHERE $1 IS NOT NULL $$;
      CREATE TABLE places (${system}, identifier text);
      CREATE TABLE notes (id uuid, workspace_id uuid, identifier text);
      CREATE TABLE days (${system}, place_id uuid, date date, is_open boolean, price numeric, note_id uuid);
      CREATE TABLE kinds (${system}, identifier text);
      CREATE TABLE point_keys (id uuid, workspace_id uuid, place_id uuid, kind_id uuid);
      CREATE TABLE points (${system}, key_id uuid, date date, items jsonb);
      INSERT INTO kinds VALUES ('${id('7')}', '${W}', now(), 'k'), ('${id('8')}', '${W}', NULL, 'empty');
      INSERT INTO point_keys VALUES
        ('${id('5')}', '${W}', '${id('5')}', '${id('7')}'), ('${id('9')}', '${W}', '${id('9')}', '${id('8')}'),
        ('${id('3')}', '${W}', '${id('3')}', '${id('7')}');
      INSERT INTO points VALUES
        (NULL, '${W}', NULL, '${id('5')}', '2026-01-01', '{"close":"1.10"}'),
        (NULL, '${W}', NULL, '${id('9')}', '2026-01-02', '{}'),
        (NULL, '${W}', NULL, '${id('3')}', '2026-01-03', '{}');
      INSERT INTO notes VALUES ('${id('c')}', '${W}', 'n');
      INSERT INTO places VALUES ('${id('9')}', '${W}', NULL, 'Z'), ('${id('5')}', '${W}', NULL, 'a'), ('${id('3')}', '${W}', now(), 'closed');
      INSERT INTO days VALUES
        ('${id('4')}', '${W}', NULL, '${id('5')}', '2026-01-02', true, 1.10, NULL),
        ('${id('5')}', '${W}', NULL, '${id('5')}', '2026-01-01', false, NULL, '${id('c')}'),
        ('${id('6')}', '${W}', NULL, '${id('9')}', '2026-01-03', true, 0.50, NULL),
        ('${id('7')}', '${W}', now(), '${id('9')}', '2026-01-04', true, 1, NULL),
        ('${id('8')}', '${W}', NULL, '${id('3')}', '2026-01-05', true, 1, NULL),
        ('${id('9')}', '${OTHER}', NULL, '${id('9')}', '2026-01-06', true, 1, NULL)`);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  function request(format: FileFormat, includeArchived = false, workspaceId: string = W): ExportLayout {
    const params = new SqlParams();
    const registry = new ResourceRegistry([days, places, notes, kinds, points]);
    const workspace = params.add(workspaceId);
    return {
      registry,
      resource: days,
      workspace,
      params,
      conditions: { ofParentKey: [], own: [] },
      includeArchived,
      format,
      spreadsheetSafe: false,
      types: [],
    };
  }

  const field = (key: string): CustomField => ({
    key,
    label: key,
    dataType: 'number',
    required: false,
    hasDefault: false,
    defaultValue: null,
    allowNull: true,
    displayOrder: 0,
  });

  async function rows(asked: ExportLayout): Promise<unknown[][]> {
    const { rows: found } = await client.query<unknown[]>({
      text: linesSql(asked),
      values: asked.params.values,
      rowMode: 'array',
    });
    return found;
  }

  it('writes references as identifiers and orders by them in C order, then by time', async () => {
    expect(await rows(request('csv'))).toEqual([
      ['Z', '2026-01-03', 'true', '0.50', null],
      ['a', '2026-01-01', 'false', null, id('c')],
      ['a', '2026-01-02', 'true', '1.10', null],
    ]);
  });

  it('leaves out archived records and those of archived parents, unless they are asked for', async () => {
    const all = await rows(request('csv', true));
    expect(all.map(([place, day, , , , archived]) => [place, day, archived])).toEqual([
      ['Z', '2026-01-03', null],
      ['Z', '2026-01-04', 'archived'],
      ['a', '2026-01-01', null],
      ['a', '2026-01-02', null],
      ['closed', '2026-01-05', null],
    ]);
  });

  it('writes booleans of JSON as booleans, decimals as strings', async () => {
    const [[first]] = (await rows(request('ndjson'))) as [[string]];
    expect(first).toBe('{"place_id":"Z","date":"2026-01-03","is_open":true,"price":"0.50","note_id":null}');
  });

  it('keeps to the workspace, also behind a reference that leads out of it', async () => {
    expect((await rows(request('csv', true, OTHER))).map(([place]) => place)).toEqual([null]);
  });

  it('reads the references of a parent, leaves out the direct reference, and writes custom fields as a list', async () => {
    const asked = (format: FileFormat): ExportLayout => ({
      ...request(format),
      resource: points,
      types: [
        { id: id('7'), identifier: 'k', fieldsVersion: 1, fields: [field('open'), field('close')] },
        { id: id('8'), identifier: 'empty', fieldsVersion: 1, fields: [] },
      ],
    });
    expect(await rows(asked('ndjson'))).toEqual([
      ['{"place_id":"Z","kind_id":"empty","date":"2026-01-02","items":[]}'],
      [
        '{"place_id":"a","kind_id":"k","date":"2026-01-01",' +
          '"items":[{"field_key":"open","value":null},{"field_key":"close","value":"1.10"}]}',
      ],
    ]);
    expect(await rows(asked('csv'))).toEqual([
      ['Z', 'empty', '2026-01-02', null, null],
      ['a', 'k', '2026-01-01', null, '1.10'],
    ]);
  });

  it('asks no resource without custom fields for its types', () => {
    expect(() => occurringTypesSql(request('csv'))).toThrow('days has no custom fields');
  });

  it('refuses to order by the id of a record without an identifier', () => {
    const odd = defineResource({
      ...shared,
      name: 'odd',
      title: 'Odd',
      table: 'odd',
      naturalKey: ['note_id'],
      fields: { note_id: reference('notes', words) },
      exportable: false,
    });
    const registry = new ResourceRegistry([odd, notes]);
    expect(() => linesSql({ ...request('csv'), registry, resource: odd })).toThrow('odd cannot be ordered');
  });
});
