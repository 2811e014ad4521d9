import type { Field } from '../../../src/catalog/field';
import { fieldOf } from '../../../src/catalog/resource-fields';
import type { ResourceRegistry } from '../../../src/catalog/registry';
import type { ResourceDescription } from '../../../src/catalog/resource';
import type { WorkspaceClient } from '../workspace-client';
import { collectionPath } from './collection-path';
import { nestCustom, SAMPLE_FIELDS, sampleCustom, sampleValue } from './sample-values';

/**
 * Creates, through the API, whatever the records of a resource refer to; the definitions say what
 * that is.
 */
export class Parents {
  /** How a file names each parent, by its resource and its sample. */
  private readonly made = new Map<string, Promise<string>>();

  constructor(
    private readonly client: WorkspaceClient,
    private readonly registry: ResourceRegistry,
  ) {}

  /**
   * Creates the record that reference `name` of a record of `resource` refers to, `text` being its
   * identifier, and all that this record refers to itself. Returns how a file names it. A second
   * call finds it there.
   */
  provide(resource: ResourceDescription, name: string, text: string): Promise<string> {
    const field = fieldOf(resource, name);
    const key = `${field.target ?? ''}:${text}`;
    const present = this.made.get(key);
    if (present) return present;
    const made = this.make(resource, name, field, text);
    this.made.set(key, made);
    return made;
  }

  /** Creates the record between `resource` and its references, where it must be there before. */
  async provideParents(
    { parentKey }: ResourceDescription,
    references: Record<string, string>,
  ): Promise<void> {
    if (!parentKey?.resource) return;
    const key = `${parentKey.resource}:${JSON.stringify(references)}`;
    const between = this.registry.get(parentKey.resource);
    const made = this.made.get(key) ?? this.post(between, references);
    this.made.set(key, made);
    await made;
  }

  private async make(
    resource: ResourceDescription,
    name: string,
    { target, only }: Field,
    text: string,
  ): Promise<string> {
    const parent = this.registry.get(target ?? '');
    const body: Record<string, unknown> = {};
    for (const [own, field] of parent.fields) {
      if (own === parent.parentKey?.directField) continue;
      if (own === parent.identifiedBy) body[own] = text;
      else if (own === only?.field) body[own] = only.value;
      else if (field.target !== null) body[own] = await this.provide(parent, own, field.example);
      else if (field.kind.pgType !== 'json') body[own] = sampleValue(field, 0);
    }
    const { customFields } = parent;
    if (customFields) body[customFields.key] = nestCustom(customFields, sampleCustom(0));
    if (name === resource.customFields?.typeField) body['fields'] = SAMPLE_FIELDS;
    const id = await this.post(parent, body);
    return parent.identifiedBy === null ? id : text;
  }

  private async post(parent: ResourceDescription, body: object): Promise<string> {
    const { id } = await this.client.post<{ id: string }>(collectionPath(parent), body);
    return id;
  }
}
