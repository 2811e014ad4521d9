import { setTimeout as sleep } from 'node:timers/promises';

const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 30_000;
/** Too many requests, and the responses of a proxy while the server is unavailable. */
const TRANSIENT = [429, 502, 503, 504];

/** How a call is retried. */
export interface RetryOptions {
  readonly signal?: AbortSignal;
  /** Called with the reason before each pause. */
  readonly onRetry?: (reason: string, pauseMs: number) => void;
  /** Waits; replaced in tests. */
  readonly pause?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

const pauseFor = async (ms: number, signal?: AbortSignal): Promise<void> => {
  await sleep(ms, undefined, signal ? { signal } : {});
};

/**
 * Retries a call after a lost connection, a 429, 502, 503 or 504, or `idempotency_in_flight`, and honours `Retry-After`. The
 * call must be safe to repeat: a GET, or a request with the same `Idempotency-Key` each time. After eight attempts the last
 * error is thrown or the last response is returned.
 */
export async function retry<T extends { response: Response; error?: unknown }>(
  call: () => Promise<T>,
  { signal, onRetry, pause = pauseFor }: RetryOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await call().catch((error: unknown) => error as Error);
    signal?.throwIfAborted();
    if (outcome instanceof Error) {
      if (attempt === ATTEMPTS || !isLostConnection(outcome)) throw outcome;
    } else if (attempt === ATTEMPTS || !isTransient(outcome)) {
      return outcome;
    }
    const ms = pauseAfter(outcome, attempt);
    onRetry?.(outcome instanceof Error ? reasonOf(outcome) : `status ${outcome.response.status}`, ms);
    await pause(ms, signal);
  }
}

/** Fetch throws a TypeError for an incomplete response, but also for a redirect and for a file that changed while it was sent. */
const isLostConnection = (error: Error): boolean =>
  error instanceof TypeError && !/NotReadable|redirect/.test(String(error.cause));

const isTransient = ({ response, error }: { response: Response; error?: unknown }): boolean =>
  TRANSIENT.includes(response.status) ||
  (response.status === 409 && codeOf(error) === 'idempotency_in_flight');

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

function pauseAfter(outcome: Error | { response: Response }, attempt: number): number {
  const retryAfter = outcome instanceof Error ? null : outcome.response.headers.get('Retry-After');
  if (retryAfter !== null && /^\d+$/.test(retryAfter))
    return Math.min(Number(retryAfter) * 1_000, MAX_PAUSE_MS);
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), MAX_PAUSE_MS);
  return Math.round(longest * (0.5 + Math.random() / 2));
}

/** The reason of a failed fetch, which is in its cause. */
export function reasonOf(error: Error): string {
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause && cause.message === '' ? String(cause.code) : cause.message;
}
