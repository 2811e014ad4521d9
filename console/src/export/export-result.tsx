import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ExportJob } from '../api/dto';
import { isFinal } from '../api/follow-job';
import { request } from '../api/request';
import { useSession } from '../session/use-session';
import { counted, formatBytes, formatInstant } from '../shared/format';
import { JobBadge } from '../shared/job-badge';
import { ProblemNote } from '../shared/problem-note';
import { Progress } from '../shared/progress';

/** An export: its progress while it runs, and at the end its file. */
export function ExportResult({ job }: { job: ExportJob }): ReactNode {
  const { session } = useSession();
  const [problem, setProblem] = useState<unknown>(null);
  const attempt = (work: Promise<unknown>): void => {
    setProblem(null);
    work.catch(setProblem);
  };
  return (
    <section className="card" aria-labelledby="export-result">
      <div className="card-head">
        <h2 id="export-result">Export</h2>
        <JobBadge status={job.status} />
      </div>
      <Progress label="Written" value={job.status === 'completed' ? 100 : job.progress} />
      {job.status === 'completed' && (
        <p role="status">
          {counted(job.row_count ?? 0, 'record')}, {formatBytes(job.byte_count ?? 0)}
          {job.snapshot_at !== null && `, as they were at ${formatInstant(job.snapshot_at)}`}.
          {job.expires_at !== null && ` The file is available until ${formatInstant(job.expires_at)}.`}
        </p>
      )}
      {job.error !== null && (
        <p className="note bad" role="alert">
          <code>{job.error.code}</code> {job.error.message}
        </p>
      )}
      {problem !== null && <ProblemNote problem={problem} />}
      <div className="row">
        {job.status === 'completed' && (
          <Button className="button primary" onPress={() => attempt(download())}>
            Download
          </Button>
        )}
        {!isFinal(job) && (
          <Button
            className="button danger"
            onPress={() => attempt(request(session, 'POST', `/exports/${job.id}/cancel`))}
          >
            Cancel the export
          </Button>
        )}
      </div>
    </section>
  );

  /** With a new signed URL, so that the browser itself writes the file to the disk, however large it is. */
  async function download(): Promise<void> {
    const { download_url } = await request<ExportJob>(session, 'GET', `/exports/${job.id}`);
    if (download_url === null) throw new Error('The file has expired. Export again.');
    const { pathname, search } = new URL(download_url); // this origin is the one that we reached
    const link = document.createElement('a');
    link.href = pathname + search;
    link.download = '';
    link.click();
  }
}
