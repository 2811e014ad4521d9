/** Why a statement of a request did not take effect; its transaction was rolled back. */
export abstract class RequestStatementError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/**
 * The connection was lost while a transaction was committed, and its repetition was refused with `cause`: the first try may
 * have taken effect. No `RequestStatementError`, which never takes effect.
 */
export class OutcomeUnknownError extends Error {
  constructor(cause: unknown) {
    super('The connection was lost during COMMIT, and the repeated transaction failed.', { cause });
  }
}

/** A statement ran longer than STATEMENT_TIMEOUT_MS, and Postgres cancelled it. */
export class StatementTimeoutError extends RequestStatementError {
  constructor(
    readonly ms: number,
    cause: unknown,
  ) {
    super(`A statement was cancelled after ${ms} ms.`, { cause });
  }
}

/** Another transaction had a lock for longer than LOCK_TIMEOUT_MS. */
export class LockTimeoutError extends RequestStatementError {
  constructor(
    readonly ms: number,
    cause: unknown,
  ) {
    super(`A lock was not available within ${ms} ms.`, { cause });
  }
}

/** The requests of the workspace used all their WORKSPACE_CONNECTIONS for CONNECTION_WAIT_MS. */
export class WorkspaceBusyError extends RequestStatementError {
  constructor(readonly max: number) {
    super(`The ${max} connections of the workspace were in use.`);
  }
}

/** The pool of requests had no connection for CONNECTION_WAIT_MS. */
export class PoolBusyError extends RequestStatementError {
  constructor(cause: unknown) {
    super('The pool of requests had no free connection.', { cause });
  }
}

/** The client closed its connection before the response was complete. */
export class ClientGoneError extends RequestStatementError {
  constructor() {
    super('The client closed the connection before the response was complete.');
  }
}
