import type { ResourceDescription } from './resource';

/** All described resources by name. `resources/` provides the one instance under this class as its token. */
export class ResourceRegistry {
  private readonly byName: ReadonlyMap<string, ResourceDescription>;

  constructor(readonly all: readonly ResourceDescription[]) {
    this.byName = new Map(all.map((resource) => [resource.name, resource]));
    if (this.byName.size !== all.length) throw new Error('Two resources have the same name.');
    for (const resource of all) {
      for (const [name, field] of resource.fields) {
        if (field.target !== null && !this.byName.has(field.target)) {
          throw new Error(`${resource.name}.${name} refers to ${field.target}, which no resource is named.`);
        }
      }
    }
  }

  find(name: string): ResourceDescription | undefined {
    return this.byName.get(name);
  }

  get(name: string): ResourceDescription {
    const resource = this.byName.get(name);
    if (!resource) throw new Error(`There is no resource ${name}.`);
    return resource;
  }

  /** The resource that holds the types of `resource`; null when it has no custom fields. */
  typesOf(resource: ResourceDescription): ResourceDescription | null {
    const target = resource.customFields && resource.fields.get(resource.customFields.typeField)?.target;
    return target ? this.get(target) : null;
  }
}
