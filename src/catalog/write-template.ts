import { formatCsvRecord } from '../formats/csv/write-csv';
import type { FileFormat } from '../formats/format';
import type { JsonObject, JsonValue } from '../formats/json/json-value';
import { parseJson } from '../formats/json/parse-json';
import { writeJson } from '../formats/json/write-json';
import { exportColumns, fieldOrder } from './exporting/export-columns';
import { fieldOf } from './resource-fields';
import { customFieldKind, type CustomField, type RecordType } from './record-type';
import type { ResourceDescription } from './resource';

const EXAMPLE_DEPTH = 32;

/**
 * A file to start an import from: the columns of the resource and one example row. With `typeName` (UUID or identifier)
 * the row has that type, and its custom fields are there too. Throws an UnknownTypeError.
 */
export function templateFile(
  resource: ResourceDescription,
  types: readonly RecordType[],
  typeName: string | null,
  format: FileFormat,
): string {
  const type =
    typeName === null
      ? null
      : types.find(({ id, identifier }) => typeName === identifier || typeName.toLowerCase() === id);
  if (type === undefined) throw new UnknownTypeError(typeName ?? '');
  if (format === 'csv') return csvTemplate(resource, type);
  const record = writeJson(jsonTemplate(resource, type));
  return format === 'json' ? `[\n${record}\n]\n` : `${record}\n`;
}

function csvTemplate(resource: ResourceDescription, type: RecordType | null): string {
  const columns = exportColumns(resource, type ? [type] : [], false);
  const cells = columns.map(({ from, name }) =>
    from === 'field' ? fieldExample(resource, type, name) : customExample(customField(type, name)),
  );
  return formatCsvRecord(columns.map(({ header }) => header)) + formatCsvRecord(cells);
}

function jsonTemplate(resource: ResourceDescription, type: RecordType | null): JsonObject {
  const { before, after } = fieldOrder(resource);
  const record: JsonObject = {};
  const give = (name: string): void => {
    record[name] = native(resource, name, fieldExample(resource, type, name));
  };
  before.forEach(give);
  const { customFields } = resource;
  if (customFields) {
    const fields = type?.fields ?? [];
    record[customFields.key] =
      customFields.form === 'object'
        ? Object.fromEntries(fields.map((field) => [field.key, customExample(field)]))
        : fields.map((field) => ({ field_key: field.key, value: customExample(field) }));
  }
  after.forEach(give);
  return record;
}

function native(resource: ResourceDescription, name: string, example: string): JsonValue {
  const { pgType } = fieldOf(resource, name).kind;
  if (pgType === 'boolean') return example === 'true';
  return pgType === 'json' ? parseJson(example, { depth: EXAMPLE_DEPTH }) : example;
}

function fieldExample(resource: ResourceDescription, type: RecordType | null, name: string): string {
  return type && name === resource.customFields?.typeField
    ? type.identifier
    : fieldOf(resource, name).example;
}

const customField = (type: RecordType | null, key: string): CustomField | undefined =>
  type?.fields.find((field) => field.key === key);

function customExample(field: CustomField | undefined): string | null {
  return field ? (field.defaultValue ?? customFieldKind(field).example) : null;
}

/** A type that the workspace does not have. */
export class UnknownTypeError extends Error {
  constructor(readonly type: string) {
    super(`There is no type "${type}" in this workspace.`);
  }
}
