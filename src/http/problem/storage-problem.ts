import { StorageFullError, StorageUnavailableError } from '../../storage/blob-storage';
import { problem, type ProblemException } from './problem.exception';

const RETRY_SECONDS = '5';

/** What a failure of the storage of files is to a client; null for any other error. */
export function storageProblem(error: unknown): ProblemException | null {
  if (error instanceof StorageFullError) return problem(507, 'storage_full', error.message);
  if (!(error instanceof StorageUnavailableError)) return null;
  return problem(
    503,
    'unavailable',
    'The storage of files cannot be used right now, and nothing of the request was kept. Send it again later; whoever ' +
      'runs the server finds the reason in its log.',
    { headers: { 'Retry-After': RETRY_SECONDS } },
  );
}
