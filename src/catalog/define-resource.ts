import { fieldOf, SYSTEM_FIELDS } from './resource-fields';
import type { ResourceDescription, ResourceDefinition } from './resource';

const NAME = /^[a-z][a-z0-9_]*$/;

/**
 * Turns the words of a team into a description, and refuses at once what could never work: a natural key that is no
 * field, a name that SQL would have to quote, a field that the system has already.
 */
export function defineResource(words: ResourceDefinition): ResourceDescription {
  const { name, table, naturalKey, customFields } = words;
  const description: ResourceDescription = {
    ...words,
    identifiedBy: words.identifiedBy ?? null,
    fields: new Map(Object.entries(words.fields)),
    customFields: customFields ?? null,
    parentKey: words.parentKey ?? null,
    packedId: words.packedId ?? null,
    period: words.period ?? null,
    fieldsTable: words.fieldsTable ?? null,
    search: words.search ?? [],
    importable: words.importable ?? true,
    exportable: words.exportable ?? true,
    hardDelete: words.hardDelete ?? false,
    archivable: words.archivable ?? true,
  };
  for (const word of [
    name,
    table,
    ...description.fields.keys(),
    ...(customFields ? [customFields.column] : []),
    ...(words.parentKey ? [words.parentKey.table, words.parentKey.column] : []),
  ]) {
    if (!NAME.test(word)) throw new Error(`Resource ${name}: "${word}" is not a lower-case SQL name.`);
  }
  for (const system of Object.keys(SYSTEM_FIELDS)) {
    if (description.fields.has(system))
      throw new Error(`Resource ${name}: every record has the field ${system} already.`);
  }
  const { parentKey, packedId } = description;
  const named = [
    ...naturalKey,
    ...description.search,
    description.identifiedBy,
    customFields?.typeField,
    ...(parentKey?.fields ?? []),
    parentKey?.directField,
    packedId?.instant,
    words.period?.from,
    words.period?.until,
  ];
  for (const field of named) if (field) fieldOf(description, field);
  if (packedId && !parentKey) throw new Error(`Resource ${name}: a packed id needs the key of \`through\`.`);
  if (customFields && fieldOf(description, customFields.typeField).target === null) {
    throw new Error(`Resource ${name}: ${customFields.typeField} must be a reference to the types.`);
  }
  return description;
}
