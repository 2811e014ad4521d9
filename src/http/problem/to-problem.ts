import { HttpException } from '@nestjs/common';
import {
  LockTimeoutError,
  OutcomeUnknownError,
  RequestStatementError,
  StatementTimeoutError,
  WorkspaceBusyError,
} from '../../database/request-errors';
import { isTransient, sqlState } from '../../database/transient-error';
import { StorageFullError, StorageUnavailableError } from '../../storage/blob-storage';
import { type ProblemCode, PROBLEMS } from './problem-codes';
import { notFound, problem, ProblemException } from './problem.exception';

/** The code for an error that Nest, Express or multer threw with only a status. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'invalid_request',
  401: 'unauthorized',
  403: 'forbidden',
  405: 'method_not_allowed',
  408: 'request_timeout',
  409: 'conflict',
  410: 'gone',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  416: 'range_not_satisfiable',
  422: 'invalid_value',
  429: 'rate_limited',
};

/** Without Retry-After: only a reader of the record can tell whether to send the request again. */
const OUTCOME_UNKNOWN =
  'The connection to the database was lost while the change was committed, and whether it took effect is not known. Read ' +
  'what the request was to change, and send it again if it is not changed.';

/** SQLSTATEs of a text that Postgres cannot read as the type it was cast to: the text came with the request. */
const UNREADABLE: readonly string[] = ['22003', '22007', '22008', '22021', '22P02', '22P05'];

/**
 * Whatever was thrown, as a problem. Only the message of a `ProblemException` is passed on: every other message may
 * contain SQL, a path or a name, so the description of the problem code replaces it.
 */
export function toProblem(error: unknown): ProblemException {
  if (error instanceof ProblemException) return error;
  const ofStorage = storageProblem(error);
  if (ofStorage !== null) return ofStorage;
  if (error instanceof RequestStatementError) return statementProblem(error);
  if (error instanceof OutcomeUnknownError) return problem(503, 'unavailable', OUTCOME_UNKNOWN);
  const status = statusOf(error);
  if (status === 404) return notFound();
  const code = status === null ? undefined : BY_STATUS[status];
  if (code !== undefined)
    return new ProblemException(PROBLEMS[code].status, code, PROBLEMS[code].description);
  if (status !== null && status < 500)
    return problem(400, 'invalid_request', PROBLEMS.invalid_request.description);
  if (UNREADABLE.includes(sqlState(error) ?? '')) {
    return problem(
      400,
      'invalid_request',
      'A value of the request does not have the form that its field requires.',
    );
  }
  if (isTransient(error)) {
    return problem(503, 'unavailable', PROBLEMS.unavailable.description, { headers: { 'Retry-After': '1' } });
  }
  return problem(500, 'internal_error', PROBLEMS.internal_error.description);
}

/** The HTTP status that an error carries; multer's own errors are always about the body. */
function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error)) return null;
  if (error.name === 'MulterError') return 400;
  const status = (error as Error & { status?: unknown }).status;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : null;
}

const soon = { headers: { 'Retry-After': '1' } };
/** A transaction that holds its locks for longer than a request waits is a long one. */
const later = { headers: { 'Retry-After': '5' } };

/** The problem of a request whose statement did not take effect. */
function statementProblem(error: RequestStatementError): ProblemException {
  if (error instanceof StatementTimeoutError) {
    const detail = `The query was stopped after ${seconds(error.ms)}, the time limit of a statement. Use fewer conditions, especially with "like". To read all records, export them.`;
    return problem(503, 'statement_timeout', detail);
  }
  if (error instanceof LockTimeoutError) {
    const detail = `Another transaction, most likely an import, locked a record that this request needs for more than ${seconds(error.ms)}. Nothing was changed; try again in a moment.`;
    return problem(409, 'record_locked', detail, later);
  }
  if (error instanceof WorkspaceBusyError) {
    const detail = `The requests of this workspace already use the ${error.max} database connections that they may use at once. Send fewer at once, and try again in a moment.`;
    return problem(429, 'too_many_statements', detail, soon);
  }
  return problem(503, 'unavailable', PROBLEMS.unavailable.description, soon);
}

const seconds = (ms: number): string => `${(ms / 1_000).toLocaleString('en')} s`;

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
