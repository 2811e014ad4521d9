import { type DestinationStream, type Logger, pino } from 'pino';
import type { Settings } from '../../config/settings';
import { redact } from './redact';
import { serializeError } from './serialize-error';

/** The one logger: a JSON object a line, no secret in it. Writes to stdout unless told otherwise. */
export function createLogger(level: Settings['logLevel'], destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: serializeError },
    errorKey: 'thrown', // not `err`: pino would make the message of a line out of its message, unserialized
    redact: {
      paths: [
        'authorization',
        '*.authorization',
        'token',
        '*.token',
        'idempotencyKey',
        '*.idempotencyKey',
        '*["idempotency-key"]',
      ],
      censor: '[redacted]',
    },
    hooks: { streamWrite: redact },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
