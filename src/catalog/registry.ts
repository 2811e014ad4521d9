import type { ResourceDescription } from './resource';

/** All resources by name. `resources/` provides the one instance, with this class as its token. */
export class ResourceRegistry {
  private readonly byName: ReadonlyMap<string, ResourceDescription>;

  constructor(readonly all: readonly ResourceDescription[]) {
    this.byName = new Map(all.map((resource) => [resource.name, resource]));
    if (this.byName.size !== all.length) throw new Error('Two resources have the same name.');
    for (const resource of all) this.checkReferences(resource);
  }

  find(name: string): ResourceDescription | undefined {
    return this.byName.get(name);
  }

  get(name: string): ResourceDescription {
    const resource = this.byName.get(name);
    if (!resource) throw new Error(`There is no resource ${name}.`);
    return resource;
  }

  /** The resource whose records are the types of `resource`; null when `resource` has no custom fields. */
  typesOf(resource: ResourceDescription): ResourceDescription | null {
    const target = resource.customFields && resource.fields.get(resource.customFields.typeField)?.target;
    return target ? this.get(target) : null;
  }

  /** Throws for a reference to nothing, and for one that the export of `resource` could not order by. */
  private checkReferences({ name, fields, naturalKey, exportable }: ResourceDescription): void {
    for (const [field, { target }] of fields) {
      if (target === null) continue;
      const referenced = this.byName.get(target);
      if (!referenced) {
        throw new Error(`Resource ${name}: ${field} refers to ${target}, and no resource has this name.`);
      }
      if (exportable && referenced.identifiedBy === null && naturalKey.includes(field)) {
        throw new Error(
          `Resource ${name}: its natural key has ${field}, which refers to ${target}. ` +
            `Exports order records by identifiers, and ${target} have none.`,
        );
      }
    }
  }
}
