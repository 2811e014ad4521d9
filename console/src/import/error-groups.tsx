import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ImportJob, Page, RowError } from '../api/dto';
import { request, type Session } from '../api/request';
import { useSession } from '../session/use-session';
import { formatCount } from '../shared/format';
import { ProblemNote } from '../shared/problem-note';
import { TableBox } from '../shared/table-box';
import { groupErrors } from './group-errors';

const PAGES = 10;

/** The errors of an import, grouped by code and column: one correction often fixes many rows. */
export function ErrorGroups({ job }: { job: ImportJob }): ReactNode {
  const { session } = useSession();
  const { data, error } = useQuery({
    queryKey: ['errors', session.workspace, job.id],
    queryFn: ({ signal }) => readErrors(session, job, signal),
    staleTime: Infinity,
  });
  const errors = data ?? job.errors;
  return (
    <>
      {error !== null && <ProblemNote problem={error} />}
      <h3>
        {formatCount(job.error_count)} {job.error_count === 1 ? 'error' : 'errors'}
        {errors.length < job.error_count && (
          <span className="muted"> (the first {formatCount(errors.length)} are grouped)</span>
        )}
      </h3>
      <TableBox label="Errors by code and column">
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">
                Rows
              </th>
              <th scope="col">Code</th>
              <th scope="col">Column</th>
              <th scope="col">Message of the first one</th>
              <th scope="col">Where</th>
            </tr>
          </thead>
          <tbody>
            {groupErrors(errors).map(({ code, column, count, first, rows }) => (
              <tr key={`${code} ${column ?? ''}`}>
                <td className="number">{formatCount(count)}</td>
                <td>
                  <code>{code}</code>
                </td>
                <td>{column ?? 'whole row'}</td>
                <td>
                  {first.message}
                  {first.value !== null && (
                    <>
                      {' '}
                      Value: <code>{first.value}</code>
                    </>
                  )}
                </td>
                <td>
                  {rows.length === 0
                    ? 'the file'
                    : `row ${rows.join(', ')}${count > rows.length ? ' …' : ''}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}

/** The job has the first hundred errors; the others are read page by page. */
async function readErrors(session: Session, job: ImportJob, signal: AbortSignal): Promise<RowError[]> {
  if (job.error_count <= job.errors.length) return job.errors;
  const all: RowError[] = [];
  let after = '';
  for (let page = 0; page < PAGES; page++) {
    const path = `/imports/${job.id}/errors?limit=200${after}`;
    const { data, meta } = await request<Page<RowError>>(session, 'GET', path, { signal });
    all.push(...data);
    if (meta.next_cursor === null) break;
    after = `&after=${encodeURIComponent(meta.next_cursor)}`;
  }
  return all;
}
