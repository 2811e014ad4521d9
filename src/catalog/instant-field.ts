import { fieldOf } from './field-of';
import type { ResourceDescription } from './resource';

const INSTANTS: readonly string[] = ['timestamptz', 'date'];

/** The field of the natural key that says when: lists of such records take `from` and `to`. Null when there is none. */
export function instantField(resource: ResourceDescription): string | null {
  return resource.naturalKey.find((name) => INSTANTS.includes(fieldOf(resource, name).kind.pgType)) ?? null;
}
