import { readReferenceMatches, referenced, type ReferenceMatch } from '../../catalog/binding/reference-match';
import type { RecordType } from '../../catalog/record-type';
import type { ResourceRegistry } from '../../catalog/registry';
import type { ResourceDescription } from '../../catalog/resource';

/**
 * The fields by which an import looks up references, checked. `typesOf`: types of a referenced resource that have a custom
 * field of this name. Throws a BindingError with the pointer `/match/<reference field>`.
 */
export async function loadMatches(
  registry: ResourceRegistry,
  resource: ResourceDescription,
  match: Readonly<Record<string, string>> = {},
  typesOf: (target: ResourceDescription, field: string) => Promise<readonly RecordType[]>,
): Promise<ReferenceMatch[]> {
  const types = new Map<string, readonly RecordType[]>();
  for (const [name, field] of Object.entries(match)) {
    const target = referenced(registry, resource, name);
    const isCustom = !target.fields.has(field) && target.customFields !== null;
    if (isCustom)
      types.set(target.name, [...(types.get(target.name) ?? []), ...(await typesOf(target, field))]);
  }
  return readReferenceMatches(registry, resource, match, ({ name }) => types.get(name) ?? []);
}
