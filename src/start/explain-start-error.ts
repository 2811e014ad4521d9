import { explainConnection } from '../database/explain-connection';
import { isTransient, sqlState } from '../database/transient-error';
import { messageOf, StartError } from './start-error';

/** Classes of SQLSTATE that speak of the connection, the login or its rights, and not of a statement of ours. */
const ABOUT_ACCESS = /^(08|28|3D|53|57|42501)/;

/** Why the start failed, in one sentence for the operator, whatever was thrown. */
export function explainStartError(error: unknown, databaseUrl: string): string {
  if (error instanceof StartError || databaseUrl === '') return messageOf(error);
  const state = sqlState(error);
  if (state === null ? isTransient(error) : ABOUT_ACCESS.test(state))
    return explainConnection({ code: state ?? '', message: messageOf(error) }, databaseUrl);
  return messageOf(error);
}
