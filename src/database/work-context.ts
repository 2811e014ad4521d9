import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';
import type { PoolName } from '../config/pool-sizes';

/** What the running code works for. */
interface WorkContext {
  workspaceId: string | null;
  /** Aborted when the client of the request disconnects before the response is complete; null in a job. */
  readonly gone: AbortSignal | null;
}

const contexts = new AsyncLocalStorage<WorkContext>();

/** Middleware: what a request does is in no workspace until `enterWorkspace` says in which. */
export function openRequestContext(_request: Request, response: Response, next: NextFunction): void {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  contexts.run({ workspaceId: null, gone: gone.signal }, next);
}

/** Sets the workspace of this request, once it is authorised; a second, different one is an error. */
export function enterWorkspace(workspaceId: string): void {
  const context = contexts.getStore();
  if (context === undefined) throw new Error('A workspace was entered outside of a request.');
  if ((context.workspaceId ?? workspaceId) !== workspaceId)
    throw new Error('A request cannot change its workspace.');
  context.workspaceId = workspaceId;
}

/** Runs `work`, and what it starts, in a workspace. */
export function inWorkspace<T>(workspaceId: string, work: () => T): T {
  return contexts.run({ workspaceId, gone: null }, work);
}

/**
 * Runs `work`, and what it starts, in a workspace with the pool of requests. It continues when the client of the request
 * that started it disconnects.
 */
export function forRequests<T>(workspaceId: string, work: () => T): T {
  return contexts.run({ workspaceId, gone: new AbortController().signal }, work);
}

/** UUID of the workspace of the running code; empty outside of all workspaces: then Postgres returns no rows. */
export function currentWorkspace(): string {
  return contexts.getStore()?.workspaceId ?? '';
}

/** The pool for the running code: of requests, of jobs, or of work that belongs to neither. */
export function currentPool(): PoolName {
  const context = contexts.getStore();
  if (context === undefined) return 'leases';
  return context.gone === null ? 'jobs' : 'requests';
}

/** Aborted when the client of the running request disconnects; null outside of a request. */
export function clientGone(): AbortSignal | null {
  return contexts.getStore()?.gone ?? null;
}
