import { sortTerms } from '../catalog/filter/sort-sql';
import type { Sql } from '../database/sql';
import { toPage, type Page } from '../http/pagination/page';
import { findParents, type Parent, type Place } from './find-parents';
import { PageCursor } from './page-cursor';
import { readChildren, type ChildRecord } from './read-children';
import type { RecordRow } from './record-row';
import { newStatement, type RecordScope } from './record-scope';
import type { Selection } from './selection';

/** Holders looked at in the first step; each further step looks at four times as many, up to the most. */
const FIRST_STEP = 16;
const GROWTH = 4;
const LARGEST_STEP = 4_096;

/**
 * One page in the order of the natural key of records that hang on rows of `through` (their holders). There may be
 * millions of records, and no index knows that order: so the holders are walked in it, and of each at most a page of
 * records is read, along the primary key. Throws 400 `invalid_cursor`.
 */
export async function walkPage(
  sql: Sql,
  scope: RecordScope,
  selection: Selection,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<Page<RecordRow>> {
  const width = scope.resource.parentKey?.fields.length ?? 0;
  const cursor = new PageCursor([], sortTerms([], newStatement(scope)));
  const start = after === null ? null : cursor.read(after);
  const found: ChildRecord[] = [];
  const read = async (
    parents: readonly Parent[],
    behind: readonly (string | null)[] | null,
  ): Promise<void> => {
    const wanted = limit + 1 - found.length;
    if (parents.length === 0 || wanted <= 0) return;
    found.push(...(await readChildren(sql, scope, selection, parents, behind, wanted)));
  };
  let place: Place | null = start && { values: start.slice(0, width), included: true };
  for (let step = FIRST_STEP; ; step = Math.min(step * GROWTH, LARGEST_STEP)) {
    const parents = await findParents(sql, scope, selection, place, step);
    const [first] = parents;
    const within = start !== null && place?.included === true && isAt(place, first);
    if (within) await read(parents.slice(0, 1), start.slice(width));
    await read(within ? parents.slice(1) : parents, null);
    const last = parents.at(-1);
    if (found.length > limit || !last || parents.length < step) break;
    place = { values: last.values, included: false };
  }
  const { data, meta } = toPage(found, limit, ({ holder, rest }) =>
    cursor.write([...holder.values, ...rest]),
  );
  return { data: data.map(({ row }) => row), meta };
}

const isAt = ({ values }: Place, holder: Parent | undefined): boolean =>
  holder?.values.every((value, at) => value === values[at]) === true;
