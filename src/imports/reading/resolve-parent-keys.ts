import { type Draft, refuse } from '../../catalog/reading/draft';
import { required } from '../../catalog/reading/read-value';
import type { ParentKey } from '../../catalog/resource';
import type { ReadingContext } from './reading-context';
import { isInWorkspace, quote } from '../../catalog/sql/sql-text';
import type { Sql } from '../../database/sql';

/** The UUIDs that a row gives for the two references of `through`. */
type Pair = readonly [first: string, second: string];

/**
 * Puts the key of `through` in the place of the references it stands for. A pair that nothing has is a row error where
 * the row must exist; otherwise it is answered, to be made with the first record that needs it.
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
  const made = await cache.learn(pairs);
  last = ['', ''];
  let key: string | null = null;
  for (const draft of drafts) {
    if (draft.errors.length > 0) continue;
    const pair = pairOf(parentKey, draft, last);
    if (pair && pair !== last) key = cache.keyOf((last = pair));
    settle(context, parentKey, draft, pair === null ? undefined : key);
  }
  return made;
}

/** `paired`: the key of the row's pair, null when nothing has it; undefined when the row does not give the pair. */
function settle(
  context: ReadingContext,
  parentKey: ParentKey,
  draft: Draft,
  paired: string | null | undefined,
): void {
  const direct = (parentKey.directField === null ? null : draft.core.get(parentKey.directField)) ?? null;
  draft.parentKey = direct ?? paired ?? null;
  if (paired === null) refuse(draft, null, missing(context, parentKey, draft), null);
  else if (direct !== null && paired !== undefined && direct !== paired) {
    refuse(draft, parentKey.directField, contradiction(parentKey), direct);
  } else if (draft.parentKey === null && context.layout.match.by === 'natural') {
    const absent = parentKey.fields.find((name) => !draft.core.get(name)) ?? '';
    refuse(draft, draft.labels.get(absent) ?? absent, required(absent), null);
  }
}

/** The pair of a row, null unless it gives both; `last` itself when it is the same, for files are mostly sorted. */
function pairOf({ fields: [a = '', b = ''] }: ParentKey, { core }: Draft, last: Pair): Pair | null {
  const first = core.get(a);
  const second = core.get(b);
  if (!first || !second) return null;
  return first === last[0] && second === last[1] ? last : [first, second];
}

function missing(
  { registry }: ReadingContext,
  parentKey: ParentKey,
  draft: Draft,
): { code: string; message: string } {
  const names = parentKey.fields.map(
    (name) => `${name} "${draft.given?.get(name) ?? draft.core.get(name) ?? ''}"`,
  );
  const { noun, title } = registry.get(parentKey.resource ?? '');
  const message = `There is no ${noun} of ${names.join(' and ')}. Create or import ${title.toLowerCase()} first.`;
  return { code: 'reference_not_found', message };
}

const contradiction = ({ fields, directField }: ParentKey): { code: string; message: string } => ({
  code: 'conflict',
  message: `${directField ?? ''} names another record than ${fields.join(' and ')} do; keep one of the two.`,
});

/** A row of `through` that is not there yet: its key is reserved, and it is made with the first record that needs it. */
export interface NewParent {
  readonly id: string;
  readonly parents: readonly string[];
}

const RESERVE = 1_000;

/**
 * Finds the keys that stand for pairs of references, each pair once: one statement a batch. Keys of rows that are to be
 * made are reserved from the sequence, which writes nothing. Never forgets: one pair must not get two keys.
 */
export class ParentKeyCache {
  /** By the first parent, then the second: the UUIDs are shared with the references, so an entry is small. */
  private readonly known = new Map<string, Map<string, string | null>>();

  private readonly reserved: string[] = [];

  constructor(
    private readonly sql: Sql,
    private readonly parentKey: ParentKey,
    private readonly workspaceId: string,
  ) {}

  /** The key of a pair that was learnt; null when there is no such row and none is made. */
  keyOf([first = '', second = '']: readonly string[]): string | null {
    return this.known.get(first)?.get(second) ?? null;
  }

  /** Looks up what of `pairs` is not known yet; answers the rows that are to be made. */
  async learn(pairs: readonly (readonly string[])[]): Promise<NewParent[]> {
    const unknown = pairs.filter((pair) => this.note(pair));
    if (unknown.length === 0) return [];
    for (const { id, a, b } of await this.find(unknown)) this.known.get(a)?.set(b, id);
    if (this.parentKey.resource !== null) return [];
    const fresh = unknown.filter((pair) => this.keyOf(pair) === null);
    const ids = await this.reserve(fresh.length);
    return fresh.map((parents, index) => {
      const [first = '', second = ''] = parents;
      const id = ids[index] ?? '';
      this.known.get(first)?.set(second, id);
      return { id, parents };
    });
  }

  /** True the first time. */
  private note([first = '', second = '']: readonly string[]): boolean {
    const seconds = this.known.get(first) ?? new Map<string, string | null>();
    this.known.set(first, seconds);
    if (seconds.has(second)) return false;
    seconds.set(second, null);
    return true;
  }

  private find(pairs: readonly (readonly string[])[]): Promise<{ id: string; a: string; b: string }[]> {
    const [a = '', b = ''] = this.parentKey.fields.map(quote);
    return this.sql.query(
      `SELECT t.id::text AS id, t.${a} AS a, t.${b} AS b FROM unnest($2::uuid[], $3::uuid[]) AS wanted (a, b)
       CROSS JOIN LATERAL (SELECT * FROM ${quote(this.parentKey.table)} t
         WHERE ${isInWorkspace('t.workspace_id', '$1')} AND t.${a} = wanted.a AND t.${b} = wanted.b OFFSET 0) t`,
      [this.workspaceId, pairs.map(([first]) => first ?? ''), pairs.map(([, second]) => second ?? '')],
    );
  }

  /** Keys from the sequence, reserved by the thousand: a gap costs nothing, a round trip does. */
  private async reserve(count: number): Promise<string[]> {
    if (count <= this.reserved.length) return this.reserved.splice(0, count);
    const rows = await this.sql.query<{ id: string }>(
      `SELECT nextval(pg_get_serial_sequence($1, 'id'))::text AS id FROM generate_series(1, $2)`,
      [this.parentKey.table, count + RESERVE],
    );
    this.reserved.push(...rows.map(({ id }) => id));
    return this.reserved.splice(0, count);
  }
}
