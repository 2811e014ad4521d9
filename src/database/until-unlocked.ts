import { LockTimeoutError } from './request-errors';
import { sqlState } from './transient-error';

const LOCK_NOT_AVAILABLE = '55P03';
/** Milliseconds between two tries: doubled each time up to `max`, each multiplied by a random factor from 0.5 to 1. */
const PAUSE_MS = { first: 20, max: 500 };

/** True when a lock was not available within the time of one try. */
export const isLockTimeout = (error: unknown): boolean => sqlState(error) === LOCK_NOT_AVAILABLE;

/**
 * Repeats `work`, whose lock timeout is short, until it gets its locks. Between two tries it has no connection.
 * Throws `LockTimeoutError` when `ms` milliseconds were not enough.
 */
export async function untilUnlocked<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  for (let pause = PAUSE_MS.first; ; pause = Math.min(2 * pause, PAUSE_MS.max)) {
    try {
      return await work();
    } catch (error) {
      if (!isLockTimeout(error)) throw error;
      const left = ms - (performance.now() - start);
      if (left <= 0) throw new LockTimeoutError(ms, error);
      await new Promise((resolve) => setTimeout(resolve, Math.min(left, pause * (0.5 + Math.random() / 2))));
    }
  }
}
