/** Why Almagest cannot start: one sentence for the operator that names the setting and says what to do. */
export class StartError extends Error {}

/** The code of an error of the system or of Postgres, such as `EADDRINUSE` or `28P01`; empty when it has none. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** What an error says, on one line and without its stack. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message || codeOf(error) : String(error);
  return message.trim().replaceAll(/\s*\n\s*/g, ' ');
}
