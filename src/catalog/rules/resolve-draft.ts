import type { Field } from '../field';
import { addError, type Draft } from '../reading/draft';
import { required } from '../reading/read-value';
import type { ResourceRegistry } from '../registry';
import type { ParentKey, ResourceDescription } from '../resource';
import { parentContradiction, parentNotFound, referenceNotFound } from './rule-messages';

/**
 * What a draft has once its references are looked up. Single records and imports look them up in different ways, one by one
 * or by the batch, and decide here.
 */

/** A reference field with the resource that it refers to. */
export interface ReferenceField {
  readonly name: string;
  readonly field: Field;
  readonly target: ResourceDescription;
}

/**
 * Replaces the text of a reference by the UUID that was found for it. `id` null: the workspace has no such record, which
 * becomes an error of the draft, and the field is absent.
 */
export function applyReference(
  draft: Draft,
  { name, field, target }: ReferenceField,
  text: string,
  id: string | null,
): void {
  if (id !== null) {
    draft.core.set(name, id);
    draft.given?.set(name, text);
    return;
  }
  const issue = referenceNotFound(target, text, field.only?.value ?? null, name === 'id');
  addError(draft, draft.labels.get(name) ?? name, issue, text);
  draft.core.delete(name);
}

/** What is known of the parent of a draft. */
export interface FoundParent {
  /** The key of the parent that the two references name; null: there is none; undefined: the draft lacks one of them. */
  readonly paired: string | null | undefined;
  /** The references that are errors when no field names a parent. */
  readonly wanted: readonly string[];
}

/**
 * Gives the draft the key of its parent. Errors of the draft: no parent has the two references, the direct reference names
 * another parent than they do, or a reference is missing.
 */
export function applyParentKey(
  draft: Draft,
  registry: ResourceRegistry,
  parentKey: ParentKey,
  { paired, wanted }: FoundParent,
): void {
  const { fields, directField, resource } = parentKey;
  const direct = (directField === null ? null : draft.core.get(directField)) ?? null;
  draft.parentKey = direct ?? paired ?? null;
  if (paired === null) {
    const parent = resource === null ? null : registry.get(resource);
    const references = fields.map((name) => ({
      name,
      text: draft.given?.get(name) ?? draft.core.get(name) ?? '',
    }));
    addError(draft, null, parentNotFound(parent, references), null);
  } else if (direct !== null && paired !== undefined && direct !== paired) {
    addError(draft, directField, parentContradiction(parentKey), direct);
  } else if (draft.parentKey === null) {
    for (const name of wanted) addError(draft, draft.labels.get(name) ?? name, required(name), null);
  }
}
