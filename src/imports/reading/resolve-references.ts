import type { Draft } from '../../catalog/reading/draft';
import { SYSTEM_FIELDS } from '../../catalog/resource-fields';
import { applyReference, type ReferenceField } from '../../catalog/rules/resolve-draft';
import type { Sql } from '../../database/sql';
import { resolveReferences } from '../../records/resolve-references';
import type { ReadingContext } from './reading-context';

/** Replaces the references of `drafts` by UUIDs. A name that the workspace does not have is a row error. */
export async function resolveDrafts(
  context: ReadingContext,
  references: ReferenceCache,
  drafts: readonly Draft[],
): Promise<void> {
  for (const reference of referenceFields(context)) {
    const { name } = reference;
    const texts = new Set<string>();
    let last: string | null = null;
    for (const { core } of drafts) {
      const text = core.get(name);
      // Files are mostly sorted: the same name again needs no look-up.
      if (text !== null && text !== undefined && text !== last) texts.add((last = text));
    }
    await references.lookUp(reference, texts);
    let known: { text: string; id: string | null } = { text: '', id: null };
    for (const draft of drafts) {
      const text = draft.core.get(name);
      if (text === null || text === undefined) continue;
      if (text !== known.text) known = { text, id: references.idOf(name, text) };
      applyReference(draft, reference, text, known.id);
    }
  }
}

/** The references that rows may have; `id` names a record of the resource itself. */
function referenceFields({ layout: { resource, match }, registry }: ReadingContext): ReferenceField[] {
  const own = [{ name: 'id', field: SYSTEM_FIELDS.id, target: resource }];
  const fields = [...resource.fields].flatMap(([name, field]) =>
    field.target === null ? [] : [{ name, field, target: registry.get(field.target) }],
  );
  return match.by === 'id' ? [...own, ...fields] : fields;
}

/** With more names of one field the cache starts again: its memory is bounded for every file. */
const MAX_NAMES = 200_000;

/** Looks up references, each distinct name once: one statement per batch and field. */
export class ReferenceCache {
  private readonly byField = new Map<string, Map<string, string | null>>();

  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: string,
  ) {}

  /** Looks up the names among `texts` that are not known yet. */
  async lookUp({ name, field, target }: ReferenceField, texts: ReadonlySet<string>): Promise<void> {
    let known = this.names(name);
    if (known.size > MAX_NAMES) this.byField.set(name, (known = new Map<string, string | null>()));
    const unknown = [...texts].filter((text) => !known.has(text));
    if (unknown.length === 0) return;
    const found = await resolveReferences(this.sql, target, this.workspaceId, unknown, field.only);
    for (const text of unknown) known.set(text, found.get(text) ?? null);
  }

  /** The UUID of a name that was looked up; null when nothing in the workspace has the name. */
  idOf(name: string, text: string): string | null {
    return this.names(name).get(text) ?? null;
  }

  private names(name: string): Map<string, string | null> {
    const names = this.byField.get(name) ?? new Map<string, string | null>();
    this.byField.set(name, names);
    return names;
  }
}
