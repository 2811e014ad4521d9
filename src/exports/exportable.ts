import type { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';

/** The resource of this name when it can be exported; otherwise the sentence that says why not, and what can be. */
export function findExportable(registry: ResourceRegistry, name: string): ResourceDescription | string {
  const resource = registry.find(name);
  if (resource?.exportable === true) return resource;
  const valid = registry.all.filter(({ exportable }) => exportable).map((one) => one.name);
  const what = resource
    ? `${resource.title} cannot be exported.`
    : `There is no object type "${name.slice(0, 100)}".`;
  return `${what} These can be exported: ${valid.join(', ')}.`;
}
