import type { Request } from 'express';
import type { Caller } from './caller';

/** What the guard found out about a request. */
export interface Principal {
  caller: Caller;
  /** UUID of the workspace in the path; null where the path names none. */
  workspaceId: string | null;
}

const principals = new WeakMap<Request, Principal>();

/** The guard notes whom it let in. */
export function rememberPrincipal(request: Request, principal: Principal): void {
  principals.set(request, principal);
}

/** Throws when the guard let nobody in, as on a public route. */
export function principalOf(request: Request): Principal {
  const principal = principals.get(request);
  if (principal === undefined) throw new Error('A public route asked for its caller.');
  return principal;
}
