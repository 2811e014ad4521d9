import type { FieldCondition } from '../catalog/field';
import type { ResourceDescription } from '../catalog/resource';
import type { NearRecord } from '../catalog/rules/rule-messages';
import { columnOf, fromRecords } from '../catalog/sql/record-source';
import { isInWorkspace, quote } from '../catalog/sql/sql-text';
import type { Sql } from '../database/sql';
import { isUuidForm } from '../formats/uuid-form';

/** Names that are explained at once; for all others the message says only that there is no such record. */
const MAX_EXPLAINED = 100;
/** Records that are read for it. */
const MAX_RECORDS = 200_000;
const MAX_VALUES_OF = 50_000;

/**
 * Finds records that identifiers without a record may mean: the one with another `only`, one that differs in upper and lower
 * case, blanks or leading zeros, or one that has the text as a custom field. Two statements, each over a bounded number of
 * records. At most the first 100 texts are looked for.
 */
export async function findNear(
  sql: Sql,
  target: ResourceDescription,
  workspaceId: string,
  texts: readonly string[],
  only: FieldCondition | null,
): Promise<Map<string, NearRecord>> {
  const near = new Map<string, NearRecord>();
  const wanted = texts.filter((text) => !isUuidForm(text)).slice(0, MAX_EXPLAINED);
  if (target.identifiedBy === null || wanted.length === 0) return near;
  const name = columnOf(target, target.identifiedBy);
  const records = `${fromRecords(target)} WHERE ${isInWorkspace(columnOf(target, 'workspace_id'), '$1')}`;
  const similar = await sql.query<{ form: string; name: string; kind: string | null }>(
    `SELECT r.form, r.name, r.kind
     FROM (SELECT ${name} AS name, ${formSql(name)} AS form, ${only ? `r.${quote(only.field)}` : 'NULL::text'} AS kind
           FROM ${records} LIMIT ${MAX_RECORDS}) r
     WHERE r.form = ANY ($2::text[]) ORDER BY r.name DESC`,
    [workspaceId, wanted.map(formOf)],
  );
  const byForm = new Map(similar.map((record) => [record.form, record]));
  for (const { name: exact, kind } of similar) {
    if (wanted.includes(exact)) near.set(exact, { name: exact, kind, field: null });
  }
  for (const text of wanted) {
    const found = byForm.get(formOf(text));
    if (found && !near.has(text) && (only === null || found.kind === only.value)) {
      near.set(text, { name: found.name, kind: null, field: null });
    }
  }
  const rest = wanted.filter((text) => !near.has(text));
  if (target.customFields === null || rest.length === 0) return near;
  const values = await sql.query<{ text: string; name: string; field: string }>(
    `SELECT e.value AS text, min(r.name) AS name, min(e.key) AS field
     FROM (SELECT ${name} AS name, r.${quote(target.customFields.column)} AS custom FROM ${records} LIMIT ${MAX_VALUES_OF}) r
     CROSS JOIN LATERAL jsonb_each_text(r.custom) e
     WHERE e.value = ANY ($2::text[]) GROUP BY e.value`,
    [workspaceId, rest],
  );
  for (const { text, name: named, field } of values) near.set(text, { name: named, kind: null, field });
  return near;
}

/** What is equal of identifiers that differ in case, blanks or leading zeros only; the same in SQL. */
const formOf = (text: string): string =>
  text
    .replace(/[ \u00a0]/g, '')
    .toLowerCase()
    .replace(/^0+/, '');
const formSql = (sql: string): string => `ltrim(lower(translate(${sql}, U&' \\00A0', '')), '0')`;
