import type { Kind, KindOptions } from './kind';
import { booleanKind } from './kinds/boolean';
import { dateKind } from './kinds/date';
import { decimalKind } from './kinds/decimal';
import { identifierKind } from './kinds/identifier';
import { jsonKind } from './kinds/json';
import { referenceKind } from './kinds/reference';
import { textKind } from './kinds/text';
import { timestampKind } from './kinds/timestamp';

/** One field of a resource: how its values are read, stored and described. */
export interface Field extends KindOptions {
  readonly kind: Kind;
  /** Required when a record is created, and never null. */
  readonly required: boolean;
  /** Set once: another value in an update is a conflict. */
  readonly immutable: boolean;
  /** The resource that a reference names. */
  readonly target: string | null;
  /** A reference names only records that have this value; null: any. */
  readonly only: FieldCondition | null;
  /** One sentence for the docs. */
  readonly describe: string;
  /** A value as a file would hold it. */
  readonly example: string;
}

/** `field` of the referenced record must be `value`. */
export interface FieldCondition {
  readonly field: string;
  readonly value: string;
}

/** The definition of a field. Everything except the description and the example has a default. */
export interface FieldDefinition {
  required?: boolean;
  immutable?: boolean;
  max?: number;
  values?: readonly string[];
  only?: FieldCondition;
  describe: string;
  example: string;
}

function field(kind: Kind, definition: FieldDefinition, target: string | null = null): Field {
  return {
    kind,
    required: definition.required ?? false,
    immutable: definition.immutable ?? false,
    max: definition.max ?? null,
    values: definition.values ?? null,
    target,
    only: definition.only ?? null,
    describe: definition.describe,
    example: definition.example,
  };
}

/** One function per kind of field, for resource definitions. */
export const text = (definition: FieldDefinition): Field => field(textKind, definition);
export const identifier = (definition: FieldDefinition): Field => field(identifierKind, definition);
export const decimal = (definition: FieldDefinition): Field => field(decimalKind, definition);
export const date = (definition: FieldDefinition): Field => field(dateKind, definition);
export const timestamp = (definition: FieldDefinition): Field => field(timestampKind, definition);
export const boolean = (definition: FieldDefinition): Field => field(booleanKind, definition);
export const json = (definition: FieldDefinition): Field => field(jsonKind, definition);
export const reference = (target: string, definition: FieldDefinition): Field =>
  field(referenceKind, definition, target);
