import { type Aim, aimAt } from './aim-at';
import { expectStatus } from './expect-status';
import type { Route } from './list-routes';
import { type Owner, ownersOf } from './owners';
import type { Principal } from './principals';
import type { SeededWorkspace } from './seeded-workspace';

/** One request of the matrix, and what must be answered. */
export interface Cell {
  readonly principal: Principal;
  readonly owner: Owner;
  readonly status: number;
  /**
   * Aims the request; a call that succeeds is aimed at something of its own, for it may change it.
   */
  readonly aim: () => Promise<Aim>;
}

/** The two workspaces of the matrix. */
export interface Workspaces {
  readonly own: SeededWorkspace;
  readonly other: SeededWorkspace;
}

/**
 * The cells of a route of a workspace. Those that must be refused come first and are all aimed at
 * the same things; the last of those that must succeed is aimed at them too, so that it fails
 * should a refused call have had an effect.
 */
export async function cellsOf(
  route: Route,
  principals: readonly Principal[],
  { own, other }: Workspaces,
): Promise<Cell[]> {
  const [shared, foreign] = await Promise.all([aimAt(route, own), aimAt(route, other)]);
  const names = Object.keys(shared.params);
  const areIds = names.some((name) => shared.params[name] !== foreign.params[name]);
  const cells = ownersOf(names.length, areIds).flatMap((owner) =>
    principals.map((principal): Cell => {
      const status = expectStatus(route, principal, owner, shared.status);
      const aim = (): Promise<Aim> => {
        if (status === shared.status) return aimAt(route, owner.workspace === 'other' ? other : own);
        const base = owner.workspace === 'other' ? foreign : shared;
        return Promise.resolve({ ...base, params: paramsOf(owner, base.params, foreign.params) });
      };
      return { principal, owner, status, aim };
    }),
  );
  const isRefused = ({ status }: Cell): boolean => status !== shared.status;
  const last = cells.filter((cell) => !isRefused(cell) && cell.owner.workspace === 'own').pop();
  const others = cells.filter((cell) => cell !== last && !isRefused(cell));
  return [
    ...cells.filter(isRefused),
    ...others,
    ...(last ? [{ ...last, aim: () => Promise.resolve(shared) }] : []),
  ];
}

function paramsOf(owner: Owner, its: Aim['params'], foreign: Aim['params']): Aim['params'] {
  const last = Object.keys(its).pop() ?? '';
  switch (owner.ids) {
    case 'its':
      return its;
    case 'foreign':
      return foreign;
    case 'foreign behind its own':
      return { ...its, [last]: foreign[last] ?? '' };
    case 'nobody':
      return { ...its, [last]: owner.idText ?? '' };
  }
}
