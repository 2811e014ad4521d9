import { type Draft, refuse } from '../../catalog/reading/draft';
import type { Field } from '../../catalog/field';
import { SYSTEM_FIELDS } from '../../catalog/resource-fields';
import type { ReadingContext } from './reading-context';
import type { ResourceRegistry } from '../../catalog/registry';
import type { Sql } from '../../database/sql';
import { resolveReferences } from '../../records/resolve-references';

/**
 * Puts UUIDs in the place of the references of `drafts`; a name that nothing in the workspace has is a row error that
 * says what to import first.
 */
export async function resolveDrafts(
  { layout, registry }: ReadingContext,
  references: ReferenceCache,
  drafts: readonly Draft[],
): Promise<void> {
  for (const [name, field] of referenceFields(layout)) {
    const target = field.target ?? '';
    const texts = new Set<string>();
    let last: string | null = null;
    for (const { core } of drafts) {
      const text = core.get(name);
      // Files are mostly sorted: the same name again needs no look-up.
      if (text !== null && text !== undefined && text !== last) texts.add((last = text));
    }
    await references.learn(name, field, texts);
    const { noun, title } = registry.get(target);
    let known: { text: string; id: string | null } = { text: '', id: null };
    for (const draft of drafts) {
      const text = draft.core.get(name);
      if (text === null || text === undefined) continue;
      if (text !== known.text) known = { text, id: references.idOf(name, text) };
      const { id } = known;
      if (id !== null) {
        draft.core.set(name, id);
        draft.given?.set(name, text);
        continue;
      }
      const first = name === 'id' ? '' : ` Create or import ${title.toLowerCase()} first.`;
      const message = `There is no ${field.only ? `${field.only.value} ` : ''}${noun} "${text}" in this workspace.${first}`;
      refuse(draft, draft.labels.get(name) ?? name, { code: 'reference_not_found', message }, text);
    }
  }
}

/** The references that rows may hold; `id` names a record of the resource itself. */
function referenceFields({ resource, match }: ReadingContext['layout']): [string, Field][] {
  const fields = [...resource.fields].filter(([, field]) => field.target !== null);
  return match.by === 'id' ? [['id', { ...SYSTEM_FIELDS.id, target: resource.name }], ...fields] : fields;
}

/** Past so many names of one field the cache starts anew: memory stays bounded, whatever the file holds. */
const MAX_NAMES = 200_000;

/** Resolves references once per distinct value: one statement a batch and field, for what is not known yet. */
export class ReferenceCache {
  private readonly byField = new Map<string, Map<string, string | null>>();

  constructor(
    private readonly sql: Sql,
    private readonly registry: ResourceRegistry,
    private readonly workspaceId: string,
  ) {}

  /** Looks up what of `texts` is not known yet. */
  async learn(name: string, field: Field, texts: ReadonlySet<string>): Promise<void> {
    let known = this.names(name);
    if (known.size > MAX_NAMES) this.byField.set(name, (known = new Map()));
    const unknown = [...texts].filter((text) => !known.has(text));
    if (unknown.length === 0) return;
    const target = this.registry.get(field.target ?? '');
    const found = await resolveReferences(this.sql, target, this.workspaceId, unknown, field.only);
    for (const text of unknown) known.set(text, found.get(text) ?? null);
  }

  /** The UUID of a name that was learnt; null when nothing in the workspace has it. */
  idOf(name: string, text: string): string | null {
    return this.names(name).get(text) ?? null;
  }

  private names(name: string): Map<string, string | null> {
    const names = this.byField.get(name) ?? new Map<string, string | null>();
    this.byField.set(name, names);
    return names;
  }
}
