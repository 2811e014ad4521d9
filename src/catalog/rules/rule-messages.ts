import type { Issue } from '../kind';
import type { ParentKey, ResourceDescription } from '../resource';

/** A record that a reference without a record may mean. */
export interface NearRecord {
  readonly name: string;
  /** The record has the name, but another value than the reference wants: `composite`. Null: its name is similar. */
  readonly kind: string | null;
  /** The custom field that has the text; null when the name has. */
  readonly field: string | null;
}

/**
 * Messages of the rules that are checked for single records in TypeScript and for the rows of an import in SQL. `%s` is a
 * value: SQL fills it with `format`, TypeScript with `fillMessage`. No template contains a single quote.
 */
export const RULE_MESSAGES = {
  /** The row of the file that gave the other period, its start, its end. */
  rowOverlap:
    'The period overlaps that of row %s of this file (%s until %s). Keep one of the two, or end one earlier.',
  /** The other record with its period. */
  periodOverlap: 'The period overlaps another one: %s. End or archive that one first.',
} as const;

/** Fills the `%s` of a template with `values`, in order. */
export function fillMessage(template: string, ...values: readonly string[]): string {
  let next = 0;
  return template.replaceAll('%s', () => values[next++] ?? '');
}

/** A reference to a record that the workspace does not have. */
export interface MissingReference {
  readonly text: string;
  /** The value that the reference requires of the record; null: any. */
  readonly only: string | null;
  /** The record that may be meant. */
  readonly near?: NearRecord | undefined;
  /** The reference field, and the field by which `match` has it looked up; null: by identifier or id. */
  readonly name: string;
  readonly by?: string | null | undefined;
}

/** The error of a reference to a record that the workspace does not have. */
export function referenceNotFound(target: ResourceDescription, missing: MissingReference): Issue {
  const { noun } = target;
  const { text, only, near, name, by = null } = missing;
  if (near && near.field === null && near.kind !== null && near.kind !== only) {
    const message = `The ${noun} "${text}" is ${near.kind}, and a ${only ?? 'different'} one is wanted here.`;
    return { code: 'reference_not_found', message };
  }
  const wanted = `${only === null ? '' : `${only} `}${noun}`;
  const what = by === null ? `${wanted} "${text}"` : `${wanted} whose ${by} is "${text}"`;
  const advice = near
    ? ` ${nearAdvice(near, text, name)}`
    : name === 'id'
      ? ''
      : ` ${creationAdvice(target)}`;
  return { code: 'reference_not_found', message: `There is no ${what} in this workspace.${advice}` };
}

/** How to get a record that is missing; some resources cannot be imported. */
const creationAdvice = ({ title, importable }: ResourceDescription): string =>
  importable === true ? `Create or import ${title.toLowerCase()} first.` : importable;

function nearAdvice({ name, field }: NearRecord, text: string, reference: string): string {
  if (field !== null) {
    return `"${name}" has it as ${field}: send match=${JSON.stringify({ [reference]: field })}.`;
  }
  if (name.toLowerCase() === text.toLowerCase()) return `"${name}" exists: identifiers are case-sensitive.`;
  const withoutBlanks = (one: string): string => one.replace(/[ \u00a0]/g, '').toLowerCase();
  return withoutBlanks(name) === withoutBlanks(text)
    ? `"${name}" exists: the blanks differ.`
    : `"${name}" exists: the leading zeros differ; a spreadsheet may have removed them.`;
}

/** Several records have the value by which `match` has a reference looked up. */
export function ambiguousReference(
  { title }: ResourceDescription,
  by: string,
  text: string,
  { records, names }: { readonly records: number; readonly names: readonly string[] },
): Issue {
  const more = records > names.length ? ` and ${records - names.length} more` : '';
  const message = `${records} ${title.toLowerCase()} have "${text}" as ${by}: ${names.join(', ')}${more}; it cannot tell which one is meant.`;
  return { code: 'conflict', message };
}

/** Two references that no parent has. `parent`: the resource of the parents; null when they are no records. */
export function parentNotFound(
  parent: ResourceDescription | null,
  references: readonly { readonly name: string; readonly text: string }[],
): Issue {
  const shown = references.map(({ name, text }) => `${name} "${text}"`).join(' and ');
  const message =
    parent === null
      ? `There is no ${shown} any more.`
      : `There is no ${parent.noun} of ${shown}. ${creationAdvice(parent)}`;
  return { code: 'reference_not_found', message };
}

/** The direct reference to a parent and the two references of `fields` name different parents. */
export const parentContradiction = ({ fields, directField }: ParentKey): Issue => ({
  code: 'conflict',
  message: `${directField ?? ''} names another record than ${fields.join(' and ')} do; keep one of the two.`,
});
