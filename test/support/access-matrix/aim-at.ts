import type { ResourceDescription } from '../../../src/catalog/resource';
import { collectionPath } from '../resource-contract/collection-path';
import type { Route } from './list-routes';
import type { SeededWorkspace } from './seeded-workspace';

/**
 * How a route is called so that it succeeds: its parameters, its body, and the status of success.
 */
export interface Aim {
  readonly params: Readonly<Record<string, string>>;
  readonly body?: object | FormData;
  readonly status: number;
}

const PREFIX = '/v1/workspaces/:workspaceId';
let made = 0;

/**
 * Aims a route of a workspace at things of `seeded`, made anew where a call changes them. Throws
 * for a route it does not know.
 */
export async function aimAt(route: Route, seeded: SeededWorkspace): Promise<Aim> {
  const [first = '', second = '', ...rest] = route.path.slice(PREFIX.length).split('/').slice(1);
  const tail = [second, ...rest].join('/');
  const resource = seeded.registry.all.find((one) => collectionPath(one) === `/${first}`);
  const aim =
    first === ''
      ? { params: {}, status: 200 }
      : first === 'memberships'
        ? await aimAtRobots(route, tail, seeded)
        : first === 'imports'
          ? await aimAtImports(route, tail, seeded)
          : first === 'import-profiles'
            ? await aimAtProfiles(route, tail, seeded)
            : first === 'exports'
              ? await aimAtExports(route, tail, seeded)
              : tail === ':id/calendar'
                ? { params: { id: await firstOf(seeded, '/markets') }, body: [], status: 200 }
                : tail.startsWith(':id/fields')
                  ? await aimAtFields(route, tail, resource, seeded)
                  : await aimAtRecords(route, tail, `/${first}`, resource, seeded);
  if (aim === null)
    throw new Error(`Nothing is known of ${route.method} ${route.path}: say how it succeeds.`);
  return aim;
}

async function aimAtRobots({ method }: Route, tail: string, seeded: SeededWorkspace): Promise<Aim | null> {
  const { userId, tokenId } = await seeded.makeRobot();
  switch (`${method} ${tail}`) {
    case 'GET robots':
      return { params: {}, status: 200 };
    case 'POST robots':
      return { params: {}, body: { display_name: seeded.mark, role: 'viewer' }, status: 201 };
    case 'GET robots/:userId':
    case 'GET robots/:userId/tokens':
      return { params: { userId }, status: 200 };
    case 'PATCH robots/:userId':
      return { params: { userId }, body: {}, status: 200 };
    case 'DELETE robots/:userId':
      return { params: { userId }, status: 204 };
    case 'POST robots/:userId/tokens':
      return { params: { userId }, body: {}, status: 201 };
    case 'DELETE robots/:userId/tokens/:tokenId':
      return { params: { userId, tokenId }, status: 204 };
    default:
      return null;
  }
}

async function aimAtImports({ method }: Route, tail: string, seeded: SeededWorkspace): Promise<Aim | null> {
  switch (`${method} ${tail}`) {
    case 'GET ':
      return { params: {}, status: 200 };
    case 'POST inspect': {
      const form = new FormData();
      form.set('file', new Blob(['identifier,name\n']), 'file.csv');
      return { params: {}, body: form, status: 200 };
    }
    case 'POST ': {
      const form = new FormData();
      form.set('resource_type', 'instruments');
      form.set('file', new Blob(['identifier,name\n']), 'file.csv');
      return { params: {}, body: form, status: 202 };
    }
    case 'GET templates/:resource_type':
      return { params: { resource_type: 'instruments' }, status: 200 };
    case 'POST :id/cancel':
      return { params: { id: await seeded.makeCancelled('import') }, status: 200 };
    case 'GET :id':
    case 'GET :id/errors':
    case 'GET :id/rejected-rows':
    case 'GET :id/events':
      return { params: { id: await once(seeded, 'import', () => seeded.makeImport()) }, status: 200 };
    default:
      return null;
  }
}

