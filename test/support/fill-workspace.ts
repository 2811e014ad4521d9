import type { Field } from '../../src/catalog/field';
import { ResourceRegistry } from '../../src/catalog/registry';
import type { ResourceDescription } from '../../src/catalog/resource';
import { RESOURCES } from '../../src/resources/resources.module';
import { collectionPath } from './resource-contract/collection-path';
import { Parents } from './resource-contract/parents';
import { nestCustom, sampleCustom, sampleValue } from './resource-contract/sample-values';
import type { TestApp } from './test-app';
import type { WorkspaceClient } from './workspace-client';

/** One record of every resource, made through the API. */
export async function fillWorkspace({ app }: TestApp, client: WorkspaceClient): Promise<void> {
  const parents = new Parents(client, app.get(ResourceRegistry));
  for (const resource of RESOURCES) {
    if (RESOURCES.some((other) => refersTo(other, resource))) continue; // made as a parent
    const { fields, parentKey, customFields } = resource;
    const body: Record<string, unknown> = {};
    for (const [name, field] of fields) {
      if (name === parentKey?.directField) continue;
      body[name] =
        field.target === null ? sampleOf(field) : await parents.provide(resource, name, field.example);
    }
    const pair = (parentKey?.fields ?? []).map((name): [string, string] => [name, String(body[name])]);
    await parents.provideParents(resource, Object.fromEntries(pair));
    if (customFields) body[customFields.key] = nestCustom(customFields, sampleCustom(1));
    await client.post(collectionPath(resource), body);
  }
}

/** A day with times is open. */
const sampleOf = (field: Field): string =>
  field.kind.pgType === 'boolean' ? field.example : sampleValue(field, 1);

const refersTo = (one: ResourceDescription, other: ResourceDescription): boolean =>
  [...one.fields.values()].some(({ target }) => target === other.name);
