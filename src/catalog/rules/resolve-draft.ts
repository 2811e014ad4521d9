import type { ReferenceMatch } from '../binding/reference-match';
import type { Field } from '../field';
import type { Issue } from '../kind';
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
  /** The field of the target by which `match` has it looked up; absent: its identifier or id. */
  readonly by?: ReferenceMatch | undefined;
}

/** A record that a reference names. */
export interface FoundReference {
  readonly id: string;
  /** What it is known by, if it is archived; null for an active one. */
  readonly archived: string | null;
}

/**
 * Replaces the text of a reference by the UUID that was found for it. An issue, or null where the workspace has no such
 * record, becomes an error of the draft, and the field is absent.
 */
export function applyReference(
  draft: Draft,
  { name, field, target, by }: ReferenceField,
  text: string,
  found: FoundReference | Issue | null,
): void {
  if (found !== null && 'id' in found) {
    draft.core.set(name, found.id);
    draft.given?.set(name, text);
    if (found.archived !== null)
      (draft.archivedParents ??= []).push({ field: name, noun: target.noun, name: found.archived });
    return;
  }
  const only = field.only?.value ?? null;
  const issue = found ?? referenceNotFound(target, { text, only, name, by: by?.field });
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
