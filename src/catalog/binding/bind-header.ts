import { FileError } from '../../formats/format';
import type { Binder } from './binder';
import { targetKey, type Target } from './target';

/** One column of a CSV file: its name there and the field it feeds, or null when it feeds none. */
export interface BoundColumn {
  readonly label: string;
  readonly target: Target | null;
}

/** Maximum columns of the header in a message. */
const MAX_SHOWN_COLUMNS = 20;

/**
 * Binds the header of a CSV file. Throws FileError `missing_column` (a column that must feed the natural key or that the
 * mapping names is not there; the header that was found is shown) and `duplicate_column` (two columns for one field).
 */
export function bindHeader(binder: Binder, header: readonly string[]): BoundColumn[] {
  const absent = binder.mappedColumns.filter((column) => !header.includes(column));
  if (absent.length > 0)
    throw missing(`The mapping names ${list(absent)}, which the file does not have.`, header);
  const columns = header.map((label) => ({ label, target: label === '' ? null : binder.targetOf(label) }));
  const fed = new Map<string, string>();
  for (const { label, target } of columns) {
    if (!target) continue;
    const other = fed.get(targetKey(target));
    if (other !== undefined) {
      throw new FileError(
        'duplicate_column',
        `The columns "${other}" and "${label}" feed the same field; keep one.`,
        1,
      );
    }
    fed.set(targetKey(target), label);
  }
  for (const { target } of binder.defaults) fed.set(targetKey(target), target.name);
  const unfed = keyTargets(binder).filter(
    (target) => !fed.has(targetKey(target)) && !isReplaced(binder, target, fed),
  );
  if (unfed.length > 0) {
    const names = unfed.map(({ name }) => name);
    throw missing(`No column and no default feeds ${list(names)}, by which rows are told apart.`, header);
  }
  return columns;
}

/** True for a reference to a parent when the file has the direct reference to the parent instead. */
function isReplaced(
  { resource: { parentKey } }: Binder,
  { name }: Target,
  fed: ReadonlyMap<string, string>,
): boolean {
  if (!parentKey?.directField || !parentKey.fields.includes(name)) return false;
  return fed.has(targetKey({ scope: 'core', name: parentKey.directField }));
}

function keyTargets({ match, resource }: Binder): Target[] {
  if (match.by === 'id') return [{ scope: 'core', name: 'id' }];
  if (match.by === 'custom') return [{ scope: 'custom', name: match.key }];
  return resource.naturalKey.map((name) => ({ scope: 'core', name }));
}

const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

function missing(what: string, header: readonly string[]): FileError {
  const shown = header
    .slice(0, MAX_SHOWN_COLUMNS)
    .map((name) => (name.length > 60 ? `${name.slice(0, 60)}…` : name));
  const more = header.length > MAX_SHOWN_COLUMNS ? ` and ${header.length - MAX_SHOWN_COLUMNS} more` : '';
  return new FileError('missing_column', `${what} The first line of the file is: ${list(shown)}${more}.`, 1);
}
