import { setTimeout as sleep } from 'node:timers/promises';

const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 30_000;
/** Too many requests, and what a proxy answers while the server is away. */
const PASSING = [429, 502, 503, 504];

/** How a call is repeated. */
export interface RetryOptions {
  readonly signal?: AbortSignal;
  /** Told why, before the pause. */
  readonly onRetry?: (reason: string, pauseMs: number) => void;
  /** Waits; replaced in tests. */
  readonly pause?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

const pauseFor = async (ms: number, signal?: AbortSignal): Promise<void> => {
  await sleep(ms, undefined, signal ? { signal } : {});
};

/**
 * Calls until there is an answer that is worth having: a lost connection, a 429, 502, 503 or 504 and a key that is still in
 * flight are tried again, after `Retry-After` where it stands. The call must be safe to repeat: a GET, or one with an
 * `Idempotency-Key` that is the same each time. After eight attempts the last failure is thrown or answered.
 */
export async function retry<T extends { response: Response; error?: unknown }>(
  call: () => Promise<T>,
  { signal, onRetry, pause = pauseFor }: RetryOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const answer = await call().catch((error: unknown) => error as Error);
    signal?.throwIfAborted();
    if (answer instanceof Error) {
      if (attempt === ATTEMPTS || !isLostConnection(answer)) throw answer;
    } else if (attempt === ATTEMPTS || !isPassing(answer)) {
      return answer;
    }
    const ms = pauseAfter(answer, attempt);
    onRetry?.(answer instanceof Error ? reasonOf(answer) : `answer ${answer.response.status}`, ms);
    await pause(ms, signal);
  }
}

/** Fetch throws a TypeError when there was no whole answer; a redirect, or a file that changed while it was sent, are not that. */
const isLostConnection = (error: Error): boolean =>
  error instanceof TypeError && !/NotReadable|redirect/.test(String(error.cause));

const isPassing = ({ response, error }: { response: Response; error?: unknown }): boolean =>
  PASSING.includes(response.status) || (response.status === 409 && codeOf(error) === 'idempotency_in_flight');

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

function pauseAfter(answer: Error | { response: Response }, attempt: number): number {
  const asked = answer instanceof Error ? null : answer.response.headers.get('Retry-After');
  if (asked !== null && /^\d+$/.test(asked)) return Math.min(Number(asked) * 1_000, MAX_PAUSE_MS);
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), MAX_PAUSE_MS);
  return Math.round(longest * (0.5 + Math.random() / 2));
}

/** What fetch knows of a failure stands in its cause. */
export function reasonOf(error: Error): string {
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause && cause.message === '' ? String(cause.code) : cause.message;
}
