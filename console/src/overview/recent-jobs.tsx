import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ExportJob, ImportJob, Page } from '../api/dto';
import { isFinal } from '../api/follow-job';
import { request } from '../api/request';
import { useSession } from '../session/use-session';
import { Empty } from '../shared/empty';
import { formatCount, formatInstant, plain } from '../shared/format';
import { JobBadge } from '../shared/job-badge';
import { ProblemNote } from '../shared/problem-note';
import { TableBox } from '../shared/table-box';

const MAX_SHOWN = 8;
const AGAIN_MS = 2_000;

/** The newest jobs of one kind, read again every two seconds while one of them runs. */
export function RecentJobs({ kind }: { kind: 'imports' | 'exports' }): ReactNode {
  const { session } = useSession();
  const { data, error } = useQuery({
    queryKey: ['jobs', session.workspace, kind],
    queryFn: () => request<Page<ImportJob | ExportJob>>(session, 'GET', `/${kind}?limit=${MAX_SHOWN}`),
    refetchInterval: (query) => (query.state.data?.data.every(isFinal) === false ? AGAIN_MS : false),
  });
  if (error !== null) return <ProblemNote problem={error} />;
  if (data === undefined) return <Empty>Loading …</Empty>;
  if (data.data.length === 0) return <Empty>There were no {kind} yet.</Empty>;
  return (
    <TableBox label={`Recent ${kind}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">What</th>
            <th scope="col" className="number">
              Rows
            </th>
            <th scope="col">{kind === 'imports' ? 'Outcome' : 'Format'}</th>
            <th scope="col">Created</th>
          </tr>
        </thead>
        <tbody>
          {data.data.map((job) => (
            <tr key={job.id}>
              <td>
                <JobBadge status={job.status} failed={'failed_count' in job ? job.failed_count : 0} />
              </td>
              <td>
                <Link href={`/jobs/${kind}/${job.id}`}>{titleOf(job)}</Link>
              </td>
              <td className="number">{job.row_count === null ? '–' : formatCount(job.row_count)}</td>
              <td>{outcomeOf(job)}</td>
              <td>{formatInstant(job.created_at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function titleOf(job: ImportJob | ExportJob): string {
  if ('object_type' in job) return plain(job.object_type);
  return `${plain(job.resource_type)} from ${job.file_name ?? 'a file'}`;
}

function outcomeOf(job: ImportJob | ExportJob): string {
  if ('object_type' in job) return job.format + (job.gzip ? ', gzip' : '');
  const parts = [
    job.dry_run ? 'dry run' : '',
    `${formatCount(job.created_count)} created`,
    `${formatCount(job.updated_count)} updated`,
    job.failed_count > 0 ? `${formatCount(job.failed_count)} failed` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
