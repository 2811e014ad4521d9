import type { components } from '../client/api-types';
import { count } from './terminal/format-text';

/** An import or an export in a list. */
export type ListedJob = components['schemas']['ImportJobDto'] | components['schemas']['ExportJobDto'];

export const isImport = (job: ListedJob): job is components['schemas']['ImportJobDto'] =>
  'resource_type' in job;

/** One line that says what a job is and how far. */
export function jobLine(job: ListedJob): string {
  const [kind, type] = isImport(job) ? ['import', job.resource_type] : ['export', job.object_type];
  const progress = job.progress === null ? '' : `${job.progress} %`;
  return [
    job.created_at.slice(0, 19).replace('T', ' '),
    job.id,
    kind,
    type.padEnd(28),
    job.status.padEnd(10),
    progress.padStart(5),
    isImport(job) ? importCounts(job) : exportCounts(job),
  ]
    .join('  ')
    .trimEnd();
}

function importCounts(job: components['schemas']['ImportJobDto']): string {
  const metrics = [
    `${count(job.created_count)} created`,
    `${count(job.updated_count)} updated`,
    `${count(job.unchanged_count)} unchanged`,
    `${count(job.failed_count)} failed`,
  ].join(', ');
  const all = job.row_count === null ? '' : `${count(job.row_count)} rows: `;
  return `${all}${metrics}${job.dry_run ? ' (dry run)' : ''}`;
}

const exportCounts = ({ row_count: all }: components['schemas']['ExportJobDto']): string =>
  all === null ? '' : `${count(all)} rows`;
