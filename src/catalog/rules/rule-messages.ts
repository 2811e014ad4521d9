import type { Issue } from '../kind';
import type { ParentKey, ResourceDescription } from '../resource';

/**
 * Messages of the rules that are checked for single records in TypeScript and for the rows of an import in SQL. `%s` is a
 * value: SQL fills it with `format`, TypeScript with `fillMessage`. No template contains a single quote.
 */
export const RULE_MESSAGES = {
  /** The other record with its period. */
  periodOverlap: 'The period overlaps another one: %s. End or archive that one first.',
} as const;

/** Fills the `%s` of a template with `values`, in order. */
export function fillMessage(template: string, ...values: readonly string[]): string {
  let next = 0;
  return template.replaceAll('%s', () => values[next++] ?? '');
}

/** A reference to a record that the workspace does not have. `only`: the value that the field requires of the record. */
export function referenceNotFound(
  { noun, title }: ResourceDescription,
  text: string,
  only: string | null,
  isOwnId = false,
): Issue {
  const advice = isOwnId ? '' : ` Create or import ${title.toLowerCase()} first.`;
  return {
    code: 'reference_not_found',
    message: `There is no ${only === null ? '' : `${only} `}${noun} "${text}" in this workspace.${advice}`,
  };
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
      : `There is no ${parent.noun} of ${shown}. Create or import ${parent.title.toLowerCase()} first.`;
  return { code: 'reference_not_found', message };
}

/** The direct reference to a parent and the two references of `fields` name different parents. */
export const parentContradiction = ({ fields, directField }: ParentKey): Issue => ({
  code: 'conflict',
  message: `${directField ?? ''} names another record than ${fields.join(' and ')} do; keep one of the two.`,
});
