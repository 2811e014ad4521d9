import type { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';

/** The resource of this name when it can be imported; otherwise the sentence that says why not, and what can be. */
export function findImportable(registry: ResourceRegistry, name: string): ResourceDescription | string {
  const resource = registry.find(name);
  if (resource?.importable === true) return resource;
  if (resource !== undefined) return resource.importable;
  const valid = registry.all.filter(({ importable }) => importable === true).map((one) => one.name);
  return `There is no resource type "${name.slice(0, 100)}". These can be imported: ${valid.join(', ')}.`;
}
