import type { RetryOptions } from '../client/retry';
import { say, type Terminal } from './terminal/terminal';
import { duration } from './terminal/words';

/** Says that something is tried again. */
export const retryWords =
  (terminal: Terminal, what: string): NonNullable<RetryOptions['onRetry']> =>
  (reason, pauseMs) =>
    say(terminal, `${what} failed (${reason}); trying again in ${duration(pauseMs)} with the same key.`);
