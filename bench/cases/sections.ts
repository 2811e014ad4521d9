import type { Section } from '../report/report';
import type { Workbench } from '../workbench';
import { apiUnderLoad } from './api-under-load';
import { importBars, importInstruments } from './duels';
import { exportValues } from './export-values';
import { growth } from './growth';
import { importFormats } from './import-formats';
import { importValues } from './import-values';
import { referenceData } from './reference-data';
import { smallJobs } from './small-jobs';

/** All parts of the benchmark; growth comes last, for it leaves millions of rows behind. */
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
