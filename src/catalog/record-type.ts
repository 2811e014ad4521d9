import { boolean, date, decimal, text, type Field, type FieldDefinition } from './field';

/** What a custom field may hold (docs/contract.md 4.4). */
export const DATA_TYPES = ['text', 'number', 'date', 'boolean'] as const;
export type DataType = (typeof DATA_TYPES)[number];

/** A field that the users of a workspace gave to one of its types. */
export interface CustomField {
  readonly key: string;
  readonly label: string;
  readonly dataType: DataType;
  readonly required: boolean;
  readonly hasDefault: boolean;
  /** Canonical text, or null. */
  readonly defaultValue: string | null;
  readonly allowNull: boolean;
  readonly displayOrder: number;
}

/** A type of a workspace with its fields, in display order, then by key. */
export interface RecordType {
  readonly id: string;
  readonly identifier: string;
  /** Moves with every change of the fields, so that a long import notices one. */
  readonly fieldsVersion: number;
  readonly fields: readonly CustomField[];
}

const DEFINE: Record<DataType, (definition: FieldDefinition) => Field> = {
  text,
  number: decimal,
  date,
  boolean,
};
const EXAMPLES: Record<DataType, string> = {
  text: 'text',
  number: '1.50',
  date: '2026-01-31',
  boolean: 'true',
};

/** Custom fields become fields of the catalog's own kinds at run time. */
export function fieldOfDataType(dataType: DataType): Field {
  return DEFINE[dataType]({
    describe: `A custom field that holds a ${dataType}.`,
    example: EXAMPLES[dataType],
  });
}

const FIELDS = Object.fromEntries(
  DATA_TYPES.map((dataType) => [dataType, fieldOfDataType(dataType)]),
) as Record<DataType, Field>;

/** The field of a custom field; one object a data type, so that it may serve as a key. */
export const customFieldKind = (field: CustomField): Field => FIELDS[field.dataType];
