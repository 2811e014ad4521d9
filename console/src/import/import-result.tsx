import { useRef, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ImportJob } from '../api/dto';
import { isFinal } from '../api/follow-job';
import { request } from '../api/request';
import { saveFile } from '../api/save-file';
import { useSession } from '../session/use-session';
import { counted, formatCount } from '../shared/format';
import { JobBadge } from '../shared/job-badge';
import { ProblemNote } from '../shared/problem-note';
import { Progress } from '../shared/progress';
import { Findings } from './findings';
import { OutcomeBar } from './outcome-bar';

/** An import: its progress while it runs, and at the end the result of the rows. */
export function ImportResult({ job }: { job: ImportJob }): ReactNode {
  const { session } = useSession();
  const [problem, setProblem] = useState<unknown>(null);
  const rate = useRate(job);
  const done = isFinal(job);
  const act = (work: Promise<unknown>): void => {
    setProblem(null);
    work.catch(setProblem);
  };
  const extension = job.format;
  return (
    <section className="card" aria-labelledby="import-result" data-job={job.id}>
      <div className="card-head">
        <h2 id="import-result">{job.dry_run ? 'Dry run' : 'Import'}</h2>
        <JobBadge status={job.status} failed={job.failed_count} />
      </div>
      <Progress
        label={job.file_name ?? 'File'}
        value={done && job.status === 'completed' ? 100 : job.progress}
        note={`${job.row_count === null ? '' : `${formatCount(job.processed_count)} of `}${counted(job.row_count ?? job.processed_count, 'row')}${rate}`}
      />
      <p role="status">{sentenceOf(job)}</p>
      {done && <OutcomeBar job={job} />}
      {job.ignored_columns.length > 0 && (
        <p className="muted small">
          Columns left out: <span className="code">{job.ignored_columns.join(', ')}</span>
        </p>
      )}
      {job.warning_count > 0 && (
        <>
          <h3>{counted(job.warning_count, 'warning')}</h3>
          <Findings label="Warnings by code and column" findings={job.warnings} />
        </>
      )}
      {done && job.error_count > 0 && (
        <>
          <h3>{counted(job.error_count, 'error')}</h3>
          <Findings label="Errors by code and column" findings={job.error_summary} />
        </>
      )}
      {problem !== null && <ProblemNote problem={problem} />}
      <div className="row">
        {!done && (
          <Button
            className="button danger"
            onPress={() => act(request(session, 'POST', `/imports/${job.id}/cancel`))}
          >
            Cancel the import
          </Button>
        )}
        {done && job.on_error === 'continue' && job.failed_count > 0 && (
          <Button
            className="button"
            onPress={() =>
              act(saveFile(session, `/imports/${job.id}/rejected-rows`, `rejected-${job.id}.${extension}`))
            }
          >
            Download the rejected rows
          </Button>
        )}
      </div>
    </section>
  );
}

/** The state of the job as a sentence. */
function sentenceOf(job: ImportJob): string {
  const nothing = job.dry_run ? ' Nothing was written: this was a dry run.' : '';
  if (job.status === 'queued') return 'Waiting for a worker.';
  if (job.status === 'processing') return 'The rows are being read and checked.';
  if (job.status === 'cancelled') return `Cancelled. The rows counted below are stored.${nothing}`;
  if (job.status === 'failed') {
    const kept = job.on_error === 'abort' ? ' Nothing of the file is in the workspace.' : '';
    return `The import failed: see the errors.${job.dry_run ? nothing : kept}`;
  }
  return job.failed_count === 0
    ? `All rows are valid.${nothing}`
    : `${counted(job.failed_count, 'row')} ${job.failed_count === 1 ? 'was' : 'were'} rejected. Download, correct and import what was rejected.${nothing}`;
}

/** Rows a second: while it runs, since the first rows came; at the end, between the server's own times. */
function useRate(job: ImportJob): string {
  const since = useRef<{ id: string; at: number } | null>(null);
  if (isFinal(job)) {
    if (job.started_at === null || job.finished_at === null) return '';
    return rateOf(job.processed_count, Date.parse(job.finished_at) - Date.parse(job.started_at));
  }
  if (job.status === 'processing' && since.current?.id !== job.id)
    since.current = { id: job.id, at: performance.now() };
  return since.current === null ? '' : rateOf(job.processed_count, performance.now() - since.current.at);
}

const rateOf = (rows: number, ms: number): string =>
  rows === 0 || ms < 50 ? '' : `, ${formatCount(Math.round((rows / ms) * 1_000))} rows a second`;
