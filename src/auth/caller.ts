import type { Request } from 'express';

/** The roles, from the least to the most. */
export const ROLES = ['viewer', 'member', 'editor', 'admin'] as const;

/** What a robot may do: a viewer reads, a member writes records, an editor type schemas, an admin manages robots. */
export type Role = (typeof ROLES)[number];

/** True when `role` may do what needs `least`. */
export function reaches(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** Who sends a request. */
export interface Caller {
  robotId: string;
  tokenId: string;
  role: Role;
  /** The operator of the server: admin in every workspace, and the only one who creates workspaces. */
  isOperator: boolean;
}

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
