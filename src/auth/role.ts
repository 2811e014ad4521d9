/** The roles, from the least to the most. */
export const ROLES = ['viewer', 'member', 'editor', 'admin'] as const;

/** What a robot may do: a viewer reads, a member writes records, an editor type schemas, an admin manages robots. */
export type Role = (typeof ROLES)[number];

/** True when `role` may do what needs `least`. */
export function reaches(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}
