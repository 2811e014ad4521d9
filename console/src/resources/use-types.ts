import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ResourceDefinition } from '../../../src/console/resource-definition';
import type { Page } from '../api/dto';
import { request, type Session } from '../api/request';
import { useSession } from '../session/use-session';
import type { TypeRecord } from './record';

const MAX_PAGES = 10;

/** All active types of a resource of types, with their fields; none when there is no such resource. */
export function useTypes(types: ResourceDefinition | null): UseQueryResult<TypeRecord[]> {
  const { session } = useSession();
  return useQuery({
    queryKey: ['types', session.workspace, types?.name],
    queryFn: ({ signal }) => (types === null ? [] : readAll(session, types.collection, signal)),
  });
}

async function readAll(session: Session, collection: string, signal: AbortSignal): Promise<TypeRecord[]> {
  const all: TypeRecord[] = [];
  let after = '';
  for (let page = 0; page < MAX_PAGES; page++) {
    const path = `/${collection}?limit=200${after}`;
    const { data, meta } = await request<Page<TypeRecord>>(session, 'GET', path, { signal });
    all.push(...data);
    if (meta.next_cursor === null) break;
    after = `&after=${encodeURIComponent(meta.next_cursor)}`;
  }
  return all;
}
