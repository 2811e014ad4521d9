import { reaches } from '../../../src/auth/caller';
import type { Route } from './list-routes';
import type { Owner } from './owners';
import type { Principal } from './principals';

/**
 * What must be answered, by what the route declares and who asks for whose things, in the order in
 * which it is checked.
 */
export function expectStatus(
  { access, path }: Route,
  principal: Principal,
  owner: Owner,
  success: number,
): number {
  if (access === undefined) throw new Error('A route without a role has no right answer.');
  if (access === 'public') return success;
  if (principal.role === null) return 401;
  if (path.includes(':workspaceId') && !reachesWorkspace(principal, owner)) return 404;
  if (principal.role !== 'operator' && (access === 'operator' || !reaches(principal.role, access)))
    return 403;
  return owner.ids === 'its' ? success : 404;
}

const reachesWorkspace = ({ home }: Principal, { workspace }: Owner): boolean =>
  workspace !== 'nobody' && (home === 'every' || home === workspace);
