import type { JsonValue } from '../../formats/json/json-value';
import type { Target } from '../binding/target';
import type { Field } from '../field';
import type { Issue } from '../kind';
import type { Draft } from './draft';

/** A value that its field refuses. */
export interface RefusedValue {
  readonly field: Field;
  /** The field may not be null. */
  readonly required: boolean;
  readonly value: JsonValue;
  readonly issue: Issue;
}

/** What the rows of a file ask of their custom cells. The body of a request has none of it. */
export interface CustomRules {
  /** The custom field by which rows are matched with records; null for none. */
  readonly matchKey: string | null;
  /** Adds the error of a value, with the options that would read it. */
  refuse(draft: Draft, target: Target, label: string, refused: RefusedValue): void;
}

/** A value that finds records follows the rule of identifiers. */
export const outerBlank = (key: string): Issue => ({
  code: 'invalid_value',
  message: `A value by which records are found neither starts nor ends with a blank. Remove it, or give field_options ${JSON.stringify({ [key]: { trim: true } })}.`,
});
