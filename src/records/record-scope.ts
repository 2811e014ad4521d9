import type { FilterContext } from '../catalog/filter/filter-context';
import type { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { SqlParams } from '../catalog/sql/sql-params';

/** Which records a request may see at all: those of one resource in one workspace. */
export interface RecordScope {
  readonly resource: ResourceDescription;
  readonly registry: ResourceRegistry;
  readonly workspaceId: string;
}

/** Begins a statement over the scope; its first parameter is the workspace. */
export function newStatement({ resource, registry, workspaceId }: RecordScope): FilterContext {
  const params = new SqlParams();
  return { resource, registry, workspace: params.add(workspaceId), params };
}
