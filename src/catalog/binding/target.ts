import { shownText } from '../../formats/shown-text';
import type { RecordType } from '../record-type';
import type { ResourceDescription } from '../resource';
import { ARCHIVED_AT } from '../resource-fields';

/** What a column or key of a file feeds: a field of the resource, or a custom field by its key. */
export interface Target {
  readonly scope: 'core' | 'custom';
  readonly name: string;
}

const CUSTOM_PREFIX = 'field.';

/** Everything a file of this resource may feed, by the names under which it may do so. */
export function targetsOf(resource: ResourceDescription, types: readonly RecordType[]): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const type of types) {
    for (const { key } of type.fields) {
      const target: Target = { scope: 'custom', name: key };
      targets.set(CUSTOM_PREFIX + key, target);
      targets.set(key, target);
    }
  }
  // A custom field whose key equals a core field is written field.<key>: the core field wins the plain name.
  for (const name of [...resource.fields.keys(), ARCHIVED_AT]) targets.set(name, { scope: 'core', name });
  targets.delete('id');
  return targets;
}

/** One text a target, so that two names of one field meet. */
export const targetKey = ({ scope, name }: Target): string => `${scope}:${name}`;

/** A mapping, a default or an identifier column that cannot be meant: refused before there is a job (docs/contract.md 6.2). */
export class BindingError extends Error {
  constructor(
    readonly code: string,
    /** JSON pointer into the request: `/mapping/Symbol`, `/field_options/name/from`, `/identifier_column`. */
    readonly pointer: string,
    message: string,
  ) {
    super(shownText(message));
  }
}
