import path from 'node:path';
import { EXAMPLE_TYPES } from '../../test/support/example-types';
import { SqlSnapshots, type SnapshotStatement } from '../../test/support/sql-snapshots';
import { FILTER_OPS } from '../catalog/filter/filter';
import { opsOf } from '../catalog/filter/filter-fields';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { fieldOf, instantField, systemFieldsOf } from '../catalog/resource-fields';
import type { Sql, SqlParameter } from '../database/sql';
import { encodeCursor } from '../http/pagination/cursor';
import type { JsonValue } from '../formats/json/json-value';
import { RESOURCES } from '../resources/resources.module';
import { readFilterBody } from './filter-body';
import { countRecords, findPage } from './find-page';
import { findRecord } from './find-record';
import { readListQuery, type RawQuery } from './list-query';
import { filterSelection, listSelection, type RecordScope } from './selection';

const WORKSPACE = '00000000-0000-0000-0000-000000000001';
const ID = '00000000-0000-0000-0000-000000000002';
const registry = new ResourceRegistry(RESOURCES);
const snapshots = new SqlSnapshots(path.join(__dirname, 'sql-snapshots'));

/** Records the statements and returns one row, which is a parent where parents are looked for. */
class RecordingSql implements Sql {
  readonly statements: { text: string; params: readonly SqlParameter[] }[] = [];

  query<Row extends object>(text: string, params: readonly SqlParameter[] = []): Promise<Row[]> {
    this.statements.push({ text, params: [...params] });
    return Promise.resolve([{ key: '7', v0: 'a', v1: 'b', count: '0' }] as unknown as Row[]);
  }
}

const scopeOf = (resource: ResourceDescription): RecordScope => ({
  resource,
  registry,
  workspaceId: WORKSPACE,
});

/** The statements that `work` sends, all under one title. */
async function statementsOf(
  title: string,
  work: (sql: Sql) => Promise<unknown>,
): Promise<SnapshotStatement[]> {
  const sql = new RecordingSql();
  await work(sql);
  const { length } = sql.statements;
  return sql.statements.map(({ text, params }, index) => ({
    title: length === 1 ? title : `${title}, ${index + 1} of ${length}`,
    text,
    params,
  }));
}

const LIMIT = { limit: '2' };

/** A text that a cursor may have for a field: references sort by the identifier of the record that they name. */
function cursorValue(resource: ResourceDescription, name: string): string {
  const { target, example } = fieldOf(resource, name);
  return target !== null && registry.get(target).identifiedBy === null ? ID : example;
}

/** What the query parameters of a list select, and the next page. */
async function list(resource: ResourceDescription): Promise<SnapshotStatement[]> {
  const [reference] = [...resource.fields].filter(([, { target }]) => target !== null);
  const queries: [string, RawQuery][] = [
    ['all active records', {}],
    ['records by id and identifier', { ids: resource.identifiedBy === null ? ID : `${ID},abc` }],
  ];
  if (resource.archivable)
    queries.push(['archived records', { archived: 'true' }], ['all', { archived: 'all' }]);
  if (resource.search.length > 0) queries.push(['records that match q', { q: 'part' }]);
  if (reference) queries.push([`records of one ${reference[0]}`, { [reference[0]]: ID }]);
  const instant = instantField(resource);
  if (instant !== null) {
    const { example } = fieldOf(resource, instant);
    queries.push(['records of a period', { from: example, to: example }]);
  }
  const after = encodeCursor(['', ...resource.naturalKey.map((name) => cursorValue(resource, name))]);
  queries.push(['the next page', { after }]);
  const statements = queries.map(([title, raw]) => {
    const query = readListQuery(resource, { ...raw, ...LIMIT });
    return statementsOf(title, (sql) =>
      findPage(sql, scopeOf(resource), listSelection(resource, query), { ...query, sort: [] }),
    );
  });
  return (await Promise.all(statements)).flat();
}

function page(title: string, resource: ResourceDescription, body: JsonValue): Promise<SnapshotStatement[]> {
  const request = readFilterBody(resource, resource.customFields ? EXAMPLE_TYPES : [], body);
  return statementsOf(title, (sql) =>
    findPage(sql, scopeOf(resource), filterSelection(resource, request), request),
  );
}

