import { SqlParams, isInWorkspace, quote } from '../sql/sql-text';
import { parentKeyColumn } from './stage-layout';
import { fieldOf } from '../resource-fields';
import type { ResourceDescription } from '../resource';
import { lookUp } from '../sql/join-record-sql';
import { columnOf, fromRecords, ownFields } from '../sql/record-source';
import { CLASSIFY_ERROR } from './classify-error';
import { recordRules } from './record-rules-sql';
import type { RuleContext, RuleStatement } from './rule-statement';
import { foundOfRow } from './stage-sql';
import { PLANNED_ACTIONS, immutableFields } from './classify-sql';
import { isAnother, isMissing, recordOfRow } from './record-identity';
import { namedParentsSql } from './parent-key-sql';

/** Every rule that only the database can check, for the rows in `planned_rows`; a row that one rejects is not applied. */
export function ruleStatements(context: RuleContext): RuleStatement[] {
  const { layout, given } = context;
  const { resource } = layout;
  const fields = ownFields(resource)
    .filter((name) => given.some(name))
    .map((name) => [name, fieldOf(resource, name)] as const);
  return [
    ...(layout.match.by === 'id' ? [recordGone(context)] : []),
    ...(layout.match.by !== 'id' && mayLack(context) ? [requiredToCreate()] : []),
    ...immutableFields(layout)
      .filter((name) => given.some(name))
      .map((name) => immutableField(context, name)),
    ...(layout.match.by === 'custom' ? [ambiguousMatch(context, layout.match.key)] : []),
    ...(layout.renames ? [keyTaken(context)] : []),
    ...parentKeyRules(context),
    ...recordRules(context),
    ...fields.filter(([, field]) => field.target !== null).map(([name]) => referenceGone(context, name)),
  ];
}

/** False when every row gives all that a creation may need; for custom fields that depends on the type of the row. */
const mayLack = ({ layout: { resource }, given }: RuleContext): boolean =>
  resource.customFields !== null ||
  ownFields(resource).some((name) => fieldOf(resource, name).required && given.sql(name) !== 'true');

/** A creation needs a field that the row does not give. */
function requiredToCreate(): RuleStatement {
  return {
    text: `${CLASSIFY_ERROR}
      SELECT j._row, j._line, missing.name, 'required', missing.name || ' is required to create a record, and the file does not give it.', NULL
      FROM planned_rows j, unnest(string_to_array(j._missing, ',')) WITH ORDINALITY AS missing (name, nr)
      WHERE j._action = '${PLANNED_ACTIONS.create}' AND j._missing IS NOT NULL ORDER BY j._row, missing.nr`,
    params: [],
  };
}

/** Matched by id, and the record was removed since the file was read. */
function recordGone({ layout, labelOf }: RuleContext): RuleStatement {
  const params = new SqlParams();
  const noun = params.add(layout.resource.noun);
  return {
    text: `${CLASSIFY_ERROR}
      SELECT j._row, j._line, ${params.add(labelOf('id'))}::text, 'reference_not_found',
             format('There is no %s with this id in this workspace.', ${noun}::text), j._match
      FROM planned_rows j WHERE j._action = '${PLANNED_ACTIONS.create}' ORDER BY j._row`,
    params: params.values,
  };
}

/** Matched by a custom field, and two records have the value. */
function ambiguousMatch({ layout, labelOf }: RuleContext, key: string): RuleStatement {
  const params = new SqlParams();
  const label = params.add(labelOf(key));
  return {
    text: `${CLASSIFY_ERROR}
      SELECT j._row, j._line, ${label}::text, 'conflict',
             format('%s %s have this %s; it cannot tell which one is meant.', f.records, ${params.add(layout.resource.title.toLowerCase())}::text, ${label}::text),
             j._match
      FROM planned_rows j CROSS JOIN ${foundOfRow('j')} WHERE f.records > 1 ORDER BY j._row`,
    params: params.values,
  };
}

/** A field that is set once, such as the type, and another value in the row. */
function immutableField(
  { layout, given, registry, workspaceId, labelOf }: RuleContext,
  name: string,
): RuleStatement {
  const { resource } = layout;
  const params = new SqlParams();
  const label = params.add(labelOf(name));
  const workspace = params.add(workspaceId);
  const target = fieldOf(resource, name).target;
  const shown = (sql: string): string =>
    target === null ? `${sql}::text` : identifierOf(registry.get(target), workspace, sql);
  return {
    text: `${CLASSIFY_ERROR}
      SELECT j._row, j._line, ${label}::text, 'conflict',
             format('%s never changes once a record is created: this one has %s.', ${label}::text, ${shown(columnOf(resource, name))}),
             ${shown(`j.${quote(name)}`)}
      FROM planned_rows j CROSS JOIN ${recordOfRow(resource, workspace)}
      WHERE ${given.sql(name)} AND ${fieldOf(resource, name).kind.differs(columnOf(resource, name), `j.${quote(name)}`)}
      ORDER BY j._row`,
    params: params.values,
    needsRecord: true,
  };
}

