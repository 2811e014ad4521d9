import { fieldOf } from './field-of';
import { SYSTEM_FIELDS } from './system-fields';
import type { ResourceDescription, ResourceWords } from './resource';

const NAME = /^[a-z][a-z0-9_]*$/;

/**
 * Turns the words of a team into a description, and refuses at once what could never work: a natural key that is no
 * field, a name that SQL would have to quote, a field that the system has already.
 */
export function defineResource(words: ResourceWords): ResourceDescription {
  const { name, table, naturalKey, customFields } = words;
  const description: ResourceDescription = {
    ...words,
    identifiedBy: words.identifiedBy ?? null,
    fields: new Map(Object.entries(words.fields)),
    customFields: customFields ?? null,
    fieldsTable: words.fieldsTable ?? null,
    search: words.search ?? [],
    importable: words.importable ?? true,
    exportable: words.exportable ?? true,
    hardDelete: words.hardDelete ?? false,
  };
  for (const word of [name, table, ...description.fields.keys(), ...(customFields ? [customFields.column] : [])]) {
    if (!NAME.test(word)) throw new Error(`Resource ${name}: "${word}" is not a lower-case SQL name.`);
  }
  for (const system of Object.keys(SYSTEM_FIELDS)) {
    if (description.fields.has(system)) throw new Error(`Resource ${name}: every record has the field ${system} already.`);
  }
  const named = [...naturalKey, ...description.search, description.identifiedBy, customFields?.typeField];
  for (const field of named) if (field) fieldOf(description, field);
  if (customFields && fieldOf(description, customFields.typeField).target === null) {
    throw new Error(`Resource ${name}: ${customFields.typeField} must be a reference to the types.`);
  }
  return description;
}
