import type { ImportRequest } from '../pipeline/import-request';

/** Under `abort` the report ends at its 1,000th error; under `continue` the job gives up at the 1,000,000th (docs/contract.md 6.3). */
const MAX_ERRORS = { abort: 1_000, continue: 1_000_000 } as const;

export const errorLimit = ({ onError }: Pick<ImportRequest, 'onError'>): number => MAX_ERRORS[onError];
