/** SQLSTATE classes and codes after which the same transaction may succeed. */
const TRANSIENT = /^(08...|53...|57P0[1-3]|40001|40P01|55P03|25006)$/;
/** The server of the connection cannot be written: it is a standby now, and another one is the primary. */
const READ_ONLY = '25006';
/** Messages of pg for a lost connection, and of TypeORM for a runner that it released because of one. */
const BROKEN_CONNECTION =
  /Connection terminated|Query runner already released|ECONNRESET|ECONNREFUSED|EPIPE|not queryable|timeout exceeded/i;
/** Codes of the system for a server that cannot be reached; where several addresses were tried, there is no message. */
const UNREACHABLE =
  /^(ECONNRESET|ECONNREFUSED|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** SQLSTATE of a Postgres error, however TypeORM wrapped it; null for any other error, also one of the system (`EPIPE`). */
export function sqlState(error: unknown): string | null {
  const code = (error as { driverError?: { code?: unknown }; code?: unknown } | null)?.driverError?.code;
  const own = (error as { code?: unknown } | null)?.code;
  const state = code ?? own;
  return typeof state === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(state) ? state : null;
}

/** Name of the constraint that a statement violated; null for any other error. */
export function violatedConstraint(error: unknown): string | null {
  const wrapped = error as { driverError?: { constraint?: unknown }; constraint?: unknown } | null;
  const name = wrapped?.driverError?.constraint ?? wrapped?.constraint;
  return typeof name === 'string' ? name : null;
}

/** True when the connection must not be used again, because its server can no longer be written. */
export const isReadOnly = (error: unknown): boolean => sqlState(error) === READ_ONLY;

/**
 * True when the transaction should be repeated: lost connection, restart, failover, deadlock, serialization, resources
 * exhausted.
 */
export function isTransient(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return TRANSIENT.test(state);
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && UNREACHABLE.test(code)) return true;
  return typeof message === 'string' && BROKEN_CONNECTION.test(message);
}
