import type { ReactNode } from 'react';
import { ExportResult } from '../export/export-result';
import { ImportResult } from '../import/import-result';
import { Empty } from '../shared/empty';
import { plain } from '../shared/format';
import { Page } from '../shared/page';
import { ProblemNote } from '../shared/problem-note';
import { useJob } from './use-job';

/** One import or export, followed until its end. */
export function JobPage({ kind, id }: { kind: 'imports' | 'exports'; id: string }): ReactNode {
  return kind === 'imports' ? <ImportJobPage id={id} /> : <ExportJobPage id={id} />;
}

function ImportJobPage({ id }: { id: string }): ReactNode {
  const { job, problem } = useJob('imports', id);
  return (
    <Page title={job === null ? 'Import' : `Import of ${plain(job.resource_type)}`}>
      {problem !== null && <ProblemNote problem={problem} />}
      {job === null ? problem === null && <Empty>Loading …</Empty> : <ImportResult job={job} />}
    </Page>
  );
}

function ExportJobPage({ id }: { id: string }): ReactNode {
  const { job, problem } = useJob('exports', id);
  return (
    <Page title={job === null ? 'Export' : `Export of ${plain(job.object_type)}`}>
      {problem !== null && <ProblemNote problem={problem} />}
      {job === null ? problem === null && <Empty>Loading …</Empty> : <ExportResult job={job} />}
    </Page>
  );
}
