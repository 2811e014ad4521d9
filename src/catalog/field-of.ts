import type { Field } from './field';
import type { ResourceDescription } from './resource';

/** The field `name` of a resource; a name that the description does not have is a mistake of ours. */
export function fieldOf(resource: ResourceDescription, name: string): Field {
  const field = resource.fields.get(name);
  if (!field) throw new Error(`Resource ${resource.name} has no field ${name}.`);
  return field;
}