async function aimAtProfiles({ method }: Route, tail: string, seeded: SeededWorkspace): Promise<Aim | null> {
  const make = (): Promise<string> => seeded.makeProfile();
  switch (`${method} ${tail}`) {
    case 'GET ':
      return { params: {}, status: 200 };
    case 'POST ':
      return { params: {}, body: seeded.newProfile(), status: 201 };
    case 'GET :id':
      return { params: { id: await once(seeded, 'profile', make) }, status: 200 };
    case 'PATCH :id':
      return { params: { id: await once(seeded, 'profile', make) }, body: {}, status: 200 };
    case 'DELETE :id':
      return { params: { id: await make() }, status: 204 };
    default:
      return null;
  }
}

async function aimAtExports({ method }: Route, tail: string, seeded: SeededWorkspace): Promise<Aim | null> {
  switch (`${method} ${tail}`) {
    case 'GET ':
      return { params: {}, status: 200 };
    case 'POST ':
      return { params: {}, body: { object_type: 'instruments' }, status: 202 };
    case 'POST :id/cancel':
      return { params: { id: await seeded.makeCancelled('export') }, status: 200 };
    case 'GET :id':
    case 'GET :id/download':
    case 'GET :id/events':
      return { params: { id: await once(seeded, 'export', () => seeded.makeExport()) }, status: 200 };
    default:
      return null;
  }
}

async function aimAtFields(
  { method }: Route,
  tail: string,
  resource: ResourceDescription | undefined,
  seeded: SeededWorkspace,
): Promise<Aim | null> {
  if (resource === undefined) return null;
  const path = collectionPath(resource);
  const id = await once(seeded, path, () => seeded.makeRecord(resource));
  const body = { field_key: `f${++made}`, field_label: seeded.mark };
  if (`${method} ${tail}` === 'GET :id/fields') return { params: { id }, status: 200 };
  if (`${method} ${tail}` === 'POST :id/fields') return { params: { id }, body, status: 201 };
  if (tail !== ':id/fields/:field') return null;
  const { id: field } = await seeded.client.post<{ id: string }>(`${path}/${id}/fields`, body);
  if (method === 'DELETE') return { params: { id, field }, status: 204 };
  return { params: { id, field }, status: 200, ...(method === 'PATCH' && { body: {} }) };
}

async function aimAtRecords(
  { method }: Route,
  tail: string,
  path: string,
  resource: ResourceDescription | undefined,
  seeded: SeededWorkspace,
): Promise<Aim | null> {
  const fresh = (): Promise<string> => (resource ? seeded.makeRecord(resource) : firstOf(seeded, path));
  switch (`${method} ${tail}`) {
    case 'GET ':
      return { params: {}, status: 200 };
    case 'POST ':
      return resource ? { params: {}, body: await seeded.newRecord(resource), status: 201 } : null;
    case 'POST filter':
    case 'POST count':
      return { params: {}, body: { filter: {} }, status: 200 };
    case 'GET :id':
      return { params: { id: await once(seeded, path, fresh) }, status: 200 };
    case 'PATCH :id':
      return { params: { id: await once(seeded, path, fresh) }, body: {}, status: 200 };
    case 'DELETE :id':
      return { params: { id: await fresh() }, status: 204 };
    case 'POST :id/restore': {
      const id = await fresh();
      await seeded.client.request('DELETE', `${path}/${id}`);
      return { params: { id }, status: 200 };
    }
    default:
      return null;
  }
}

const standing = new WeakMap<SeededWorkspace, Map<string, Promise<string>>>();

/** What calls that change nothing may share. */
function once(seeded: SeededWorkspace, what: string, make: () => Promise<string>): Promise<string> {
  const known = standing.get(seeded) ?? new Map<string, Promise<string>>();
  standing.set(seeded, known);
  const found = known.get(what) ?? make();
  known.set(what, found);
  return found;
}

async function firstOf({ client }: SeededWorkspace, path: string): Promise<string> {
  const { data } = await client.get<{ data: { id: string }[] }>(path);
  const [first] = data;
  if (first === undefined) throw new Error(`${path} is empty.`);
  return first.id;
}