/** The natural key that a row gives to a record found otherwise, when another record has it already. */
function keyTaken({ layout, workspaceId, labelOf }: RuleContext): RuleStatement {
  const { resource } = layout;
  const params = new SqlParams();
  const workspace = params.add(workspaceId);
  const [key = ''] = resource.naturalKey;
  const label = params.add(labelOf(key));
  const hasKey = [
    isInWorkspace(columnOf(resource, 'workspace_id'), workspace),
    ...resource.naturalKey.map((name) => `${columnOf(resource, name)} = j.${quote(name)}`),
  ].join(' AND ');
  return {
    text: `${CLASSIFY_ERROR}
      SELECT j._row, j._line, ${label}::text, 'conflict',
             format('Another %s has this %s already: %s.', ${params.add(resource.noun)}::text, ${label}::text, ${columnOf(resource, 'id')}),
             j.${quote(key)}::text
      FROM planned_rows j CROSS JOIN ${lookUp(`SELECT r.* FROM ${fromRecords(resource)} WHERE ${hasKey}`, 'r')}
      WHERE ${isAnother(resource, 'r')}
      ORDER BY j._row`,
    params: params.values,
    needsRecord: true,
  };
}

/** A referenced record that was removed since the file was read. Each distinct one is looked up once. */
function referenceGone({ layout, registry, workspaceId, labelOf }: RuleContext, name: string): RuleStatement {
  const target = registry.get(fieldOf(layout.resource, name).target ?? '');
  const params = new SqlParams();
  const workspace = params.add(workspaceId);
  const column = `j.${quote(name)}`;
  return {
    text: `${CLASSIFY_ERROR}
      WITH gone AS MATERIALIZED (
        SELECT named.id FROM (SELECT DISTINCT ${column} AS id FROM planned_rows j) named
        WHERE named.id IS NOT NULL AND ${isMissing(target.table, workspace, 'named.id')})
      SELECT j._row, j._line, ${params.add(labelOf(name))}::text, 'reference_not_found',
             format('This %s was removed while the file was imported.', ${params.add(target.noun)}::text), ${column}::text
      FROM planned_rows j JOIN gone ON gone.id = ${column} ORDER BY j._row`,
    params: params.values,
  };
}

/** SQL of the name under which users know a referenced record. */
function identifierOf(target: ResourceDescription, workspace: string, id: string): string {
  if (target.identifiedBy === null) return `${id}::text`;
  return `(SELECT t.${quote(target.identifiedBy)} FROM ${quote(target.table)} t WHERE ${isInWorkspace('t.workspace_id', workspace)} AND t.id = ${id})`;
}

/** The rules of a resource with a parent key; none for the others. */
function parentKeyRules(context: RuleContext): RuleStatement[] {
  const { resource, match } = context.layout;
  if (!resource.parentKey) return [];
  return [...(match.by === 'natural' ? [] : [parentKeyUnchanged(context)]), parentGone(context)];
}

/** The key of a record found by its id, when the row names another one. */
function parentKeyUnchanged({ layout, workspaceId, labelOf }: RuleContext): RuleStatement {
  const { resource } = layout;
  const params = new SqlParams();
  const workspace = params.add(workspaceId);
  const names = (resource.parentKey?.fields ?? []).map(labelOf).join(', ');
  return {
    text: `${CLASSIFY_ERROR}
      SELECT j._row, j._line, NULL, 'conflict', format('%s never change once a record is created.', ${params.add(names)}::text), NULL
      FROM planned_rows j CROSS JOIN ${recordOfRow(resource, workspace)}
      WHERE j._parent_key <> r.${quote(parentKeyColumn(resource))} ORDER BY j._row`,
    params: params.values,
    needsRecord: true,
  };
}

/** A parent, or a record that a new parent refers to, was removed after the file was read. */
function parentGone({ layout, registry, workspaceId, labelOf }: RuleContext): RuleStatement {
  const { resource } = layout;
  const { table = '', fields = [] } = resource.parentKey ?? {};
  const params = new SqlParams();
  const workspace = params.add(workspaceId);
  const parents = fields.map((name) => {
    const target = registry.get(fieldOf(resource, name).target ?? '');
    return `NOT ${isMissing(target.table, workspace, `n.${quote(name)}`)}`;
  });
  return {
    text: `${CLASSIFY_ERROR}
      WITH gone AS MATERIALIZED (
        SELECT named.id FROM (${namedParentsSql(layout)}) named
        WHERE named.id IS NOT NULL AND ${isMissing(table, workspace, 'named.id')}
          AND NOT EXISTS (SELECT FROM new_parents n WHERE n.id = named.id AND ${parents.join(' AND ')} OFFSET 0))
      SELECT j._row, j._line, NULL, 'reference_not_found',
             format('What %s name was removed while the file was imported.', ${params.add(fields.map(labelOf).join(' and '))}::text), NULL
      FROM planned_rows j JOIN gone ON gone.id = j._parent_key ORDER BY j._row`,
    params: params.values,
  };
}
