import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ResourceDefinition } from '../../../src/console/resource-definition';
import type { Page } from '../api/dto';
import { request } from '../api/request';
import type { Filter } from '../filter/write-filter';
import type { RecordOf } from '../resources/record';
import { useNames } from '../resources/use-names';
import { useSession } from '../session/use-session';
import { Empty } from '../shared/empty';
import { ProblemNote } from '../shared/problem-note';
import { RecordsTable } from './records-table';
import type { Sort } from './sort';

/** Pages of records. A cursor only goes forward, so the earlier cursors are stored to go back. */
export function Records({
  resource,
  q,
  filter,
}: {
  resource: ResourceDefinition;
  q: string;
  filter: Filter | null;
}): ReactNode {
  const { session } = useSession();
  const [passed, setPassed] = useState<string[]>([]);
  const [sort, setSort] = useState<Sort | null>(null);
  const after = passed.at(-1) ?? null;
  const body = {
    limit: 50,
    ...(filter !== null && { filter }),
    ...(q !== '' && { q }),
    ...(sort !== null && { sort: [sort] }),
    ...(after !== null && { after }),
  };
  const { data, error, isFetching } = useQuery({
    queryKey: ['records', session.workspace, resource.name, body],
    queryFn: ({ signal }) =>
      request<Page<RecordOf>>(session, 'POST', `/${resource.collection}/filter`, { body, signal }),
    placeholderData: keepPreviousData,
  });
  const names = useNames(resource, data?.data ?? []);
  if (error !== null) return <ProblemNote problem={error} />;
  if (data === undefined) return <Empty>Loading …</Empty>;
  const next = data.meta.next_cursor;
  return (
    <section className="card" aria-label={resource.title} aria-busy={isFetching}>
      {data.data.length === 0 ? (
        <Empty>
          {filter === null && q === ''
            ? `There are no ${resource.title.toLowerCase()} in this workspace yet.`
            : 'No record matches.'}
        </Empty>
      ) : (
        <RecordsTable
          resource={resource}
          records={data.data}
          names={names}
          sort={sort}
          onSort={(next) => {
            setSort(next);
            setPassed([]);
          }}
        />
      )}
      <div className="row">
        <Button
          className="button"
          isDisabled={passed.length === 0}
          onPress={() => setPassed(passed.slice(0, -1))}
        >
          Back
        </Button>
        <span className="muted">Page {passed.length + 1}</span>
        <Button
          className="button"
          isDisabled={next === null || isFetching}
          onPress={() => next !== null && setPassed([...passed, next])}
        >
          Next
        </Button>
      </div>
    </section>
  );
}
