import { useSuspenseQuery } from '@tanstack/react-query';
import type { ResourceDefinition } from '../../../src/console/resource-definition';
import { ApiProblem } from '../api/api-problem';

async function read(): Promise<ResourceDefinition[]> {
  const response = await fetch('/console/resources.json').catch(() => {
    throw ApiProblem.unreachable();
  });
  if (!response.ok) throw ApiProblem.of(response.status, await response.text());
  return (await response.json()) as ResourceDefinition[];
}

/** Every resource of the server, from its own definitions: the console names none of them itself. */
export function useResources(): {
  all: readonly ResourceDefinition[];
  find: (name: string) => ResourceDefinition | null;
} {
  const { data } = useSuspenseQuery({ queryKey: ['resources'], queryFn: read, staleTime: Infinity });
  return { all: data, find: (name) => data.find((resource) => resource.name === name) ?? null };
}
