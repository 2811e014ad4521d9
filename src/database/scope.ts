import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';

/** The role under which row-level security shows the rows of one workspace. Migrations make it; it cannot run DDL. */
export const WORKSPACE_ROLE = 'almagest_workspace';
/** The role of what belongs to no one workspace: finding out who calls, claiming jobs, sweeping. It cannot run DDL either. */
export const SERVICE_ROLE = 'almagest_service';

interface Scope {
  workspaceId: string | null;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Middleware: what a request does is in no workspace until `enterWorkspace` says in which. */
export function openScope(_request: Request, _response: Response, next: NextFunction): void {
  scopes.run({ workspaceId: null }, next);
}

/** The guard's word on the workspace of this request; a second, different one is an error. */
export function enterWorkspace(workspaceId: string): void {
  const scope = scopes.getStore();
  if (scope === undefined) throw new Error('A workspace was entered outside of a request.');
  if ((scope.workspaceId ?? workspaceId) !== workspaceId)
    throw new Error('A request cannot change its workspace.');
  scope.workspaceId = workspaceId;
}

/** Runs `work`, and what it starts, in a workspace. */
export function inWorkspace<T>(workspaceId: string, work: () => T): T {
  return scopes.run({ workspaceId }, work);
}

/** UUID of the workspace that the running code is in; empty outside of all: then Postgres shows no row at all. */
export function presentWorkspace(): string {
  return scopes.getStore()?.workspaceId ?? '';
}
