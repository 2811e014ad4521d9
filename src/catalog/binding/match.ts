import { BindingError, type Target } from './target';
import type { Mapping } from './binding-options';
import type { ResourceDescription } from '../resource';

/** By what a row finds the record that it updates (docs/contract.md 4.2 and 6.2). */
export type Match = { by: 'natural' } | { by: 'id' } | { by: 'custom'; key: string };

/**
 * Reads `identifier_column`. It names a field after mapping; a mapped column's own name works too.
 * Throws a BindingError `invalid_identifier_column`.
 */
export function readMatch(
  resource: ResourceDescription,
  targets: ReadonlyMap<string, Target>,
  mapping: Mapping,
  identifierColumn: string | null,
): Match {
  if (identifierColumn === null) return { by: 'natural' };
  const name = Object.hasOwn(mapping, identifierColumn) ? mapping[identifierColumn] : identifierColumn;
  if (name === 'id') return { by: 'id' };
  const target = targets.get(name ?? '');
  const [only, ...others] = resource.naturalKey;
  if (others.length === 0 && target?.scope === 'core' && target.name === only) return { by: 'natural' };
  if (others.length === 0 && target?.scope === 'custom') return { by: 'custom', key: target.name };
  const allowed =
    others.length > 0
      ? `Leave it out (rows match on ${resource.naturalKey.join(', ')}) or give id.`
      : `Give ${only}, id or a custom field.`;
  throw new BindingError(
    'invalid_identifier_column',
    '/identifier_column',
    `"${identifierColumn}" cannot identify ${resource.title.toLowerCase()}. ${allowed}`,
  );
}
