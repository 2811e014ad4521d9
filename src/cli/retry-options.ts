import type { RetryOptions } from '../client/retry';
import { say, type Terminal } from './terminal/terminal';
import { duration } from './terminal/format-text';

/** Says that something is tried again. */
export const retryOptions =
  (terminal: Terminal, what: string): NonNullable<RetryOptions['onRetry']> =>
  (reason, pauseMs) =>
    say(terminal, `${what} failed (${reason}); trying again in ${duration(pauseMs)} with the same key.`);
