import { isReportColumn } from '../../formats/report-columns';
import { FileError } from '../../formats/format';
import { shownJson } from '../../formats/shown-text';
import type { Binder } from './binder';
import type { FieldSource } from './field-sources';
import { list, missingColumn, noHeaderAdvice, unknownHeaderAdvice, shownName } from './header-messages';
import { targetKey, type Target } from './target';
import { usualColumns, wideAdvice } from './unfed-advice';

/** One column of a CSV file: its name there and the field it feeds, or null when it feeds none. */
export interface BoundColumn {
  readonly label: string;
  readonly target: Target | null;
}

/** A field that `field_options` feeds, with the indexes of the columns from which it does. */
export interface BoundSource extends FieldSource {
  readonly indexes: readonly number[];
}

/** The header of a CSV file, bound. */
export interface BoundHeader {
  readonly columns: readonly BoundColumn[];
  readonly sources: readonly BoundSource[];
}

/**
 * Binds the header of a CSV file; a column that is unpivoted feeds no field by its name. Throws FileError
 * `missing_column` (a column that must feed the natural key or that an option names is not there; the header that was found
 * is shown), `duplicate_column` (two columns for one field), `unexpected_columns` and `unknown_columns`.
 */
export function bindHeader(binder: Binder, header: readonly string[]): BoundHeader {
  checkLayout(binder, header);
  const absent = binder.mappedColumns.filter((column) => !header.includes(column));
  if (absent.length > 0)
    throw missingColumn(`The request names ${list(absent)}, which the file does not have.`, header);
  const hasType = binder.namesType(header);
  const columns = header.map((label) => ({
    label,
    target: binder.isUnpivoted(label) ? null : binder.targetOf(label, hasType),
  }));
  const sources = binder.sources.map((source) => ({
    ...source,
    indexes: source.columns.map((column) => indexOf(header, column)),
  }));
  checkFed(binder, header, columns);
  checkUnknown(binder, columns);
  return { columns, sources };
}

/** Refuses two columns for one field, and a natural key that nothing feeds. */
function checkFed(binder: Binder, header: readonly string[], columns: readonly BoundColumn[]): void {
  const fed = new Map<string, number>();
  for (const [index, { label, target }] of columns.entries()) {
    if (!target) continue;
    const other = fed.get(targetKey(target));
    if (other !== undefined) throw twice(header, other, index);
    fed.set(targetKey(target), index);
    if (label === '' && header.filter((name) => name === '').length > 1) {
      throw duplicate('Several columns have no name; the mapping of "" can mean only one.', header);
    }
  }
  const { sources, defaults, unpivot } = binder;
  const others = [...sources, ...defaults].map(({ target }) => target);
  for (const target of [...others, ...(unpivot ? [unpivot.name, unpivot.value] : [])]) {
    fed.set(targetKey(target), -1);
  }
  const unfed = keyTargets(binder).filter(
    (target) => !fed.has(targetKey(target)) && !isReplaced(binder, target, fed),
  );
  if (unfed.length > 0) {
    const names = unfed.map(({ name }) => name);
    throw missingColumn(
      `No column and no default feeds ${list(names)}, by which rows are identified.`,
      header,
      adviceOn(names, binder, columns, fed) ||
        (columns.some(({ target }) => target) ? '' : unknownHeaderAdvice(header)),
    );
  }
}

/** What may feed the fields that nothing feeds. */
function adviceOn(
  unfed: readonly string[],
  binder: Binder,
  columns: readonly BoundColumn[],
  fed: ReadonlyMap<string, number>,
): string {
  const labels = columns.map(({ label }) => label);
  const free = columns.filter(({ label }) => label !== '' && binder.isUnknown(label));
  const unknown = free.flatMap(({ target, label }) => (target === null ? [label] : []));
  const usual = binder.match.by === 'natural' ? usualColumns(unfed, unknown) : [];
  const meant = suggestions(binder, labels, usual);
  if (meant !== '' || binder.unpivot !== null) return meant;
  return wideAdvice({
    resource: binder.resource,
    isFed: (name) => fed.has(targetKey({ scope: 'core', name })),
    unfed,
    unknown,
    kept: free.flatMap(({ target, label }) => (target === null ? [] : [label])),
  });
}

