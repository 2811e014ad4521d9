import {
  LockTimeoutError,
  type RequestStatementError,
  StatementTimeoutError,
  WorkspaceBusyError,
} from '../../database/request-errors';
import { PROBLEMS } from './problem-codes';
import { problem, type ProblemException } from './problem.exception';

const soon = { headers: { 'Retry-After': '1' } };
/** A transaction that keeps its locks for longer than a request waits is a long one. */
const later = { headers: { 'Retry-After': '5' } };

/** The problem of a request whose statement did not take effect. */
export function statementProblem(error: RequestStatementError): ProblemException {
  if (error instanceof StatementTimeoutError) {
    const detail = `The database was stopped after ${seconds(error.ms)}, the time that a statement of a request has. Ask for less: fewer conditions, or fewer with "like". To read all records, export them.`;
    return problem(503, 'statement_timeout', detail);
  }
  if (error instanceof LockTimeoutError) {
    const detail = `Another transaction, most likely an import, kept what this request needs locked for more than ${seconds(error.ms)}. Nothing was changed; try again in a moment.`;
    return problem(409, 'record_locked', detail, later);
  }
  if (error instanceof WorkspaceBusyError) {
    const detail = `The requests of this workspace already use the ${error.most} database connections that they may use at once. Send fewer at once, and try again in a moment.`;
    return problem(429, 'too_many_statements', detail, soon);
  }
  return problem(503, 'unavailable', PROBLEMS.unavailable.description, soon);
}

const seconds = (ms: number): string => `${(ms / 1_000).toLocaleString('en')} s`;
