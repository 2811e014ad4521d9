import type { Field } from '../../catalog/field';
import type { ResourceRegistry } from '../../catalog/registry';
import type { Sql } from '../../database/sql';
import { resolveReferences } from '../../records/resolve-references';

/** Past so many names of one resource the cache starts anew: memory stays bounded, whatever the file holds. */
const MOST_NAMES = 200_000;

/** Resolves references once per distinct value: one statement a batch and resource, for what is not known yet. */
export class ReferenceCache {
  private readonly byTarget = new Map<string, Map<string, string | null>>();

  constructor(
    private readonly sql: Sql,
    private readonly registry: ResourceRegistry,
    private readonly workspaceId: string,
  ) {}

  /** Looks up what of `texts` is not known yet. */
  async learn(target: string, texts: ReadonlySet<string>): Promise<void> {
    let known = this.names(target);
    if (known.size > MOST_NAMES) this.byTarget.set(target, (known = new Map()));
    const unknown = [...texts].filter((text) => !known.has(text));
    if (unknown.length === 0) return;
    const found = await resolveReferences(this.sql, this.registry.get(target), this.workspaceId, unknown);
    for (const text of unknown) known.set(text, found.get(text) ?? null);
  }

  /** The UUID of a name that was learnt; null when nothing in the workspace has it. */
  idOf(field: Field, text: string): string | null {
    return this.names(field.target ?? '').get(text) ?? null;
  }

  private names(target: string): Map<string, string | null> {
    const names = this.byTarget.get(target) ?? new Map<string, string | null>();
    this.byTarget.set(target, names);
    return names;
  }
}