/** Names that are similar or usual, as a mapping that may be sent. */
function suggestions(
  binder: Binder,
  header: readonly string[],
  usual: readonly (readonly [string, string])[],
): string {
  const similar = header.flatMap((label) => {
    const field = binder.isUnknown(label) ? binder.suggest(label) : null;
    return field === null || header.includes(field) ? [] : [[label, field] as const];
  });
  const fields = new Set(similar.map(([, field]) => field));
  const all = [...similar, ...usual.filter(([, field]) => !fields.has(field))];
  if (all.length === 0) return '';
  return ` Did you mean mapping=${shownJson(Object.fromEntries(all.slice(0, 10)))}?`;
}

function twice(header: readonly string[], first: number, second: number): FileError {
  const [a = '', b = ''] = [header[first], header[second]];
  if (a === b) {
    const message = `The columns ${first + 1} and ${second + 1} have the same name "${shownName(a)}"; keep one or rename it.`;
    return duplicate(message, header);
  }
  return duplicate(
    `The columns "${shownName(a)}" and "${shownName(b)}" feed the same field; keep one, or ignore the other with mapping=${shownJson({ [b]: null })}.`,
    header,
  );
}

const duplicate = (message: string, header: readonly string[]): FileError =>
  new FileError('duplicate_column', `${message}${noHeaderAdvice(header)}`, 1);

/** The first column of a name; one that occurs twice would feed the field with either. */
function indexOf(header: readonly string[], column: string): number {
  const first = header.indexOf(column);
  const second = header.indexOf(column, first + 1);
  if (second >= 0) throw twice(header, first, second);
  return first;
}

/** True for a reference to a parent when the file has the direct reference to the parent instead. */
function isReplaced(
  { resource: { parentKey } }: Binder,
  { name }: Target,
  fed: ReadonlyMap<string, number>,
): boolean {
  if (!parentKey?.directField || !parentKey.fields.includes(name)) return false;
  return fed.has(targetKey({ scope: 'core', name: parentKey.directField }));
}

function keyTargets({ match, resource }: Binder): Target[] {
  if (match.by === 'id') return [{ scope: 'core', name: 'id' }];
  if (match.by === 'custom') return [{ scope: 'custom', name: match.key }];
  return resource.naturalKey.map((name) => ({ scope: 'core', name }));
}

/** `expect_columns`: a vendor's changed layout is an error of the file. Names of a JSON record are checked likewise. */
export function checkLayout({ options }: Binder, names: readonly string[]): void {
  const { expect_columns: expected } = options;
  if (!expected) return;
  const own = names.filter((name) => !isReportColumn(name));
  const missing = expected.filter((name) => !own.includes(name));
  const added = own.filter((name) => !expected.includes(name));
  if (missing.length + added.length === 0) return;
  const parts = [
    ...(missing.length > 0 ? [`missing: ${list(missing)}`] : []),
    ...(added.length > 0 ? [`new: ${list(added)}`] : []),
  ];
  throw new FileError(
    'unexpected_columns',
    `The columns of the file are not those of expect_columns; ${parts.join('; ')}. Check what changed, and then change expect_columns.`,
    1,
  );
}

/** `unknown_columns: error`. */
function checkUnknown(binder: Binder, columns: readonly BoundColumn[]): void {
  if (binder.options.unknown_columns !== 'error') return;
  const unknown = columns.flatMap(({ label, target }) =>
    target === null && binder.isUnknown(label) ? [label] : [],
  );
  if (unknown.length > 0) throw new FileError('unknown_columns', unknownColumns(unknown), 1);
}

/** Columns that nothing of the request names, where `unknown_columns` is `error`. */
export function unknownColumns(names: readonly string[]): string {
  const ignore = JSON.stringify(Object.fromEntries(names.slice(0, 5).map((name) => [name, null])));
  return `${list(names)} ${names.length === 1 ? 'feeds' : 'feed'} no field, and unknown_columns=error was sent. Map each to a field, or ignore it: mapping=${ignore}.`;
}
