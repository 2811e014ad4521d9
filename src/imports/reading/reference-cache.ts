import type { Field } from '../../catalog/field';
import type { ResourceRegistry } from '../../catalog/registry';
import type { Sql } from '../../database/sql';
import { resolveReferences } from '../../records/resolve-references';

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
