import type { Draft } from '../../catalog/reading/draft';
import type { ReferenceMatch } from '../../catalog/binding/reference-match';
import type { Issue } from '../../catalog/kind';
import { readValue } from '../../catalog/reading/read-value';
import { fieldOfDataType } from '../../catalog/record-type';
import { fieldOf, SYSTEM_FIELDS } from '../../catalog/resource-fields';
import { ambiguousReference, referenceNotFound } from '../../catalog/rules/rule-messages';
import { findNear } from '../../records/find-near';
import { lookUpByField } from '../../records/look-up-by-field';
import { applyReference, type FoundReference, type ReferenceField } from '../../catalog/rules/resolve-draft';
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
    let known: { text: string; found: FoundReference | Issue | null } = { text: '', found: null };
    for (const draft of drafts) {
      const text = draft.core.get(name);
      if (text === null || text === undefined) continue;
      if (text !== known.text) known = { text, found: references.find(name, text) };
      applyReference(draft, reference, text, known.found);
    }
  }
}

/** The references that rows may have; `id` names a record of the resource itself. */
function referenceFields({
  layout: { resource, match },
  registry,
  matches,
}: ReadingContext): ReferenceField[] {
  const own = [{ name: 'id', field: SYSTEM_FIELDS.id, target: resource }];
  const fields = [...resource.fields].flatMap(([name, field]) =>
    field.target === null
      ? []
      : [
          {
            ...{ name, field, target: registry.get(field.target) },
            by: matches.find((one) => one.name === name),
          },
        ],
  );
  return match.by === 'id' ? [...own, ...fields] : fields;
}

/** With more names of one field the cache starts again: its memory is bounded for every file. */
const MAX_NAMES = 200_000;

/** Statements of a file that look for what is meant by missing names. */
const MAX_NEAR_LOOK_UPS = 3;

/** Looks up references, each distinct name once: one statement per batch and field. */
export class ReferenceCache {
  private readonly byField = new Map<string, Map<string, FoundReference | Issue | null>>();
  private nearLookUps = 0;

  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: string,
  ) {}

  /** Looks up the names among `texts` that are not known yet. */
  async lookUp(reference: ReferenceField, texts: ReadonlySet<string>): Promise<void> {
    const { name } = reference;
    let known = this.names(name);
    if (known.size > MAX_NAMES)
      this.byField.set(name, (known = new Map<string, FoundReference | Issue | null>()));
    const unknown = [...texts].filter((text) => !known.has(text));
    if (unknown.length === 0) return;
    const found = await (reference.by
      ? this.byMatch(reference, reference.by, unknown)
      : this.byName(reference, unknown));
    for (const text of unknown) known.set(text, found.get(text) ?? null);
  }

  /** The record of a name that was looked up, or why there is none; null: nothing in the workspace has the name. */
  find(name: string, text: string): FoundReference | Issue | null {
    return this.names(name).get(text) ?? null;
  }

  private async byName(
    { name, field, target }: ReferenceField,
    texts: readonly string[],
  ): Promise<ReadonlyMap<string, FoundReference | Issue>> {
    const ids = await resolveReferences(this.sql, target, this.workspaceId, texts, field.only);
    const missing = texts.filter((text) => !ids.has(text));
    if (missing.length === 0 || name === 'id' || this.nearLookUps >= MAX_NEAR_LOOK_UPS) return ids;
    this.nearLookUps++;
    const found = new Map<string, FoundReference | Issue>(ids);
    for (const [text, near] of await findNear(this.sql, target, this.workspaceId, missing, field.only)) {
      found.set(text, referenceNotFound(target, { text, only: field.only?.value ?? null, near, name }));
    }
    return found;
  }

  /** By the field that `match` names: values are compared as canonical texts. */
  private async byMatch(
    { field, target }: ReferenceField,
    by: ReferenceMatch,
    texts: readonly string[],
  ): Promise<ReadonlyMap<string, FoundReference | Issue>> {
    const kind = by.dataType === null ? fieldOf(target, by.field) : fieldOfDataType(by.dataType);
    const canonical = new Map(
      texts.flatMap((text): [string, string][] => {
        const read = readValue(kind, text);
        return typeof read === 'string' ? [[text, read]] : [];
      }),
    );
    const wanted = [...new Set(canonical.values())];
    const records = await lookUpByField(this.sql, target, this.workspaceId, by, wanted, field.only);
    const found = new Map<string, FoundReference | Issue>();
    for (const [text, value] of canonical) {
      const record = records.get(value);
      if (record) {
        found.set(text, record.records === 1 ? record : ambiguousReference(target, by.field, text, record));
      }
    }
    return found;
  }

  private names(name: string): Map<string, FoundReference | Issue | null> {
    const names = this.byField.get(name) ?? new Map<string, FoundReference | Issue | null>();
    this.byField.set(name, names);
    return names;
  }
}
