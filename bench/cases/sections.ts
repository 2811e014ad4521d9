import type { Section } from '../report/report';
import type { Workbench } from '../workbench';
import { apiUnderLoad } from './api-under-load';
import { importBars, importInstruments } from './script-comparisons';
import { exportValues } from './export-values';
import { growth } from './growth';
import { importFormats } from './import-formats';
import { importValues } from './import-values';
import { referenceData } from './reference-data';
import { smallJobs } from './small-jobs';

/** All sections of the benchmark. Growth is last because it leaves millions of rows. */
export const SECTIONS: readonly Section<Workbench>[] = [
  importValues,
  importFormats,
  importBars,
  importInstruments,
  exportValues,
  referenceData,
  smallJobs,
  apiUnderLoad,
  growth,
];
