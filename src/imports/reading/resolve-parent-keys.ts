import type { Draft } from '../../catalog/reading/draft';
import type { ParentKey, ResourceDescription } from '../../catalog/resource';
import { applyParentKey } from '../../catalog/rules/resolve-draft';
import type { ReadingContext } from './reading-context';
import { archivedNameSql } from '../../catalog/sql/record-source';
import { isInWorkspace, quote } from '../../catalog/sql/sql-text';
import type { Sql } from '../../database/sql';

/** The UUIDs of the two references of a row to its parent. */
type Pair = readonly [first: string, second: string];

/**
 * Gives the drafts the keys of their parents. A pair of references without a parent is a row error when parents are records;
 * otherwise the parent is returned, to be created with the first record that needs it.
 */
export async function resolveParentKey(
  context: ReadingContext,
  parentKey: ParentKey,
  cache: ParentKeyCache,
  drafts: readonly Draft[],
): Promise<NewParent[]> {
  const pairs: Pair[] = [];
  let last: Pair = ['', ''];
  for (const draft of drafts) {
    const pair = draft.errors.length === 0 ? pairOf(parentKey, draft, last) : null;
    if (pair && pair !== last) pairs.push((last = pair));
  }
  const isByNaturalKey = context.layout.match.by === 'natural';
  const newParents = await cache.lookUp(pairs);
  const noun = parentKey.resource === null ? null : context.registry.get(parentKey.resource).noun;
  last = ['', ''];
  let key: string | null = null;
  for (const draft of drafts) {
    if (draft.errors.length > 0) continue;
    const pair = pairOf(parentKey, draft, last);
    if (pair && pair !== last) key = cache.keyOf((last = pair));
    const absent = parentKey.fields.find((name) => !draft.core.get(name));
    applyParentKey(draft, context.registry, parentKey, {
      paired: pair === null ? undefined : key,
      wanted: isByNaturalKey && absent !== undefined ? [absent] : [],
    });
    const archived = pair === null || noun === null ? null : cache.archivedName(key);
    if (archived !== null && noun !== null)
      (draft.archivedParents ??= []).push({ field: null, noun, name: archived });
  }
  return newParents;
}

/** The pair of a row; null unless the row has both references. Returns `last` itself when it is the same pair. */
function pairOf({ fields: [a = '', b = ''] }: ParentKey, { core }: Draft, last: Pair): Pair | null {
  const first = core.get(a);
  const second = core.get(b);
  if (!first || !second) return null;
  return first === last[0] && second === last[1] ? last : [first, second];
}

/** A parent that does not exist yet. Its key is reserved; it is created with the first record that needs it. */
export interface NewParent {
  readonly id: string;
  /** The UUIDs of its two references. */
  readonly parents: readonly string[];
}

/** The key of a pair of references, and what the parent is known by if it is archived. */
interface FoundParentKey {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly archived: string | null;
}

/** Number of keys that are reserved at once beyond those needed: a gap costs nothing, a round trip does. */
const RESERVED_KEYS = 1_000;

/**
 * Looks up the keys of parents by their pairs of references, each pair once: one statement per batch. Keys of new parents are
 * reserved from the sequence, which writes no row. Entries are never dropped: one pair must not get two keys.
 */
export class ParentKeyCache {
  /** By the first reference, then the second. */
  private readonly known = new Map<string, Map<string, string | null>>();

  /** By their keys, what the archived ones of the parents are known by. */
  private readonly archived = new Map<string, string>();

  private readonly reserved: string[] = [];

  constructor(
    private readonly sql: Sql,
    private readonly parentKey: ParentKey,
    private readonly workspaceId: string,
    /** The resource of the parents; null when they are no records. */
    private readonly parents: ResourceDescription | null,
  ) {}

  /** The key of a pair that was looked up; null when it has no parent. */
  keyOf([first = '', second = '']: readonly string[]): string | null {
    return this.known.get(first)?.get(second) ?? null;
  }

  /** What the parent with this key is known by, if it is archived. */
  archivedName(key: string | null): string | null {
    return this.archived.size === 0 || key === null ? null : (this.archived.get(key) ?? null);
  }

  /** Looks up the pairs that are not known yet. Returns the parents that must be created. */
  async lookUp(pairs: readonly (readonly string[])[]): Promise<NewParent[]> {
    const unknown = pairs.filter((pair) => this.addPair(pair));
    if (unknown.length === 0) return [];
    for (const { id, a, b, archived } of await this.find(unknown)) {
      this.known.get(a)?.set(b, id);
      if (archived !== null) this.archived.set(id, archived);
    }
    if (this.parentKey.resource !== null) return [];
    const missing = unknown.filter((pair) => this.keyOf(pair) === null);
    const ids = await this.reserve(missing.length);
    return missing.map((parents, index) => {
      const [first = '', second = ''] = parents;
      const id = ids[index] ?? '';
      this.known.get(first)?.set(second, id);
      return { id, parents };
    });
  }

  /** Adds a pair without a key. Returns true for a new pair. */
  private addPair([first = '', second = '']: readonly string[]): boolean {
    const seconds = this.known.get(first) ?? new Map<string, string | null>();
    this.known.set(first, seconds);
    if (seconds.has(second)) return false;
    seconds.set(second, null);
    return true;
  }

  private find(pairs: readonly (readonly string[])[]): Promise<FoundParentKey[]> {
    const [a = '', b = ''] = this.parentKey.fields.map(quote);
    const archived = this.parents === null ? 'NULL::text' : archivedNameSql(this.parents, 't');
    return this.sql.query(
      `SELECT t.id::text AS id, t.${a} AS a, t.${b} AS b, ${archived} AS archived
       FROM unnest($2::uuid[], $3::uuid[]) AS wanted (a, b)
       CROSS JOIN LATERAL (SELECT * FROM ${quote(this.parentKey.table)} t
         WHERE ${isInWorkspace('t.workspace_id', '$1')} AND t.${a} = wanted.a AND t.${b} = wanted.b OFFSET 0) t`,
      [this.workspaceId, pairs.map(([first]) => first ?? ''), pairs.map(([, second]) => second ?? '')],
    );
  }

  /** Takes `count` keys from those reserved from the sequence. */
  private async reserve(count: number): Promise<string[]> {
    if (count <= this.reserved.length) return this.reserved.splice(0, count);
    const rows = await this.sql.query<{ id: string }>(
      `SELECT nextval(pg_get_serial_sequence($1, 'id'))::text AS id FROM generate_series(1, $2)`,
      [this.parentKey.table, count + RESERVED_KEYS],
    );
    this.reserved.push(...rows.map(({ id }) => id));
    return this.reserved.splice(0, count);
  }
}
