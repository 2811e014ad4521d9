import type { Logger } from 'pino';
import { createLogger } from '../http/logging/logger';
import type { Settings } from '../config/settings';

/**
 * Output of a start: plain sentences on a terminal, else JSON lines like the rest of the log. Progress and warnings go to
 * standard output, the reason of a failure to standard error.
 */
export class StartLog {
  private readonly log: Logger;
  private readonly errors = createLogger('fatal', {
    write: (line) => void process.stderr.write(line),
  }).child({ context: 'Start' });

  constructor(level: Settings['logLevel']) {
    this.log = createLogger(level).child({ context: 'Start' });
  }

  /** Reports progress. */
  say(sentence: string): void {
    if (process.stdout.isTTY) console.log(sentence);
    else this.log.info(sentence);
  }

  warn(sentence: string): void {
    if (process.stdout.isTTY) console.log(`Warning: ${sentence}`);
    else this.log.warn(sentence);
  }

  /** Reports why the process ends. */
  fail(sentence: string): void {
    if (process.stderr.isTTY) console.error(sentence);
    else this.errors.fatal(sentence);
  }
}
