import { quote, SqlParams } from '../sql/sql-text';
import { fieldOf } from '../resource-fields';
import { CLASSIFY_ERROR, type RuleContext, type RuleStatement } from './rule';
import { isMissing, recordOfRow } from './record-identity';
import { parentKeyColumn } from './key-column';
import { namedParentsSql } from './parent-key-sql';

/** The rules of a resource that is stored `through` another table; none for the others. */
export function parentKeyRules(context: RuleContext): RuleStatement[] {
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

/** A row of `through`, or what it stands for, that was removed since the file was read. */
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
