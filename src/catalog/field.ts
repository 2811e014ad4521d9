import type { Kind, KindOptions } from './kind';
import { booleanKind } from './kinds/boolean';
import { dateKind } from './kinds/date';
import { decimalKind } from './kinds/decimal';
import { identifierKind } from './kinds/identifier';
import { jsonKind } from './kinds/json';
import { referenceKind } from './kinds/reference';
import { textKind } from './kinds/text';
import { timestampKind } from './kinds/timestamp';

/** One field of a resource: what files, bodies and answers call it, and how its values are read and kept. */
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

/** What a description says of a field; everything but the sentence and the example has a default. */
export interface FieldDefinition {
  required?: boolean;
  immutable?: boolean;
  max?: number;
  values?: readonly string[];
  only?: FieldCondition;
  describe: string;
  example: string;
}

function field(kind: Kind, words: FieldDefinition, target: string | null = null): Field {
  return {
    kind,
    required: words.required ?? false,
    immutable: words.immutable ?? false,
    max: words.max ?? null,
    values: words.values ?? null,
    target,
    only: words.only ?? null,
    describe: words.describe,
    example: words.example,
  };
}

/** The words of a description: one function a kind. */
export const text = (words: FieldDefinition): Field => field(textKind, words);
export const identifier = (words: FieldDefinition): Field => field(identifierKind, words);
export const decimal = (words: FieldDefinition): Field => field(decimalKind, words);
export const date = (words: FieldDefinition): Field => field(dateKind, words);
export const timestamp = (words: FieldDefinition): Field => field(timestampKind, words);
export const boolean = (words: FieldDefinition): Field => field(booleanKind, words);
export const json = (words: FieldDefinition): Field => field(jsonKind, words);
export const reference = (target: string, words: FieldDefinition): Field =>
  field(referenceKind, words, target);
