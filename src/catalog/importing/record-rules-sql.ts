import { fieldOf } from '../resource-fields';
import { checksOfGiven, type RuleCheck } from '../rules/record-rules';
import { SqlParams, quote } from '../sql/sql-text';
import { columnOf } from '../sql/record-source';
import { PLANNED_ACTIONS } from './classify-sql';
import { CLASSIFY_ERROR } from './classify-error';
import { recordOfRow } from './record-identity';
import type { RuleContext, RuleStatement } from './rule-statement';

/**
 * The rules over the values of one record, as statements that report the rows that break them. A rule is checked when some
 * row gives one of its fields. Rows that give only some of them are checked with the rest of the record they found.
 */
export function recordRules(context: RuleContext): RuleStatement[] {
  const { layout, given } = context;
  const isStaged = (field: string): boolean => layout.fields.includes(field);
  const checks = checksOfGiven(layout.resource, (field) => isStaged(field) && given.some(field));
  return checks.flatMap((check) => {
    const staged = check.reads.filter(isStaged);
    const isWhole = staged.length === check.reads.length && staged.every((field) => hasValue(context, field));
    return isWhole
      ? [ofRows(context, check, ONLY_CHANGES)]
      : [ofNewRows(context, check), ofFoundRows(context, check)];
  });
}

/** A row that changes nothing breaks no rule, whatever was stored before there was one. */
const ONLY_CHANGES = `AND j._action <> '${PLANNED_ACTIONS.unchanged}'`;

/** True when the row itself has the value that the record will have. */
const hasValue = ({ layout, given }: RuleContext, field: string): boolean =>
  given.sql(field) === 'true' || (layout.match.by === 'natural' && layout.key.includes(field));

/** A record that is created has what its row gives, and nothing else. */
const ofNewRows = (context: RuleContext, check: RuleCheck): RuleStatement =>
  ofRows(context, check, `AND j._action = '${PLANNED_ACTIONS.create}'`);

function ofRows(context: RuleContext, check: RuleCheck, condition: string): RuleStatement {
  const { fields } = context.layout;
  // The references of a parent key are no columns of the staging table.
  const valueOf = (field: string): string => (fields.includes(field) ? `j.${quote(field)}` : 'NULL');
  const params = new SqlParams();
  return {
    text: `${reported(context, check, valueOf, params)}
      FROM planned_rows j WHERE ${check.isBroken(valueOf)} ${condition} ORDER BY j._row`,
    params: params.values,
  };
}

/** A record that is updated keeps what its row does not give. */
function ofFoundRows(context: RuleContext, check: RuleCheck): RuleStatement {
  const { layout, given, workspaceId } = context;
  const { resource, fields } = layout;
  const valueOf = (field: string): string =>
    fields.includes(field)
      ? `(${given.choose(field, `j.${quote(field)}`, columnOf(resource, field))})`
      : columnOf(resource, field);
  const params = new SqlParams();
  const select = reported(context, check, valueOf, params);
  return {
    text: `${select}
      FROM planned_rows j CROSS JOIN ${recordOfRow(resource, params.add(workspaceId))}
      WHERE j._action = '${PLANNED_ACTIONS.update}' AND ${check.isBroken(valueOf)} ORDER BY j._row`,
    params: params.values,
    needsRecord: true,
  };
}

function reported(
  { layout: { resource }, labelOf }: RuleContext,
  { field, named, message }: RuleCheck,
  valueOf: (field: string) => string,
  params: SqlParams,
): string {
  const column = params.add(labelOf(field));
  const names = named
    .map((name) => `${name === field ? column : params.add(labelOf(name))}::text`)
    .join(', ');
  return `${CLASSIFY_ERROR}
      SELECT j._row, j._line, ${column}::text, 'invalid_value',
             format('${message}', ${names}), left(${fieldOf(resource, field).kind.print(valueOf(field))}, 200)`;
}
