import { sortTerms } from '../catalog/filter/sort-sql';
import type { Sql } from '../database/sql';
import { toPage, type Page } from '../http/pagination/page';
import { findHolders, type Holder, type Place } from './find-holders';
import { PageCursor } from './page-cursor';
import { readHeld, type HeldRecord } from './read-held';
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
  const width = scope.resource.through?.fields.length ?? 0;
  const cursor = new PageCursor([], sortTerms([], newStatement(scope)));
  const start = after === null ? null : cursor.read(after);
  const found: HeldRecord[] = [];
  const read = async (
    holders: readonly Holder[],
    behind: readonly (string | null)[] | null,
  ): Promise<void> => {
    const wanted = limit + 1 - found.length;
    if (holders.length === 0 || wanted <= 0) return;
    found.push(...(await readHeld(sql, scope, selection, holders, behind, wanted)));
  };
  let place: Place | null = start && { values: start.slice(0, width), included: true };
  for (let step = FIRST_STEP; ; step = Math.min(step * GROWTH, LARGEST_STEP)) {
    const holders = await findHolders(sql, scope, selection, place, step);
    const [first] = holders;
    const within = start !== null && place?.included === true && isAt(place, first);
    if (within) await read(holders.slice(0, 1), start.slice(width));
    await read(within ? holders.slice(1) : holders, null);
    const last = holders.at(-1);
    if (found.length > limit || !last || holders.length < step) break;
    place = { values: last.values, included: false };
  }
  const { data, meta } = toPage(found, limit, ({ holder, rest }) =>
    cursor.write([...holder.values, ...rest]),
  );
  return { data: data.map(({ row }) => row), meta };
}

const isAt = ({ values }: Place, holder: Holder | undefined): boolean =>
  holder?.values.every((value, at) => value === values[at]) === true;
