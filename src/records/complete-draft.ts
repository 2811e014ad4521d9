import { type Draft, addError } from '../catalog/reading/draft';
import { readCreation, readCustom } from '../catalog/reading/typed-draft';
import { required } from '../catalog/reading/read-value';
import type { RecordType } from '../catalog/record-type';
import type { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { applyReference } from '../catalog/rules/resolve-draft';
import type { Sql } from '../database/sql';
import { problem } from '../http/problem/problem.exception';
import { pointerOf } from './read-record-body';
import { lockTypes } from './load-types';
import { resolveReferences } from './resolve-references';
import type { TypeReader } from './type-reader';

/** Replaces the references of a body by UUIDs. A name that the workspace does not have is an error of the draft. */
export async function resolveDraft(
  tx: Sql,
  registry: ResourceRegistry,
  resource: ResourceDescription,
  workspaceId: string,
  draft: Draft,
): Promise<void> {
  for (const [name, field] of resource.fields) {
    const text = draft.core.get(name);
    if (field.target === null || text === null || text === undefined) continue;
    const target = registry.get(field.target);
    const found = await resolveReferences(tx, target, workspaceId, [text], field.only);
    applyReference(draft, { name, field, target }, text, found.get(text) ?? null);
  }
}

/**
 * The type with the id `typeId`, locked: its fields cannot change before the transaction ends. Null without an id, and for a
 * resource without types.
 */
export async function lockType(
  tx: Sql,
  registry: ResourceRegistry,
  types: TypeReader,
  resource: ResourceDescription,
  workspaceId: string,
  typeId: string | null | undefined,
): Promise<RecordType | null> {
  if (!typeId) return null;
  const locked = await lockTypes(tx, registry, resource, workspaceId, [typeId]);
  if (locked.size === 0) return null;
  const [type = null] = await types.byId(tx, resource, workspaceId, [typeId]);
  return type;
}

/** Reads the custom fields of a new record, adds their defaults, and adds errors for missing required fields. */
export function completeCreation(draft: Draft, resource: ResourceDescription, type: RecordType | null): void {
  if (type) readCustom(draft, type);
  const core = readCreation(draft, resource, null).missing;
  const { missing, defaults } = readCreation(draft, resource, type);
  for (const name of core) {
    if (!draft.labels.has(name)) addError(draft, name, required(name), null);
  }
  for (const key of missing.slice(core.length)) {
    if (draft.customCells.some((cell) => cell.key === key)) continue;
    const label = `${resource.customFields?.key ?? ''}.${key}`;
    addError(draft, label, required(label), null);
  }
  for (const [key, value] of Object.entries(defaults)) draft.custom[key] = value;
}

/** Throws 422 with all errors of a draft; does nothing for a draft without errors. */
export function refuseInvalid(resource: ResourceDescription, { errors }: Draft): void {
  const [first] = errors;
  if (!first) return;
  const extra = {
    errors: errors.map(({ column, code, message }) => ({
      pointer: pointerOf(resource, column),
      code,
      message,
    })),
  };
  if (errors.every(({ code }) => code === 'reference_not_found')) {
    throw problem(422, 'reference_not_found', first.message, extra);
  }
  throw problem(422, 'invalid_value', first.message, extra);
}
