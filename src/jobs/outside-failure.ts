import { isTransient, sqlState } from '../database/transient-error';
import { StorageUnavailableError } from '../storage/blob-storage';

/**
 * What an operator or the state of the server can cause besides: a cancelled or timed out statement (57, 25P0x), a failed
 * disk (58), a login that is refused for now (28, 3D000), a standby that took the place of the primary (25006).
 */
const OUTSIDE_STATES = /^(57...|58...|28...|3D000|25P0[234]|25006)$/;

/** Errors of the system that say nothing about what was read or written. */
const SYSTEM_CODES = new Set([
  ...['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'EBUSY', 'EIO', 'ESTALE', 'ETIMEDOUT'],
  'ERR_WORKER_INIT_FAILED',
]);

/** True when an attempt failed by something that neither its job nor a mistake of the code caused: it is worth another one. */
export function isOutsideFailure(error: unknown): boolean {
  if (isTransient(error) || error instanceof StorageUnavailableError) return true;
  const state = sqlState(error);
  if (state !== null) return OUTSIDE_STATES.test(state);
  const code: unknown = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && SYSTEM_CODES.has(code);
}
