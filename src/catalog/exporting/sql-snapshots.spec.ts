import path from 'node:path';
import { EXAMPLE_TYPES } from '../../../test/support/example-types';
import { SqlSnapshots, type SnapshotStatement } from '../../../test/support/sql-snapshots';
import { FILE_FORMATS, type FileFormat } from '../../formats/format';
import type { JsonValue } from '../../formats/json/json-value';
import { RESOURCES } from '../../resources/resources.module';
import { readFilter } from '../filter/read-filter';
import { ResourceRegistry } from '../registry';
import type { ResourceDescription } from '../resource';
import { SqlParams } from '../sql/sql-text';
import { exportConditions, type ExportLayout } from './export-scope';
import { copySql, linesSql } from './lines-sql';
import { countSql, occurringTypesSql } from './scope-sql';

const WORKSPACE = '00000000-0000-0000-0000-000000000001';
const registry = new ResourceRegistry(RESOURCES);
const snapshots = new SqlSnapshots(path.join(__dirname, 'sql-snapshots'));

interface Options {
  readonly format?: FileFormat;
  readonly includeArchived?: boolean;
  readonly spreadsheetSafe?: boolean;
  readonly filter?: JsonValue;
}

function layOut(resource: ResourceDescription, options: Options): ExportLayout {
  const { format = 'csv', includeArchived = false, spreadsheetSafe = false, filter = null } = options;
  const params = new SqlParams();
  const workspace = params.add(WORKSPACE);
  const types = resource.customFields ? EXAMPLE_TYPES : [];
  const conditions = exportConditions(filter === null ? null : readFilter(resource, types, filter), {
    resource,
    registry,
    workspace,
    params,
    alias: 'r',
  });
  return {
    registry,
    resource,
    workspace,
    params,
    conditions,
    includeArchived,
    format,
    spreadsheetSafe,
    types,
  };
}

/** A statement with the parameters that its text added. */
function statement(
  title: string,
  layout: ExportLayout,
  write: (layout: ExportLayout) => string,
): SnapshotStatement {
  const text = write(layout);
  return { title, text, params: layout.params.values };
}

const ID = '00000000-0000-0000-0000-000000000002';

/** One filter that a record decides itself, and one that its parent decides, where records have a parent. */
function filtersOf({ parentKey, naturalKey }: ResourceDescription): [string, JsonValue][] {
  const [first = 'id'] = parentKey?.fields ?? [];
  const own = naturalKey.find((name) => parentKey?.fields.includes(name) !== true) ?? 'id';
  const filters: [string, JsonValue][] = [
    ['filtered by its own field', { field: own, op: 'is_null', value: false }],
  ];
  if (parentKey) filters.push(['filtered by a field of the parent', { field: first, op: 'eq', value: ID }]);
  return filters;
}

function lines(resource: ResourceDescription): SnapshotStatement[] {
  const options: [string, Options][] = [
    ...FILE_FORMATS.map((format): [string, Options] => [format, { format }]),
    ['csv with archived records', { includeArchived: true }],
    ['csv for spreadsheets', { spreadsheetSafe: true }],
    ...filtersOf(resource).map(([title, filter]): [string, Options] => [`csv, ${title}`, { filter }]),
  ];
  return options.map(([title, option]) => statement(title, layOut(resource, option), linesSql));
}

function counts(resource: ResourceDescription): SnapshotStatement[] {
  const scopes: [string, Options][] = [
    ['all active records', {}],
    ['all records', { includeArchived: true }],
    ...filtersOf(resource).map(([title, filter]): [string, Options] => [title, { filter }]),
  ];
  return scopes.map(([title, option]) => statement(title, layOut(resource, option), countSql));
}

function types(resource: ResourceDescription): SnapshotStatement[] {
  if (!resource.customFields) return [];
  return [
    statement('types of all active records', layOut(resource, {}), occurringTypesSql),
    ...filtersOf(resource).map(([title, filter]) =>
      statement(`types, ${title}`, layOut(resource, { filter }), occurringTypesSql),
    ),
  ];
}

describe('The SQL of exports is that of the snapshot files', () => {
  const parts = { lines, count: counts, types };
  for (const resource of RESOURCES.filter(({ exportable }) => exportable)) {
    it.each(Object.entries(parts))(`for ${resource.name}: %s`, (part, statementsOf) => {
      const statements = statementsOf(resource);
      if (statements.length > 0) snapshots.matches(`${resource.name}.${part}`, statements);
      expect(part in parts).toBe(true);
    });
  }

  it('for the COPY of each format', () => {
    snapshots.matches(
      'copy',
      FILE_FORMATS.map((format) => ({ title: format, text: copySql('SELECT 1', format) })),
    );
  });

  it('and there are no other files', () => {
    snapshots.hasNoOthers();
  });
});
