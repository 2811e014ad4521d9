import { EXPORT_KIND } from '../../src/exports/export-kind';
import { IMPORT_KIND } from '../../src/imports/import-kind';
import type { JobKinds } from '../../src/jobs/job-runners';

/** The kinds of job of the application, for tests that start no modules. */
export const JOB_KINDS: JobKinds = { all: [IMPORT_KIND, EXPORT_KIND] };
