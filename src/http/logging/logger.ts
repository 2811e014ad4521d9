import { type DestinationStream, type Logger, pino } from 'pino';
import type { Settings } from '../../config/settings';

/** The one logger: a JSON object a line, no secret in it. Writes to stdout by default. */
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

/** Parameters of a URL that open something: a signature of a download, a token that somebody put there by mistake. */
const SECRET_PARAMETER = /([?&](?:sig|signature|token|access_token|api_key|key)=)[^&#\s"]*/gi;
const TOKEN = /ptk_live_[0-9a-z]+/gi;

/** A line of the log without what would give its reader access: tokens and signatures, wherever they appear. */
function redact(line: string): string {
  return line.replace(TOKEN, 'ptk_live_[redacted]').replace(SECRET_PARAMETER, '$1[redacted]');
}

/** SQLSTATEs of a value that could not be taken; Postgres quotes it in the message. */
const ABOUT_DATA = /^2[23][0-9A-Z]{3}$/;

/** An error as it is logged. Only what is named here: database errors also carry the values of the statement. */
function serializeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = (error as Error & { code?: unknown }).code;
  const message = ABOUT_DATA.test(String(code))
    ? error.message.replace(/".*"/s, '"[redacted]"')
    : error.message;
  return {
    type: error.name,
    message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: error.stack?.replace(error.message, message),
    ...(error.cause === undefined ? {} : { cause: serializeError(error.cause) }),
  };
}
