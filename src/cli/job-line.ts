import type { components } from '../client/api-types';
import { count } from './terminal/words';

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
    isImport(job) ? importFigures(job) : exportFigures(job),
  ]
    .join('  ')
    .trimEnd();
}

function importFigures(job: components['schemas']['ImportJobDto']): string {
  const figures = [
    `${count(job.created_count)} created`,
    `${count(job.updated_count)} updated`,
    `${count(job.unchanged_count)} unchanged`,
    `${count(job.failed_count)} failed`,
  ].join(', ');
  const all = job.row_count === null ? '' : `${count(job.row_count)} rows: `;
  return `${all}${figures}${job.dry_run ? ' (dry run)' : ''}`;
}

const exportFigures = ({ row_count: all }: components['schemas']['ExportJobDto']): string =>
  all === null ? '' : `${count(all)} rows`;
