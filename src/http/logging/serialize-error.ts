/** SQLSTATEs of a value that could not be taken; Postgres quotes it in the message. */
const ABOUT_DATA = /^2[23][0-9A-Z]{3}$/;

/** An error as it is logged. Only what is named here: database errors also carry the values of the statement. */
export function serializeError(error: unknown): object {
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
