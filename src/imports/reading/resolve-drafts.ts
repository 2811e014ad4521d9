import type { Draft } from '../../catalog/reading/draft';
import { refuse } from '../../catalog/reading/refuse';
import type { Field } from '../../catalog/field';
import { SYSTEM_FIELDS } from '../../catalog/system-fields';
import type { ReadingContext } from './reading-context';
import type { ReferenceCache } from './reference-cache';

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
