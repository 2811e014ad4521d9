import type { Field } from '../catalog/field';
import { opsOf } from '../catalog/filter/filter-fields';
import { instantField, systemFieldsOf } from '../catalog/resource-fields';
import { DATA_TYPES, fieldOfDataType } from '../catalog/record-type';
import type { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import type { CustomFieldDefinition, FieldDefinition, ResourceDefinition } from './resource-definition';

/** The definitions of all resources for the console; a new resource needs no line here. */
export function describeResources(registry: ResourceRegistry): ResourceDefinition[] {
  return registry.all.map((resource) => ({
    name: resource.name,
    title: resource.title,
    noun: resource.noun,
    collection: resource.name.replaceAll('_', '-'),
    naturalKey: resource.naturalKey,
    identifiedBy: resource.identifiedBy,
    fields: [...resource.fields, ...systemFieldsOf(resource)].map(describeField),
    customFields: describeCustomFields(registry, resource),
    isType: resource.fieldsTable !== null,
    searchable: resource.search.length > 0,
    importable: resource.importable,
    exportable: resource.exportable,
    archivable: resource.archivable,
    instant: instantField(resource),
  }));
}

function describeField([name, field]: readonly [string, Field]): FieldDefinition {
  const { kind, required, target, only, values, describe, example } = field;
  return { name, kind: kind.name, required, target, only, values, ops: opsOf(field), describe, example };
}

function describeCustomFields(
  registry: ResourceRegistry,
  resource: ResourceDescription,
): CustomFieldDefinition | null {
  const types = registry.typesOf(resource);
  if (resource.customFields === null || types === null) return null;
  const { typeField, key, form } = resource.customFields;
  const ops = Object.fromEntries(DATA_TYPES.map((dataType) => [dataType, opsOf(fieldOfDataType(dataType))]));
  return { typeField, types: types.name, key, form, ops };
}
