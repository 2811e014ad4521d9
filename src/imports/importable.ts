import type { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';

/**
 * The resource of this name when it can be imported; otherwise the sentence that says why not, and what can be. `shown`: how
 * the sentence calls an unknown name.
 */
export function findImportable(
  registry: ResourceRegistry,
  name: string,
  shown = `"${name.slice(0, 100)}"`,
): ResourceDescription | string {
  const resource = registry.find(name);
  if (resource?.importable === true) return resource;
  if (resource !== undefined) return resource.importable;
  const valid = registry.all.filter(({ importable }) => importable === true).map((one) => one.name);
  return `There is no resource type ${shown}. These can be imported: ${valid.join(', ')}.`;
}
