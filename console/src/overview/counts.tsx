import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { request } from '../api/request';
import { useResources } from '../resources/use-resources';
import { useSession } from '../session/use-session';
import { formatCount } from '../shared/format';
import './counts.css';

/** How many active records there are of each resource; each links to its table. */
export function Counts(): ReactNode {
  const { session } = useSession();
  const { all } = useResources();
  const counts = useQueries({
    queries: all.map(({ name, collection }) => ({
      queryKey: ['count', session.workspace, name],
      queryFn: () => request<{ count: number }>(session, 'POST', `/${collection}/count`, { body: {} }),
    })),
  });
  return (
    <ul className="counts">
      {all.map(({ name, title, isType }, at) => (
        <li key={name}>
          <Link href={isType ? '/types' : `/explore/${name}`}>
            <span className="count">{numberOf(counts[at])}</span>
            <span>{title}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function numberOf(query: { data?: { count: number } | undefined; isError: boolean } | undefined): string {
  if (query?.data !== undefined) return formatCount(query.data.count);
  return query?.isError === true ? '?' : '…';
}
