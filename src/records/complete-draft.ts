import { type Draft, refuse } from '../catalog/reading/draft';
import { readCreation, readCustom } from '../catalog/reading/typed-draft';
import { required } from '../catalog/reading/read-value';
import type { RecordType } from '../catalog/record-type';
import type { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import type { Sql } from '../database/sql';
import { problem } from '../http/problem/problem.exception';
import { findRecord } from './find-record';
import { pointerOf } from './read-record-body';
import { resolveReferences } from './resolve-references';
import type { TypeReader } from './type-reader';

/** Replaces what the body says of other records by their UUIDs; what names nothing becomes an error of the draft. */
export async function resolveDraft(
  tx: Sql,
  registry: ResourceRegistry,
  resource: ResourceDescription,
  workspaceId: string,
  draft: Draft,
): Promise<void> {
  for (const [name, { target, only }] of resource.fields) {
    const text = draft.core.get(name);
    if (target === null || text === null || text === undefined) continue;
    const of = registry.get(target);
    const id = (await resolveReferences(tx, of, workspaceId, [text], only)).get(text);
    draft.given?.set(name, text);
    if (id !== undefined) draft.core.set(name, id);
    else {
      const message = `There is no ${only ? `${only.value} ` : ''}${of.noun} "${text}" in this workspace.`;
      refuse(draft, name, { code: 'reference_not_found', message }, text);
      draft.core.delete(name);
    }
  }
}

/**
 * The type with the id `typeId`, locked: its fields cannot change before the transaction ends. Null when there is no id, or
 * the resource has no types.
 */
export async function lockType(
  tx: Sql,
  registry: ResourceRegistry,
  types: TypeReader,
  resource: ResourceDescription,
  workspaceId: string,
  typeId: string | null | undefined,
): Promise<RecordType | null> {
  const typesResource = registry.typesOf(resource);
  if (!typesResource || !typeId) return null;
  await findRecord(tx, typesResource, workspaceId, typeId, 'FOR SHARE');
  const [type = null] = await types.byId(tx, resource, workspaceId, [typeId]);
  return type;
}

/** Reads the custom fields of a draft and gives it what a creation adds: defaults, and errors for what is missing. */
export function completeCreation(draft: Draft, resource: ResourceDescription, type: RecordType | null): void {
  if (type) readCustom(draft, type);
  const core = readCreation(draft, resource, null).missing;
  const { missing, defaults } = readCreation(draft, resource, type);
  for (const name of core) {
    if (!draft.labels.has(name)) refuse(draft, name, required(name), null);
  }
  for (const key of missing.slice(core.length)) {
    if (draft.customCells.some((cell) => cell.key === key)) continue;
    const label = `${resource.customFields?.key ?? ''}.${key}`;
    refuse(draft, label, required(label), null);
  }
  for (const [key, value] of Object.entries(defaults)) draft.custom[key] = value;
}

/** Throws 422 with everything that is wrong with the values of a draft; it passes a draft without errors. */
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
