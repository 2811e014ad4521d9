import type { LoggerService } from '@nestjs/common';
import type { Level, Logger } from 'pino';

/** Nest's lines about its own wiring, one per module and route, are only useful for debugging. */
const WIRING: readonly string[] = [
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
];

/** What Nest says of a start that failed, with its stack: whoever starts the application says it in one sentence. */
const FAILED_START: readonly string[] = ['ExceptionHandler', 'TypeOrmModule'];

/** Nest's logger, backed by pino: `new Logger('Queue').warn('…')` becomes one line with the context `Queue`. */
export class PinoLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(WIRING.includes(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    if (!FAILED_START.includes(String(rest.at(-1)))) this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes the context last; before it, a stack or, after an object, its message. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const more = rest.slice(0, -1).filter((item) => item !== undefined);
    const fields = { ...(typeof context === 'string' ? { context } : {}) };
    if (message instanceof Error) this.pino[level]({ ...fields, err: message }, 'an error was thrown');
    else if (typeof message === 'object' && message !== null) {
      this.pino[level]({ ...fields, ...message }, more.map(String).join(' '));
    } else
      this.pino[level](
        more.length === 0 ? fields : { ...fields, details: more.map(String) },
        String(message),
      );
  }
}
