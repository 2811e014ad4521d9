import { customFieldKind, type RecordType } from '../../catalog/record-type';
import { fieldOf } from '../../catalog/resource-fields';
import type { Draft } from '../../catalog/reading/draft';
import { isValueIssue } from '../../catalog/reading/read-value';
import { readCustomCell } from '../../catalog/reading/typed-draft';
import { columnOf, customOf, fromRecords, hasId } from '../../catalog/sql/record-source';
import type { ReadingContext } from './reading-context';
import { isInWorkspace } from '../../catalog/sql/sql-text';

/**
 * Finds the types of the records that `drafts` will update, for rows that do not name their type: one statement for all.
 * Returns the id of the type by draft; a draft whose record does not exist yet is absent.
 */
export async function findRecordTypes(
  context: ReadingContext,
  drafts: readonly Draft[],
): Promise<Map<Draft, string>> {
  const { resource, match } = context.layout;
  const typeField = resource.customFields?.typeField;
  if (typeField === undefined || drafts.length === 0) return new Map();
  const keys = keyColumns(context);
  const params = keys.map((_, index) => drafts.map((draft) => keyValues(context, draft)[index] ?? null));
  const arrays = keys.map(({ pgType }, index) => `$${index + 2}::${pgType}[]`).join(', ');
  const names = keys.map((_, index) => `k${index}`).join(', ');
  const same =
    match.by === 'id'
      ? hasId(resource, 'wanted.k0')
      : keys.map(({ column }, index) => `${column} = wanted.k${index}`).join(' AND ');
  const conditions = `${isInWorkspace(columnOf(resource, 'workspace_id'), '$1')} AND ${same}`;
  const found = `SELECT ${columnOf(resource, typeField)} AS type FROM ${fromRecords(resource)} WHERE ${conditions}`;
  // No index knows the value of a custom field: the records are read once. All else is one look-up for each row.
  const records = `CROSS JOIN LATERAL (${found} ${match.by === 'custom' ? '' : 'OFFSET 0'}) found`;
  const rows = await context.pool.query<{ nr: string; type: string }>(
    `SELECT wanted.nr, found.type
     FROM unnest(${arrays}) WITH ORDINALITY AS wanted (${names}, nr) ${records}`,
    [context.workspaceId, ...params],
  );
  const types = new Map<Draft, string>();
  for (const { nr, type } of rows) {
    const draft = drafts[Number(nr) - 1];
    if (draft) types.set(draft, type);
  }
  return types;
}

/** What finds a record, as columns. */
function keyColumns({ layout: { resource, match } }: ReadingContext): { column: string; pgType: string }[] {
  if (match.by === 'id') return [{ column: columnOf(resource, 'id'), pgType: 'uuid' }];
  if (match.by === 'custom') return [{ column: customOf(resource, match.key), pgType: 'text' }];
  return resource.naturalKey.map((name) => ({
    column: columnOf(resource, name),
    pgType: fieldOf(resource, name).kind.pgType,
  }));
}

/** The same of a draft, as canonical texts. */
function keyValues({ layout: { resource, match }, types }: ReadingContext, draft: Draft): (string | null)[] {
  if (match.by === 'id') return [draft.core.get('id') ?? null];
  if (match.by === 'custom') return [customText(types, draft, match.key)];
  return resource.naturalKey.map((name) => draft.core.get(name) ?? null);
}

/** The value of a custom field before the type is known: the first type that has the field says how it is written. */
function customText(types: readonly RecordType[], draft: Draft, key: string): string | null {
  const cell = draft.customCells.find((candidate) => candidate.key === key);
  const field = types.flatMap(({ fields }) => fields).find((candidate) => candidate.key === key);
  const read = field && cell ? readCustomCell(customFieldKind(field), cell) : null;
  return isValueIssue(read) ? null : read;
}
