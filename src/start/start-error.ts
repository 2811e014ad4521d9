import { explainConnection } from '../database/explain-connection';
import { isTransient, sqlState } from '../database/transient-error';

/** Why Almagest cannot start: one sentence for the operator that names the setting and says what to do. */
export class StartError extends Error {}

/** The code of an error of the system or of Postgres, such as `EADDRINUSE` or `28P01`; empty when it has none. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** The message of an error on one line, without its stack. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message || codeOf(error) : String(error);
  return message.trim().replaceAll(/\s*\n\s*/g, ' ');
}

/** Classes of SQLSTATE about the connection, the login or its rights, not about a statement. */
const ABOUT_ACCESS = /^(08|28|3D|53|57|42501)/;

/** Why the start failed, in one sentence for the operator, whatever was thrown. */
export function explainStartError(error: unknown, databaseUrl: string): string {
  if (error instanceof StartError || databaseUrl === '') return messageOf(error);
  const state = sqlState(error);
  if (state === null ? isTransient(error) : ABOUT_ACCESS.test(state))
    return explainConnection({ code: state ?? '', message: messageOf(error) }, databaseUrl);
  return messageOf(error);
}
