import { useQueries } from '@tanstack/react-query';
import type { ResourceDefinition } from '../../../src/console/resource-definition';
import type { Page } from '../api/dto';
import { request } from '../api/request';
import { useSession } from '../session/use-session';
import type { RecordOf } from './record';
import { useResources } from './use-resources';

const MAX_IDS = 100;

/** The identifiers of the records that a page of records refers to, by UUID: people know names, not UUIDs. */
export function useNames(
  resource: ResourceDefinition,
  records: readonly RecordOf[],
): ReadonlyMap<string, string> {
  const { session } = useSession();
  const { find } = useResources();
  const wanted = new Map<string, Set<string>>();
  for (const { name, target } of resource.fields) {
    if (target === null || find(target)?.identifiedBy === null) continue;
    const ids = wanted.get(target) ?? new Set();
    for (const record of records) if (typeof record[name] === 'string') ids.add(record[name]);
    wanted.set(target, ids);
  }
  const chunks = [...wanted].flatMap(([target, ids]) =>
    chunksOf([...ids]).map((chunk) => ({ target, chunk })),
  );
  const answers = useQueries({
    queries: chunks.map(({ target, chunk }) => ({
      queryKey: ['names', session.workspace, target, chunk],
      queryFn: () => {
        const collection = find(target)?.collection ?? '';
        const path = `/${collection}?archived=all&limit=200&ids=${chunk.join(',')}`;
        return request<Page<RecordOf>>(session, 'GET', path);
      },
    })),
  });
  const names = answers.flatMap(({ data }) => data?.data ?? []);
  return new Map(names.map((record) => [record.id, String(record.identifier)]));
}

function chunksOf(ids: readonly string[]): string[][] {
  const chunks: string[][] = [];
  for (let at = 0; at < ids.length; at += MAX_IDS) chunks.push(ids.slice(at, at + MAX_IDS));
  return chunks;
}
