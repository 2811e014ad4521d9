import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';
import type { PoolName } from '../config/pool-sizes';

/** The role under which row-level security shows the rows of one workspace. Migrations make it; it cannot run DDL. */
export const WORKSPACE_ROLE = 'almagest_workspace';
/** The role of what belongs to no one workspace: finding out who calls, claiming jobs, sweeping. It cannot run DDL either. */
export const SERVICE_ROLE = 'almagest_service';

interface Scope {
  workspaceId: string | null;
  /** Aborted when the client of the request goes before it is answered; null in a job. */
  readonly gone: AbortSignal | null;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Middleware: what a request does is in no workspace until `enterWorkspace` says in which. */
export function openScope(_request: Request, response: Response, next: NextFunction): void {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  scopes.run({ workspaceId: null, gone: gone.signal }, next);
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
  return scopes.run({ workspaceId, gone: null }, work);
}

/**
 * Runs `work`, and what it starts, in a workspace with the pool of requests, for whoever waits for it: it goes on when the client
 * of the request that started it is gone.
 */
export function forRequests<T>(workspaceId: string, work: () => T): T {
  return scopes.run({ workspaceId, gone: new AbortController().signal }, work);
}

/** UUID of the workspace that the running code is in; empty outside of all: then Postgres shows no row at all. */
export function presentWorkspace(): string {
  return scopes.getStore()?.workspaceId ?? '';
}

/** The pool that serves the running code: of requests, of jobs, or of the work that belongs to neither. */
export function presentPool(): PoolName {
  const scope = scopes.getStore();
  if (scope === undefined) return 'leases';
  return scope.gone === null ? 'jobs' : 'requests';
}

/** Aborted when the client of the running request is gone; null outside of a request. */
export function clientGone(): AbortSignal | null {
  return scopes.getStore()?.gone ?? null;
}
