import { fieldOf, SYSTEM_FIELDS } from './resource-fields';
import { MAX_STAGED_FIELDS, type ResourceDefinition, type ResourceDescription } from './resource';
import { fieldsOfRule } from './rules/record-rules';
import { ownFields } from './sql/record-source';

const NAME = /^[a-z][a-z0-9_]*$/;

/**
 * Completes a definition with the defaults. Throws an Error with one sentence for a definition that can never work: a field
 * that does not exist, a name that SQL would have to quote, a name of a system field, a parent key without exactly two
 * fields, or too many fields for an import. What concerns several resources is checked by `ResourceRegistry`.
 */
export function defineResource(definition: ResourceDefinition): ResourceDescription {
  const resource: ResourceDescription = {
    ...definition,
    identifiedBy: definition.identifiedBy ?? null,
    fields: new Map(Object.entries(definition.fields)),
    customFields: definition.customFields ?? null,
    parentKey: definition.parentKey ?? null,
    packedId: definition.packedId ?? null,
    period: definition.period ?? null,
    rules: definition.rules ?? [],
    fieldsTable: definition.fieldsTable ?? null,
    search: definition.search ?? [],
    importable: definition.importable ?? true,
    exportable: definition.exportable ?? true,
    hardDelete: definition.hardDelete ?? false,
    archivable: definition.archivable ?? true,
  };
  checkNames(resource);
  checkFieldsExist(resource);
  const { name, packedId, parentKey, customFields } = resource;
  if (packedId && !parentKey) throw new Error(`Resource ${name}: a packed id needs a parent key.`);
  if (customFields && fieldOf(resource, customFields.typeField).target === null) {
    throw new Error(`Resource ${name}: ${customFields.typeField} must be a reference to the types.`);
  }
  checkLimits(resource);
  return resource;
}

function checkNames({ name, table, fields, customFields, parentKey }: ResourceDescription): void {
  const names = [name, table, ...fields.keys()];
  if (customFields) names.push(customFields.column);
  if (parentKey) names.push(parentKey.table, parentKey.column);
  const unusable = names.find((candidate) => !NAME.test(candidate));
  if (unusable !== undefined) {
    throw new Error(`Resource ${name}: "${unusable}" is not a lower-case SQL name.`);
  }
  const system = Object.keys(SYSTEM_FIELDS).find((candidate) => fields.has(candidate));
  if (system !== undefined) {
    throw new Error(`Resource ${name}: every record has the field ${system} already.`);
  }
}

/** Throws when the definition names a field that it does not have. */
function checkFieldsExist(resource: ResourceDescription): void {
  const { naturalKey, search, identifiedBy, customFields, parentKey, packedId, period } = resource;
  const named = [
    ...naturalKey,
    ...search,
    identifiedBy,
    customFields?.typeField,
    ...(parentKey?.fields ?? []),
    parentKey?.directField,
    packedId?.instant,
    period?.from,
    period?.until,
    ...resource.rules.flatMap(fieldsOfRule),
  ];
  for (const field of named) if (field) fieldOf(resource, field);
}

/** Throws for what an import could not do. */
function checkLimits(resource: ResourceDescription): void {
  const { name, parentKey, importable } = resource;
  if (parentKey && parentKey.fields.length !== 2) {
    throw new Error(
      `Resource ${name}: a parent key needs exactly two fields, not ${parentKey.fields.length}.`,
    );
  }
  const own = ownFields(resource).length;
  const max = MAX_STAGED_FIELDS - 1; // `archived_at` is staged too
  if (importable === true && own > max) {
    throw new Error(
      `Resource ${name}: an import can stage at most ${max} fields of its own table, not ${own}.`,
    );
  }
}
