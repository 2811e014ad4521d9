import type { Logger } from 'pino';
import { createLogger } from '../http/logging/logger';
import type { Settings } from '../config/settings';

/**
 * What a start says of itself: plain sentences to somebody at a terminal, else JSON lines as all of the log. Progress and
 * warnings go to standard output, where the log is, and the reason of an end to standard error.
 */
export class StartLog {
  private readonly log: Logger;
  private readonly errors = createLogger('fatal', {
    write: (line) => void process.stderr.write(line),
  }).child({ context: 'Start' });

  constructor(level: Settings['logLevel']) {
    this.log = createLogger(level).child({ context: 'Start' });
  }

  /** What is being done now. */
  say(sentence: string): void {
    if (process.stdout.isTTY) console.log(sentence);
    else this.log.info(sentence);
  }

  warn(sentence: string): void {
    if (process.stdout.isTTY) console.log(`Warning: ${sentence}`);
    else this.log.warn(sentence);
  }

  /** Why the process ends. */
  fail(sentence: string): void {
    if (process.stderr.isTTY) console.error(sentence);
    else this.errors.fatal(sentence);
  }
}
