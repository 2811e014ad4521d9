import type { Draft } from '../../catalog/reading/draft';
import type { ResourceDescription } from '../../catalog/resource';
import { isInWorkspace, quote } from '../../catalog/sql/sql-text';
import { columnOf, fromRecords } from '../../catalog/sql/record-source';
import { labelOf, type ReadingContext } from './reading-context';

/** A record that rows refer to, after their references are resolved. */
interface Reference {
  readonly target: ResourceDescription;
  /** The field that names it; null for a parent that two fields name. */
  readonly name: string | null;
  readonly idOf: (draft: Draft) => string | null;
}

/** With more ids the cache starts again: its memory is bounded for every file. */
const MAX_IDS = 200_000;

/** Warns of rows that refer to archived records: they are applied, and lists do not show them with their parent. */
export class ArchivedReferences {
  private readonly references: readonly Reference[];
  /** Ids that were looked up, each with the name of the archived record, or null for an active one. */
  private readonly known = new Map<string, string | null>();

  constructor(private readonly context: ReadingContext) {
    this.references = referencesOf(context);
  }

  /** Adds the warnings of a batch; one look-up for each reference with ids that are not known yet. */
  async warnOf(drafts: readonly Draft[]): Promise<void> {
    const { warnings } = this.context;
    if (this.known.size > MAX_IDS) this.known.clear();
    for (const reference of this.references) {
      const { target, name, idOf } = reference;
      await this.lookUp(reference, drafts);
      let last: { id: string | null; archived: string | null } = { id: null, archived: null };
      for (const draft of drafts) {
        const id = idOf(draft);
        if (id !== last.id) last = { id, archived: id === null ? null : (this.known.get(id) ?? null) };
        if (last.archived === null || draft.errors.length > 0) continue;
        const column = name && (draft.labels.get(name) ?? labelOf(this.context, name));
        const message = `The ${target.noun} "${last.archived}" is archived. Restore it if its data are wanted.`;
        warnings.add('archived_parent', column, message, draft.fileRow ?? draft.row);
      }
    }
  }

  private async lookUp({ target, idOf }: Reference, drafts: readonly Draft[]): Promise<void> {
    const unknown = new Set<string>();
    let last: string | null = null;
    for (const draft of drafts) {
      const id = idOf(draft);
      // Files are mostly sorted: the same id again needs no look-up.
      if (id !== null && id !== last && !this.known.has(id)) unknown.add(id);
      last = id;
    }
    if (unknown.size === 0) return;
    const { pool, workspaceId } = this.context;
    const archived = await pool.query<{ id: string; name: string }>(archivedSql(target), [
      workspaceId,
      [...unknown],
    ]);
    for (const id of unknown) this.known.set(id, null);
    for (const { id, name } of archived) this.known.set(id, name);
  }
}

/** Of the records of workspace `$1` with the ids `$2`, those that are archived: one look-up each. */
function archivedSql(target: ResourceDescription): string {
  const id = columnOf(target, 'id');
  const name = target.identifiedBy === null ? `${id}::text` : `r.${quote(target.identifiedBy)}`;
  return `SELECT found.id, found.name FROM unnest($2::uuid[]) AS w (id)
    CROSS JOIN LATERAL (SELECT ${id} AS id, ${name} AS name FROM ${fromRecords(target)}
      WHERE ${isInWorkspace(columnOf(target, 'workspace_id'), '$1')} AND ${id} = w.id AND r.archived_at IS NOT NULL
      OFFSET 0) found`;
}

function referencesOf({ layout: { resource }, registry }: ReadingContext): Reference[] {
  const { parentKey } = resource;
  const fields = [...resource.fields].flatMap(([name, { target }]): Reference[] =>
    target === null || name === parentKey?.directField
      ? []
      : [{ target: registry.get(target), name, idOf: ({ core }) => core.get(name) ?? null }],
  );
  const parent: Reference[] =
    parentKey === null || parentKey.resource === null
      ? []
      : [{ target: registry.get(parentKey.resource), name: null, idOf: (draft) => draft.parentKey }];
  return [...fields, ...parent].filter(({ target }) => target.archivable);
}