/** Each operator on the first field that takes it, references and custom fields, and groups of conditions. */
async function filter(resource: ResourceDescription): Promise<SnapshotStatement[]> {
  const fields = [...resource.fields, ...systemFieldsOf(resource)];
  const valueOf = (op: string, example: string): JsonValue => {
    if (op === 'is_null') return true;
    if (op === 'like') return 'part';
    return op === 'in' || op === 'not_in' ? [example] : example;
  };
  const conditions = FILTER_OPS.flatMap((op): [string, JsonValue][] => {
    const [name, field] = fields.find(([, candidate]) => opsOf(candidate).includes(op)) ?? [];
    return name === undefined || !field
      ? []
      : [[`${name} ${op}`, { field: name, op, value: valueOf(op, field.example) }]];
  });
  const references = [...resource.fields].flatMap(([name, { target }]): [string, JsonValue][] =>
    target === null
      ? []
      : [
          [`${name} is one record`, { field: name, op: 'eq', value: ID }],
          [`${name} is one of several`, { field: name, op: 'in', value: [ID, 'abc'] }],
        ],
  );
  const custom: [string, JsonValue][] = resource.customFields
    ? [
        ['a custom field of one data type', { field: 'field.open', op: 'gt', value: '1.50' }],
        ['a custom field of two data types', { field: 'field.code', op: 'eq', value: '1.50' }],
      ]
    : [];
  const one = conditions[0]?.[1] ?? null;
  const groups: [string, JsonValue][] = [
    ['records by id', { field: 'id', op: 'in', value: [ID] }],
    ['a group of and with or', { and: [one, { or: [one, { field: 'id', op: 'ne', value: ID }] }] }],
  ];
  const statements = [...conditions, ...references, ...custom, ...groups].map(([title, value]) =>
    page(title, resource, { filter: value, limit: 2 }),
  );
  return (await Promise.all(statements)).flat();
}

async function sort(resource: ResourceDescription): Promise<SnapshotStatement[]> {
  const sortable = [...resource.fields]
    .filter(([, { kind }]) => kind.pgType !== 'json')
    .map(([name]) => name);
  const custom = resource.customFields ? ['field.open'] : [];
  const statements = [...sortable, ...custom].flatMap((field) =>
    ['asc', 'desc'].map((direction) =>
      page(`by ${field} ${direction}`, resource, { sort: [{ field, direction }], limit: 2 }),
    ),
  );
  const [first = ''] = sortable;
  const next = ['asc', 'desc'].map((direction) => {
    const order = `${direction === 'desc' ? '-' : ''}core.${first}`;
    const after = encodeCursor([order, cursorValue(resource, first), ID]);
    return page(`the next page by ${first} ${direction}`, resource, {
      sort: [{ field: first, direction }],
      limit: 2,
      after,
    });
  });
  return (await Promise.all([...statements, ...next])).flat();
}

async function countAndFind(resource: ResourceDescription): Promise<SnapshotStatement[]> {
  const bodies: [string, JsonValue][] = [
    ['count all active records', {}],
    ['count by id', { filter: { field: 'id', op: 'eq', value: ID } }],
  ];
  const counts = bodies.map(([title, body]) => {
    const request = readFilterBody(resource, [], body);
    return statementsOf(title, (sql) =>
      countRecords(sql, scopeOf(resource), filterSelection(resource, request)),
    );
  });
  const names = [
    ['find by id', ID],
    ...(resource.identifiedBy === null ? [] : [['find by identifier', 'abc']]),
  ];
  const finds = names.map(([title = '', name = '']) =>
    statementsOf(title, (sql) => findRecord(sql, resource, WORKSPACE, name)),
  );
  const lock = statementsOf('find by id and lock', (sql) =>
    findRecord(sql, resource, WORKSPACE, ID, 'FOR NO KEY UPDATE'),
  );
  return (await Promise.all([...counts, ...finds, lock])).flat();
}

describe('The SQL that reads records is that of the snapshot files', () => {
  const parts = { list, filter, sort, 'count-and-find': countAndFind };
  for (const resource of RESOURCES) {
    it.each(Object.entries(parts))(`for ${resource.name}: %s`, async (part, read) => {
      const statements = await read(resource);
      expect(statements.length).toBeGreaterThan(0);
      snapshots.matches(`${resource.name}.${part}`, statements);
    });
  }

  it('and there are no other files', () => {
    snapshots.hasNoOthers();
  });
});
