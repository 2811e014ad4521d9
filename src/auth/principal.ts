import type { Request } from 'express';
import type { Caller } from './caller';

/** What the guard knows about a request that it let in. */
export interface Principal {
  /** Null for a signed URL, which names no caller. */
  caller: Caller | null;
  /** UUID of the workspace in the path; null where the path names none. */
  workspaceId: string | null;
}

const principals = new WeakMap<Request, Principal>();

/** Stores the principal of a request; only the guard calls it. */
export function rememberPrincipal(request: Request, principal: Principal): void {
  principals.set(request, principal);
}

/** Throws on a public route, where the guard stores no principal. */
export function principalOf(request: Request): Principal {
  const principal = principals.get(request);
  if (principal === undefined) throw new Error('A public route asked for its caller.');
  return principal;
}
